import { type Field, input } from '../../src/model/field';
import { foldedName, keptName, keyOf, looksLike, tidied } from '../../src/model/key';

const nameOf = (fields: readonly Field[], values: Readonly<Record<string, string | number | null>>) =>
  keyOf({ id: 'visits', shape: 'table', fields })?.nameOf((field) => values[field]);

const who = input('who', 'text', { key: true });
const month = input('month', 'count', { key: true, required: true });
const place = input('place', 'text', { key: true });
const note = input('note', 'text');

test.each([
  [[who, note], { who: 'Li' }, 'Li'],
  [[who, note], { who: 'a · b' }, 'a · b'],
  [[who, note], { who: null }, ''],
  [[who, month], { who: 'Li', month: 3 }, 'Li · 3'],
  [[who, month], { who: 'Li', month: 0 }, 'Li · 0'],
  [[who, month], { who: 'Li', month: null }, ''],
  [[place, month], { place: null, month: 3 }, ' · 3'],
  [[place, month], { place: 'x', month: null }, ''],
  [[note], { note: 'x' }, undefined],
])('of %j with %j the name is %p', (fields, values, name) => {
  expect(nameOf(fields, values)).toBe(name);
});

test('other parts never have the same name', () => {
  const other = input('month', 'text', { key: true });
  expect(nameOf([who, other], { who: 'a · b', month: 'c' })).not.toBe(
    nameOf([who, other], { who: 'a', month: 'b · c' }),
  );
});

test.each([
  ['S001', 's001'],
  ['ＳＨ－００１', 'SH-001'],
  [' S001\u00a0', 'S001'],
  ['S001\t', 'S001'],
  ['\ufeffS0\u200b01', 'S001'],
  ['S\u00ad001', 'S001'],
  ['徐家汇　店', '徐家汇 店'],
  ['A  1', 'A 1'],
  ['Straße', 'STRASSE'],
  ['e\u0301', 'é'],
])('%j and %j are the same name', (one, other) => {
  expect(foldedName(one)).toBe(foldedName(other));
});

test.each([
  ['S001', 'SO01'],
  ['S001', 'S0O1'],
  ['S1', 'Sl'],
  ['S 1', 'S1'],
  ['S-1', 'S_1'],
  ['é', 'e'],
])('%j and %j are two names, and look like two', (one, other) => {
  expect(foldedName(one)).not.toBe(foldedName(other));
  expect(looksLike(one)).not.toBe(looksLike(other));
});

test.each([
  ['SA01', 'SА01', 'Cyrillic А'],
  ['CKX-1', 'СКХ-1', 'all Cyrillic'],
  ['AB', 'ΑΒ', 'Greek'],
  ['cop', 'сор', 'small Cyrillic'],
])('%j looks like %j (%s) and is another name', (one, other) => {
  expect(foldedName(one)).not.toBe(foldedName(other));
  expect(looksLike(one)).toBe(looksLike(other));
});

test.each([
  [' ＳＨ００１ ', 'SH001'],
  ['\u200b\ufeff', ''],
  ['Ａ　Ｂ', 'A　B'],
  ['👨\u200d👩\u200d👧', '👨\u200d👩\u200d👧'],
  ['㎡', '㎡'],
])('%j is kept as %j', (name, kept) => {
  expect(tidied(name)).toBe(kept);
});

test.each([
  ['店门口修路，客流少（两周）！', '店门口修路，客流少（两周）！'],
  [' \u200b雨\u200b ', '雨'],
])('words, %j, keep their signs: %j', (text, words) => {
  const field = input('issue', 'text', { key: true, worded: true });
  expect(keptName(field, text)).toBe(words);
  const key = keyOf({ id: 'visits', shape: 'table', fields: [field] });
  expect(key?.nameOf(() => text)).toBe(words);
  // Told from others all the same however they are typed.
  expect(key?.idOf(() => '修路（两周）')).toBe(key?.idOf(() => ' 修路(两周)'));
});

test('a record is found however its key is typed; it is called as it is written', () => {
  const key = keyOf({ id: 'visits', shape: 'table', fields: [who, month] });
  const value = (field: string) => ({ who: ' ｌＩ ', month: 3 })[field];
  expect([key?.nameOf(value), key?.idOf(value)]).toEqual(['lI · 3', 'li · 3']);
});
