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
  yesNo,
} from '../../src/model/expected';
import { requests } from '../../src/model/schema';
import { frozen } from '../frozen';

const nested = objectOf({
  id: text(5, 1),
  kind: oneOf(['zh', 'en']),
  marks: listOf(either(number(), yesNo), 3, 1),
  more: optional(recordOf(orNull(number((value) => value > 0)))),
});
const fine = { id: 'a', kind: 'zh', marks: [1] };

test.each<readonly [string, Expected<unknown>, unknown, readonly string[]]>([
  ['text', text(), '', []],
  ['a number for text', text(), 1, ['']],
  ['nothing for text', text(), undefined, ['']],
  ['text as long as may be', text(3), 'abc', []],
  ['text that is too long', text(3), 'abcd', ['']],
  ['text that is too short', text(3, 1), '', ['']],
  ['a number', number(), -1.5, []],
  ['what is no number', number(), Number.NaN, ['']],
  ['a number without end', number(), Number.POSITIVE_INFINITY, ['']],
  ['text that reads as a number', number(), '1', ['']],
  ['a number beside the condition', number(Number.isInteger), 1.5, ['']],
  ['no for yes or no', yesNo, false, []],
  ['0 for yes or no', yesNo, 0, ['']],
  ['a choice', oneOf(['zh', 'en']), 'en', []],
  ['no choice', oneOf(['zh', 'en']), 'fr', ['']],
  ['a blank', orNull(text()), null, []],
  ['a blank where none may be', text(), null, ['']],
  ['a blank for what may be left out', optional(text()), null, ['']],
  ['a list', listOf(text()), [], []],
  ['a list that is too short', listOf(text(), 2, 1), [], ['']],
  ['a list that is too long', listOf(text(), 2, 1), ['a', 'b', 'c'], ['']],
  ['an object for a list', listOf(text()), { length: 0 }, ['']],
  ['each misfit of a list', listOf(text()), ['a', 1, 'c', null], ['1', '3']],
  ['a record', recordOf(number()), { a: 1, b: 2 }, []],
  ['each misfit of a record', recordOf(number()), { a: 1, b: '2' }, ['b']],
  ['a list for a record', recordOf(number()), [1], ['']],
  ['a blank for a record', recordOf(number()), null, ['']],
  ['an object', nested, fine, []],
  ['an object with what may be left out', nested, { ...fine, more: { a: 1, b: null } }, []],
  [
    'every misfit with its path',
    nested,
    { id: '', kind: 'fr', marks: [1, 'x'], more: { a: 0 } },
    ['id', 'kind', 'marks.1', 'more.a'],
  ],
  ['what is missing', nested, {}, ['id', 'kind', 'marks']],
  ['what is not asked for', nested, { ...fine, other: 1 }, ['other']],
  ['a field that every object has', objectOf({ toString: optional(text()) }), {}, []],
  ['text for an object', nested, 'a', ['']],
])('%s', (_, expected, value, misfits) => {
  expect(expected.misfits(frozen(value))).toEqual(misfits);
  expect(expected.fits(value)).toBe(misfits.length === 0);
});

describe('requests', () => {
  const change = { record: 'r', field: 'growth', from: null, to: 0.1 };

  test.each([
    ['a save', requests.save, { request: 'q', part: 'stores', changes: [change] }, []],
    [
      'a save of several cells',
      requests.save,
      { request: 'q', part: 'stores', changes: [{ ...change, to: [1, null] }] },
      [],
    ],
    ['a save of nothing', requests.save, { request: 'q', part: 'stores', changes: [] }, ['changes']],
    ['a save without a name', requests.save, { request: '', part: 'stores', changes: [change] }, ['request']],
    [
      'an object as a value',
      requests.save,
      { request: 'q', part: 'stores', changes: [{ ...change, to: {} }] },
      ['changes.0.to'],
    ],
    [
      'a value left out',
      requests.save,
      { request: 'q', part: 'stores', changes: [{ ...change, from: undefined }] },
      ['changes.0.from'],
    ],
    ['500 records', requests.import, { request: 'q', part: 'stores', records: Array(500).fill({ a: 1 }) }, []],
    ['501 records', requests.import, { request: 'q', part: 'stores', records: Array(501).fill({ a: 1 }) }, ['records']],
    ['a workbook in a third language', requests.generate, { language: 'fr' }, ['language']],
    ['a workbook of another age', requests.generate, { planYear: 1999 }, ['planYear']],
    ['a workbook with more than is asked', requests.generate, { region: '华东', newId: 'x' }, ['newId']],
  ])('%s', (_, expected, request, misfits) => {
    expect(expected.misfits(request)).toEqual(misfits);
  });
});
