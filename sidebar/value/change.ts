import type { Scalar } from '../../src/model/answer';
import type { Field } from '../../src/model/field';
import { lists } from '../planParts';
import { words } from '../text';
import { moneyText, percentText, shownText, signed } from './shown';
import type { Terms } from './terms';

/** A growth with the decimals it needs, two at least. */
function growthText(growth: number): string {
  const short = percentText(growth);
  const exact = Number((growth * 100).toFixed(9));
  return Number(short.replace('−', '-').replace(/[,%]/g, '')) === exact ? short : `${String(exact).replace('-', '−')}%`;
}

/** Money that would show as 0.00 is written out in the currency's unit; a difference has its sign. */
function amountText({ means }: Field, value: number, terms: Terms): string {
  if (value === 0) return '0';
  const sign = (text: string): string => (means === 'gap' ? signed(text, value) : text);
  if (Math.abs(value) >= terms.unit / 100 || terms.unit === 1) return sign(moneyText(value, terms));
  const text = words[terms.language];
  return text.withUnit(sign(moneyText(value, { unit: 1 })), text.money(1, terms.currency));
}

/** A value that changes, as it is shown beside what it changes to: nothing of the difference is rounded away. */
export function changingText(field: Field, value: Scalar, terms: Terms): string {
  if (value === null) return words[terms.language].overview.none;
  if (typeof value === 'number' && field.kind === 'growth') return growthText(value);
  if (typeof value === 'number' && field.kind === 'money') return amountText(field, value, terms);
  return shownText(field, value, lists, terms);
}

/** What a value goes from and to; where both would look the same, with all of their decimals. */
export function changeTexts(
  field: Field,
  [from, to]: readonly [Scalar, Scalar],
  terms: Terms,
): readonly [string, string] {
  const [before, after] = [changingText(field, from, terms), changingText(field, to, terms)];
  if (before !== after || typeof from !== 'number' || typeof to !== 'number' || from === to) return [before, after];
  if (field.kind === 'rate') return [growthText(from), growthText(to)];
  const unit = field.kind === 'money' ? terms.unit : 1;
  const exact = (value: number): string =>
    Number((value / unit).toPrecision(15))
      .toLocaleString('en', { maximumFractionDigits: 12 })
      .replace('-', '−');
  return [exact(from), exact(to)];
}
