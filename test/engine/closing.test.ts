import { requestIn } from '../sheets/desk';
import { userOf } from './addon';
import { asked, wrote } from './answer';
import { tabIn, type Value, valueIn } from './book';
import { checked, checkedBy } from './checked';
import { inApril } from './followed';

const desk = inApril();
const { addon, workbook } = desk;

/** What a month's row says: whether it is closed, by what it was closed, what it comes to now, and the difference. */
const row = (record: string): readonly unknown[] => {
  const tab = tabIn(workbook, 'closings');
  const [on, ...others] = ['closedOn', 'closedTotal', 'soldNow', 'changed'].map((id) => valueIn(tab, record, id));
  return [on !== '', ...others];
};

const sold = (request: string, storeId: string, sales: readonly (number | null)[], reason?: string) =>
  asked(addon, 'importRecords', {
    request,
    part: 'actuals',
    records: [{ storeId, sales: Array.from({ length: 12 }, (_, month) => sales[month] ?? null) }],
    confirmed: true,
    ...(reason !== undefined && { reason }),
  });

const close = (request: string, record: string, reason?: string) =>
  asked(addon, 'closeMonth', { request, part: 'closings', record, ...(reason !== undefined && { reason }) });

const logged = (request: string): readonly (readonly Value[])[] => {
  const { values, columns } = tabIn(workbook, 'log');
  const at = (line: readonly Value[], column: string): Value => line[columns.get(column) ?? -1] ?? '';
  return values
    .filter((line) => requestIn(String(at(line, 'request'))) === request)
    .map((line) => ['field', 'from', 'to', 'state'].map((column) => at(line, column)));
};

test('a month is closed with what it comes to, once; the others are not', () => {
  // 90,000 + 80,000 + 40,000; the new store has none yet.
  expect(row('m1')).toEqual([false, '', 210_000, '']);
  const withoutReport = 'Closed without the figures of its report, as the review is not there.';
  expect(close('january', 'm1')).toMatchObject({ status: 'done', message: expect.stringContaining(withoutReport) });
  expect(row('m1')).toEqual([true, 210_000, 210_000, 0]);
  expect(row('m2')).toEqual([false, '', 150_000, '']);
  expect(row('m12')).toEqual([false, '', '', '']);
  expect(close('again', 'm1')).toEqual({ status: 'done', records: [] });
  expect(close('no month', 'm13').status).toBe('invalid');
  expect(checkedBy(addon, 'note')).toEqual([expect.stringContaining(withoutReport)]);
  expect(checked(addon)).toHaveLength(1);
});

test('an import that would change it is refused whole, unless it says why; then it is watched', () => {
  expect(sold('silent', 'A', [91_000, 106_000])).toMatchObject({
    status: 'invalid',
    faults: [
      {
        record: 'A',
        field: 'sales.1',
        message: 'This month is closed. Say why it is corrected, or leave it as it is.',
      },
    ],
  });
  expect(row('m2')).toEqual([false, '', 150_000, '']);
  // The same figure is no change, and a month beside it is open.
  expect(sold('beside', 'A', [90_000, 106_000]).status).toBe('done');
  expect(row('m2')).toEqual([false, '', 151_000, '']);
  expect(sold('late', 'A', [91_000], 'till counted again').status).toBe('done');
  expect(logged('late')).toEqual([
    ['#reason', 'null', '"till counted again"', 'done'],
    ['sales.1', '90000', '91000', 'done'],
  ]);
  expect(row('m1')).toEqual([true, 210_000, 211_000, 1000]);
});

test('a figure that comes after closing counts as a change, and taking it back is none', () => {
  expect(sold('new', 'N', [500], 'late slip').status).toBe('done');
  expect(row('m1')).toEqual([true, 210_000, 211_500, 1500]);
  const [record] = [...tabIn(workbook, 'actuals').rows.keys()].filter(
    (id) => valueIn(tabIn(workbook, 'actuals'), id, 'storeId') === 'N',
  );
  const blanks = Array<null>(11).fill(null);
  const change = { record, field: 'sales', from: [500, ...blanks], to: [null, ...blanks] };
  wrote(addon, 'saveRecord', { request: 'back', part: 'actuals', changes: [change], reason: 'Import taken back' });
  expect(row('m1')).toEqual([true, 210_000, 211_000, 1000]);
});

test('it is opened again for a reason, and imports write into it', () => {
  expect(close('open', 'm1', ' ').status).toBe('invalid');
  expect(close('open', 'm1', 'the cash book was wrong').status).toBe('done');
  expect(row('m1')).toEqual([false, '', 211_000, '']);
  expect(logged('open')[0]).toEqual(['#reason', 'null', '"the cash book was wrong"', 'done']);
  expect(sold('open now', 'A', [92_000]).status).toBe('done');
  expect(checked(addon)).toEqual([]);
});

test('codes of files are kept with what they mean, each once', () => {
  const keep = (request: string, records: readonly object[]) =>
    wrote(addon, 'importRecords', { request, part: 'storeAliases', records, confirmed: true });
  keep('first', [
    { code: 'POS-1', storeId: 'A' },
    { code: 'HQ', leftOut: true },
  ]);
  keep('second', [{ code: 'pos-1', storeId: 'B' }]);
  const tab = tabIn(workbook, 'storeAliases');
  const held = [...tab.rows.keys()].filter((id) => !id.startsWith('#'));
  expect(held.map((id) => ['code', 'storeId', 'leftOut'].map((field) => valueIn(tab, id, field)))).toEqual([
    ['POS-1', 'B', ''],
    ['HQ', '', true],
  ]);
});

describe('of two at the same moment', () => {
  /** One user's request, with what another does before the first has the lock. */
  function meanwhile(work: () => unknown, done: () => unknown): unknown {
    let isOver = false;
    addon.hook((name) => {
      if (isOver || !name.endsWith('tryLock')) return;
      isOver = true;
      addon.hook();
      done();
    });
    const answer = work();
    addon.hook();
    return answer;
  }
  const other = userOf(workbook, 'other@example.com');
  const sales = (first: number | null, second: number | null = null): readonly (number | null)[] => [
    first,
    second,
    ...Array<null>(10).fill(null),
  ];
  const imported = (request: string, figures: readonly (number | null)[]) =>
    asked(other, 'importRecords', {
      request,
      part: 'actuals',
      records: [{ storeId: 'A', sales: figures }],
      confirmed: true,
    });

  test('a month that is imported into while it waits to be closed is closed with what it comes to then', () => {
    expect(row('m1').slice(1)).toEqual(['', 212_000, '']);
    expect(
      meanwhile(
        () => close('both', 'm1').status,
        () => imported('before it closes', sales(93_000)),
      ),
    ).toBe('done');
    expect(row('m1')).toEqual([true, 213_000, 213_000, 0]);
  });

  test('an import into a month that is closed while it waits is refused as one that came later', () => {
    const answer = meanwhile(
      () => sold('as it closes', 'A', [null, 107_000]),
      () => asked(other, 'closeMonth', { request: 'february', part: 'closings', record: 'm2' }),
    );
    expect(answer).toMatchObject({ status: 'invalid', faults: [{ record: 'A', field: 'sales.2' }] });
    expect(row('m2').slice(1)).toEqual([151_000, 151_000, 0]);
  });
});
