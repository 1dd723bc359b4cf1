import type { ChoiceList, Field } from '../../src/model/field';
import { narrow } from '../../src/model/written/narrow';
import { words } from '../text';
import { inputText, typedValue } from './inputText';
import { dateText, shownText } from './shown';
import type { Terms } from './terms';

/** A number with all of its decimals. */
const exact = (value: number): string =>
  Number(value.toPrecision(15)).toLocaleString('en', { maximumFractionDigits: 10 }).replace('-', '−');

/** What a typed text was read as, where that is not plainly what stands there: `1.2亿` is 120,000,000 元. */
export function readText(field: Field, text: string, lists: readonly ChoiceList[], terms: Terms): string | undefined {
  const read = typedValue(field, text, lists, terms);
  if ('fault' in read || read.value === null) return undefined;
  const { value } = read;
  const plain = narrow(text);
  if (field.kind === 'date' && typeof value === 'string')
    return plain === value ? undefined : dateText(value, terms.language);
  if (typeof value !== 'number') return undefined;
  const typed = Number(plain.replace(/[,\s%]/g, ''));
  // Three digits behind a point may have been meant for thousands.
  const isPlain = typed === Number(inputText(field, value, terms)) && !/\.\d{3}$/.test(plain);
  if (isPlain) return undefined;
  // In the currency's own unit nothing is to be multiplied in the head.
  const { money, withUnit } = words[terms.language];
  if (field.kind === 'money' || field.kind === 'price') return withUnit(exact(value), money(1, terms.currency));
  return field.kind === 'growth' || field.kind === 'rate' ? shownText(field, value, lists, terms) : exact(value);
}
