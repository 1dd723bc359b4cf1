import { blockSize } from './block';
import { either, listOf, number, objectOf, oneOf, optional, orNull, recordOf, text, yesNo } from './expected';

/** Longest text a cell is given: a cell holds 50,000 characters. */
const longest = 20_000;

/** Most records that a request may announce: they cost empty rows until they come. */
const mostToFollow = 50_000;

const words = text(longest);

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
