import type { Scalar } from '../../src/model/answer';
import type { ChoiceList, Field, Kind } from '../../src/model/field';
import { type Parsed, parsed } from '../../src/model/parse';
import { isOfKind, numberAlone, times, writtenIn } from '../../src/model/written/number';
import type { Terms } from './terms';

const fractions: ReadonlySet<Kind> = new Set(['rate', 'growth']);

/**
 * What a person typed into a field, as its value: in a percentage 12 and 12% are both 0.12, money is in the unit it is
 * shown in unless a unit is typed behind it (`1.2亿`, `350元`).
 */
export function typedValue(field: Field, text: string, lists: readonly ChoiceList[], terms: Terms): Parsed {
  const plain = text.trim();
  if (plain === '') return parsed(field, plain, lists);
  if (fractions.has(field.kind)) return percentage(field, plain, lists);
  if (field.kind === 'money') return amount(field, plain, lists, terms.unit);
  if (field.kind === 'choice' && field.open) return openChoice(field, plain, lists);
  return parsed(field, plain, lists);
}

function percentage(field: Field, text: string, lists: readonly ChoiceList[]): Parsed {
  const result = parsed(field, /[%％]$/.test(text) ? text : `${text}%`, lists);
  return 'value' in result && typeof result.value === 'number' ? { value: times(result.value, 1) } : result;
}

function amount(field: Field, text: string, lists: readonly ChoiceList[], unit: number): Parsed {
  const written = writtenIn(text);
  if (!written || !isOfKind(written, field.kind)) return { fault: { rule: 'number', params: {} } };
  return parsed(field, String(numberAlone(written, unit)), lists);
}

/** A choice of the list if it is one, else the text itself. */
function openChoice(field: Field, text: string, lists: readonly ChoiceList[]): Parsed {
  const choice = parsed(field, text, lists);
  return 'value' in choice ? choice : parsed({ ...field, kind: 'text' }, text, lists);
}

/** A value as it stands in its input: typed again it is the same value. */
export function inputText(field: Field, value: Scalar, terms: Terms): string {
  if (value === null) return '';
  if (typeof value !== 'number') return String(value);
  if (fractions.has(field.kind)) return String(times(value, 100));
  if (field.kind === 'money') return String(times(value, 1 / terms.unit));
  return String(value);
}

/** Whether a percentage was likely meant as a fraction: 0.12 is 0.12 %, not 12 %. */
export function looksLikeFraction(field: Field, text: string): boolean {
  const plain = text.trim().normalize('NFKC');
  return fractions.has(field.kind) && /^[+-]?0?\.\d+$/.test(plain) && Number(plain) !== 0;
}
