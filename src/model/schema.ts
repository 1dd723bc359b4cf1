import { blockSize } from './block';
import {
  type Expected,
  either,
  listOf,
  number,
  objectOf,
  oneOf,
  optional,
  orNull,
  recordOf,
  text,
  where,
  yesNo,
} from './expected';
import type { ChoiceList, Field, Kind } from './field';
import { dayOfIso } from './value';

/** Longest text a cell is given: a cell holds 50,000 characters. */
const longest = 20_000;

/** Most records that a request may announce: they cost empty rows until they come. */
const mostToFollow = 50_000;

const words = text(longest);

function numberOf({ kind, min, max, above }: Field): Expected<number> {
  const whole = kind === 'count' || kind === 'year';
  return number(
    (value) =>
      (!whole || Number.isInteger(value)) &&
      (min === undefined || (above ? value > min : value >= min)) &&
      (max === undefined || value <= max),
  );
}

const kinds: Readonly<Record<Kind, (field: Field, lists: ReadonlyMap<string, ChoiceList>) => Expected<unknown>>> = {
  text: () => words,
  longText: () => words,
  person: () => words,
  money: numberOf,
  price: numberOf,
  number: numberOf,
  decimal: numberOf,
  count: numberOf,
  rate: numberOf,
  growth: numberOf,
  months: numberOf,
  index: numberOf,
  year: numberOf,
  tick: () => yesNo,
  date: () => where((value): value is string => typeof value === 'string' && dayOfIso(value) !== undefined),
  choice: (field, lists) =>
    field.open ? words : oneOf((lists.get(field.list ?? '')?.choices ?? []).map((choice) => choice.id)),
};

/** What a field's value is expected to be: null for blank (unless required), a list for a field of several cells. */
export function fieldSchema(field: Field, lists: ReadonlyMap<string, ChoiceList>): Expected<unknown> {
  const one = kinds[field.kind](field, lists);
  const { cells, required } = field;
  if (cells !== undefined) return listOf(orNull(one), cells, cells);
  return required ? one : orNull(one);
}

const scalar = orNull(either(either(text(), number()), yesNo));
const value = either(scalar, listOf(scalar));
const request = text(100, 1);
const part = text();
const records = listOf(recordOf(value), blockSize, 1);
const count = number((value) => Number.isInteger(value) && value >= 0 && value <= mostToFollow);

/** What each endpoint takes. */
export const requests = {
  save: objectOf({
    request,
    part,
    changes: listOf(objectOf({ record: text(), field: text(), from: value, to: value }), undefined, 1),
  }),
  add: objectOf({ request, part, records }),
  remove: objectOf({ request, part, records: listOf(text(), blockSize, 1) }),
  import: objectOf({ request, part, records, confirmed: optional(yesNo), toFollow: optional(count) }),
  generate: objectOf({
    section: optional(text()),
    language: optional(oneOf(['zh', 'en'])),
    region: optional(words),
    planYear: optional(number((year) => Number.isInteger(year) && year >= 2000 && year <= 2100)),
    currency: optional(text()),
    upgrade: optional(yesNo),
  }),
};
