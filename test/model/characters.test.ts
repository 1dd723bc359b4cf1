import { bare, keepable, shortened, unkeptIn } from '../../src/model/characters';

test.each([
  ['plain 文字 \t\n', undefined],
  ['\u0000', 'U+0000'],
  ['a\u001fb', 'U+001F'],
  ['\r\n', 'U+000D'],
  ['\u0085', 'U+0085'],
  ['half \ud83d of a pair', 'U+D83D'],
  ['\udc00\ud800', 'U+DC00'],
  ['whole 😀', undefined],
  ['\ufffe', 'U+FFFE'],
  ['\uffff', 'U+FFFF'],
  ['\ufffd \ufeff \u200b \u202e', undefined],
])('of %j no cell can keep %p', (text, found) => {
  expect(unkeptIn(text)).toBe(found);
  expect(unkeptIn(keepable(text))).toBeUndefined();
});

test.each([
  ['a\r\nb\rc\vd', 'a\nb\nc\nd'],
  ['a\u0000b\ufffe', 'ab'],
  ['\ud83dx😀', 'x😀'],
])('%j is kept as %j', (text, kept) => {
  expect(keepable(text)).toBe(kept);
});

test.each([
  ['\u00a0\u200b\ufeff S1\t', 'S1'],
  ['a b', 'a b'],
  ['\u0000', ''],
])('%j is %j without what is unseen at its ends', (text, plain) => {
  expect(bare(text)).toBe(plain);
});

test('for a message a text is cut, and no pair in two', () => {
  expect(shortened('short\ntext')).toBe('short text');
  const cut = shortened('😀'.repeat(3_000_000));
  expect([...cut]).toHaveLength(40);
  expect(unkeptIn(cut)).toBeUndefined();
});
