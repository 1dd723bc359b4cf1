import { bookOf } from '../../sidebar/book';
import { corrected } from '../../sidebar/form/corrected';
import { cells, field as fieldOf, part, terms } from './kit';

const { tab } = part('actuals');
const field = fieldOf('actuals', 'sales');

// Amounts are typed in tens of thousands.
const known = { 'sales.1': 180_000, 'sales.2': 200_000 };
const none = Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`sales.${month + 1}`, null]));
const [row] = bookOf(cells('actuals', { r1: { storeId: 'S1', ...none, ...known } })).rows;

const put = (key: string, text: string) => {
  if (!row) throw new Error('no row');
  return corrected({ tab, field, row, key, text }, terms);
};
const year = (...months: readonly (number | null)[]) => Array.from({ length: 12 }, (_, month) => months[month] ?? null);

test('one month of what files bring is put right, from all months as they were read', () => {
  expect(put('sales.1', '17.2')).toMatchObject({
    part: 'actuals',
    changes: [{ record: 'r1', field: 'sales', from: year(180_000, 200_000), to: year(172_000, 200_000) }],
  });
});

test('blank is not known, and 0 sold nothing', () => {
  expect(put('sales.2', '')).toMatchObject({ changes: [{ to: year(180_000) }] });
  expect(put('sales.2', '0')).toMatchObject({ changes: [{ to: year(180_000, 0) }] });
});

test('what stands there is no correction, and a text that is no amount is told', () => {
  expect(put('sales.1', '18')).toBeUndefined();
  expect(put('sales.3', '')).toBeUndefined();
  expect(put('sales.1', 'about 17')).toMatchObject({ fault: { rule: expect.any(String) } });
});
