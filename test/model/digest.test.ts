import { createHash } from 'node:crypto';
import { digestOf } from '../../src/model/digest';

/** The same by Node's own: UTF-16 with the high byte first. */
const expected = (text: string): string =>
  createHash('sha256').update(Buffer.from(text, 'utf16le').swap16()).digest('hex');

test.each([
  '',
  'a',
  '目标',
  '😀 and a half \ud83d',
  ...[26, 27, 28, 29, 31, 32, 33, 63, 64].map((length) => 'x'.repeat(length)),
  JSON.stringify({ records: Array.from({ length: 500 }, (_, row) => ({ storeId: `S${row}`, name: '徐家汇店' })) }),
])('SHA-256 of a text of UTF-16 units, case %#', (text) => {
  expect(digestOf(text)).toBe(expected(text));
});
