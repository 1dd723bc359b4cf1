import { read, requests, type Shape } from '../../src/app/requests';
import { frozen } from '../frozen';

const change = { record: 'r', field: 'growth', from: null, to: 0.1 };
const save = { request: 'q', part: 'stores', changes: [change] };
const block = { request: 'q', part: 'stores', records: [{ a: 1 }] };
const filled = (count: number) => ({ ...block, records: Array(count).fill({ a: 1 }) });

/** What JSON makes of text that a hostile page may send: `__proto__` is a key like any other. */
const sent = (text: string): unknown => JSON.parse(text);

const misfits = (shape: Shape<unknown>, request: unknown): readonly string[] => {
  const given = read(shape, request);
  return 'misfits' in given ? given.misfits : [];
};

test.each<readonly [string, Shape<unknown>, unknown, readonly string[]]>([
  ['a save', requests.save, save, []],
  ['a save of several cells', requests.save, { ...save, changes: [{ ...change, to: [1, null] }] }, []],
  ['a save of nothing', requests.save, { ...save, changes: [] }, ['changes']],
  ['a save without a name', requests.save, { ...save, request: '' }, ['request']],
  ['a name that is too long', requests.save, { ...save, request: 'q'.repeat(101) }, ['request']],
  ['a number for a name', requests.save, { ...save, request: 1 }, ['request']],
  ['a part left out', requests.save, { request: 'q', changes: [change] }, ['part']],
  ['an object as a value', requests.save, { ...save, changes: [{ ...change, to: {} }] }, ['changes.0.to']],
  ['a list in a list', requests.save, { ...save, changes: [change, { ...change, to: [[1]] }] }, ['changes.1.to']],
  ['a value left out', requests.save, { ...save, changes: [{ ...change, from: undefined }] }, ['changes.0.from']],
  // The field's own rule says what is wrong with it.
  ['what is no number, for a value', requests.save, { ...save, changes: [{ ...change, to: Number.NaN }] }, []],
  [
    'what is no number, of one that is there',
    requests.save,
    { ...save, changes: [{ ...change, from: 1 / 0 }] },
    ['changes.0.from'],
  ],
  [
    'more than a cell holds',
    requests.save,
    { ...save, changes: [{ ...change, from: 'x'.repeat(50_001) }] },
    ['changes.0.from'],
  ],
  ['a name of five million letters', requests.open, { part: 'p'.repeat(5_000_000) }, ['part']],
  [
    'a key of five million letters',
    requests.add,
    { ...block, records: [{ ['k'.repeat(5_000_000)]: 1 }] },
    [`records.0.${'k'.repeat(39)}…`],
  ],
  [
    'more keys than any record has',
    requests.add,
    { ...block, records: [Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`k${n}`, 1]))] },
    ['records.0'],
  ],
  ['a name with what is unseen', requests.save, { ...save, request: 'q\u0000' }, ['request']],
  ['a reason that no cell can keep', requests.save, { ...save, reason: '\ud800' }, ['reason']],
  [
    'every misfit',
    requests.save,
    { request: '', part: 2, changes: [{}], x: 1 },
    ['request', 'part', 'changes.0.record', 'changes.0.field', 'changes.0.from', 'changes.0.to', 'x'],
  ],
  ['more than is asked of a change', requests.save, { ...save, changes: [{ ...change, by: 'me' }] }, ['changes.0.by']],
  ['an object for a list', requests.save, { ...save, changes: { length: 0 } }, ['changes']],
  ['500 records', requests.import, filled(500), []],
  ['501 records', requests.import, filled(501), ['records']],
  ['no records', requests.add, filled(0), ['records']],
  ['a list for a record', requests.add, { ...block, records: [[1]] }, ['records.0']],
  ['a blank for a record', requests.add, { ...block, records: [null] }, ['records.0']],
  ['part of a record to follow', requests.import, { ...block, toFollow: 1.5 }, ['toFollow']],
  ['more records to follow than a tab holds', requests.import, { ...block, toFollow: 50_001 }, ['toFollow']],
  ['records put back', requests.restore, { ...block, records: [{ id: 'a', values: { months: [1, null] } }] }, []],
  ['a record put back without its id', requests.restore, { ...block, records: [{ values: {} }] }, ['records.0.id']],
  ['six parts to check', requests.check, { parts: Array(6).fill('a') }, []],
  ['seven parts to check', requests.check, { parts: Array(7).fill('a') }, ['parts']],
  ['a part to open, some of its records', requests.open, { part: 'stores', records: ['a'] }, []],
  ['a record without a name to open', requests.open, { part: 'stores', records: ['a', ''] }, ['records.1']],
  ['some fields of many records', requests.open, { part: 'stores', some: { fields: ['name'], wholeTo: 200 } }, []],
  [
    'some fields without a number',
    requests.open,
    { part: 'stores', some: { fields: [''] } },
    ['some.fields.0', 'some.wholeTo'],
  ],
  ['nothing for what may be left out', requests.open, { part: 'stores', records: null }, ['records']],
  ['columns', requests.remember, { part: 'stores', columns: { 门店: 'storeId', 备注: '' } }, []],
  ['a number for a column', requests.remember, { part: 'stores', columns: { 门店: 1 } }, ['columns.门店']],
  ['a new workbook', requests.generate, {}, []],
  ['what is there already', requests.generate, { section: '', upgrade: true }, []],
  ['a workbook in a third language', requests.generate, { language: 'fr' }, ['language']],
  ['a workbook of another age', requests.generate, { planYear: 1999 }, ['planYear']],
  ['a year and a half', requests.generate, { planYear: 2026.5 }, ['planYear']],
  ['a workbook with more than is asked', requests.generate, { region: '华东', newId: 'x' }, ['newId']],
  ['text', requests.generate, 'zh', ['request']],
  ['nothing', requests.generate, null, ['request']],
  ['a list', requests.generate, [], ['request']],
  ['a key of every object', requests.generate, { toString: 'x', constructor: 1 }, ['toString', 'constructor']],
  ['a prototype of its own', requests.recall, sent('{"part":"a","__proto__":{"b":1}}'), ['__proto__']],
])('%s', (_, shape, request, places) => {
  expect(misfits(shape, frozen(request))).toEqual(places);
});

test('a record’s prototype is not written over', () => {
  const record = sent('{"storeId":"S1","__proto__":{"polluted":1},"constructor":{"prototype":1}}');
  const places = misfits(requests.add, { ...block, records: [record] });
  expect(places).toEqual(['records.0.constructor']);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

test('a schema is built once, when the first request is read', () => {
  expect(requests.save()).toBe(requests.save());
});
