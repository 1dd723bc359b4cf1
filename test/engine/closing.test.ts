import { answers } from '../../sidebar/answers';
import type { LogLine } from '../../src/app/endpoints/log';
import { columnLetters } from '../../src/workbook/formula';
import { requestIn } from '../sheets/desk';
import { userOf } from './addon';
import { asked, wrote } from './answer';
import { recordIds, tabIn, type Value, valueIn } from './book';
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

const actual = () => tabIn(workbook, 'actuals');
const recordOf = (storeId: string): string =>
  recordIds(actual()).find((id) => valueIn(actual(), id, 'storeId') === storeId) ?? '';

/** Where a store's figure of a month stands, as people would name the cell. */
function cellOf(storeId: string, month: number): string {
  const { rows, columns } = actual();
  return `${columnLetters((columns.get(`sales.${month}`) ?? -1) + 1)}${(rows.get(recordOf(storeId)) ?? -1) + 1}`;
}

const typed = (storeId: string, month: number, text: string): void =>
  addon.type(actual().name, cellOf(storeId, month), text);

/** The figures that are shown in red, by store and month. */
function red(): readonly string[] {
  const tab = actual();
  const { getters } = workbook.model;
  const found = recordIds(tab).flatMap((id) =>
    Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month): readonly string[] => {
      const place = { col: tab.columns.get(`sales.${month}`) ?? -1, row: tab.rows.get(id) ?? -1 };
      const fill = getters.getCellConditionalFormatStyle({ sheetId: tab.sheet, ...place })?.fillColor;
      return fill === '#fce8e6' ? [`${valueIn(tab, id, 'storeId')} ${month}`] : [];
    }),
  );
  return found.sort();
}

/** What the log shows of a request, the newest first. */
function lines(request: string): readonly LogLine[] {
  const answer = answers.readLog().parse(addon.run('readLog', { skip: 0 }));
  return answer.status === 'done' ? answer.lines.filter((line) => line.request.startsWith(`${request}:`)) : [];
}

const takenBack = (request: string, reason?: string) =>
  asked(addon, 'undoRequest', {
    request: `${request} back`,
    logged: lines(request)[0]?.request ?? '',
    ...(reason !== undefined && { reason }),
  }).status;

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
  expect(red()).toEqual([]);
  // What every store had then is kept beside its figure: nothing of the stores has changed.
  expect(recordIds(actual()).map((id) => valueIn(actual(), id, 'salesThen.1'))).toEqual([90_000, 80_000, 40_000, '']);
  expect(lines('january').map(({ part, record, together }) => [part, record, together])).toEqual([
    ['closings', 'm1', 1],
  ]);
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

test('the figure that is another than its month was closed with is red, and no other', () => {
  expect(red()).toEqual(['A 1']);
  expect(takenBack('late')).toBe('invalid');
  expect(takenBack('late', 'it was right')).toBe('done');
  expect([red(), row('m1')]).toEqual([[], [true, 210_000, 210_000, 0]]);
  // An open month is not watched.
  expect(sold('open month', 'B', [null, 61_000]).status).toBe('done');
  expect(red()).toEqual([]);
  expect(takenBack('open month')).toBe('done');
  // In the grid: a figure for another one, 0 for what was not known, nothing for a figure.
  typed('B', 1, '80500');
  typed('N', 1, '0');
  typed('C', 1, '');
  expect(red()).toEqual(['B 1', 'C 1', 'N 1']);
  typed('B', 1, '80000');
  typed('N', 1, '');
  typed('C', 1, '40000');
  expect(red()).toEqual([]);
  expect(sold('late again', 'A', [91_000], 'till counted again').status).toBe('done');
  expect(red()).toEqual(['A 1']);
  // Only that the month was closed without its report, as before.
  expect(checked(addon)).toHaveLength(1);
});

test('a store that is removed and comes back is known to be what its month was closed with', () => {
  wrote(addon, 'removeRecords', { request: 'away', part: 'actuals', records: [recordOf('B')] });
  expect(takenBack('away')).toBe('done');
  expect(valueIn(actual(), recordOf('B'), 'salesThen.1')).toBe(80_000);
  expect(red()).toEqual(['A 1']);
});

test('a text or an error typed over a figure of a closed month is red, and no month is closed over one', () => {
  typed('B', 1, 'abc');
  typed('C', 1, '=1/0');
  typed('N', 1, 'abc');
  typed('A', 2, 'n/a');
  expect(red()).toEqual(['A 1', 'B 1', 'C 1', 'N 1']);
  const odd = [cellOf('B', 1), cellOf('C', 1), cellOf('N', 1), cellOf('A', 2)];
  expect(checked(addon)).toEqual(
    expect.arrayContaining(odd.map((cell) => expect.stringContaining(`Actuals ${cell}:`))),
  );
  expect(close('over text', 'm2')).toEqual({
    status: 'invalid',
    faults: [],
    message: `Not closed: in “Actuals” these cells of the month hold no figure: ${cellOf('A', 2)} (n/a). Type the figure or clear the cell, then close the month.`,
  });
  typed('C', 2, '=1/0');
  const both = `${cellOf('A', 2)} (n/a), ${cellOf('C', 2)} (#DIV/0!)`;
  expect(close('over an error', 'm2')).toMatchObject({ message: expect.stringContaining(both) });
  typed('A', 2, '=IF(1=1,"",5)');
  expect(close('over nothing', 'm2')).toMatchObject({
    message: expect.stringContaining(`${cellOf('A', 2)} (=IF(1=1,"",5)), ${cellOf('C', 2)} (#DIV/0!)`),
  });
  expect(row('m2')[0]).toBe(false);
  typed('B', 1, '80000');
  typed('C', 1, '40000');
  typed('N', 1, '');
  typed('A', 2, '106000');
  typed('C', 2, '45000');
  expect(red()).toEqual(['A 1']);
  expect(checked(addon)).toHaveLength(1);
});

test('a month that is opened again shows no red, and closed anew goes by what stands in it then', () => {
  expect(close('to correct', 'm1', 'the cash book was wrong').status).toBe('done');
  expect(red()).toEqual([]);
  expect(close('anew', 'm1').status).toBe('done');
  expect([red(), row('m1')]).toEqual([[], [true, 211_000, 211_000, 0]]);
  expect(sold('once more', 'B', [80_100], 'a slip').status).toBe('done');
  expect(red()).toEqual(['B 1']);
  expect(takenBack('once more', 'no slip')).toBe('done');
  expect(red()).toEqual([]);
});

test.each([
  ['by the log', (removed: string, _record: string, _values: object) => takenBack(removed)],
  [
    'by its form',
    (removed: string, id: string, values: object) =>
      asked(addon, 'restoreRecords', { request: `${removed} restored`, part: 'actuals', records: [{ id, values }] })
        .status,
  ],
] as const)('a store that was away while its month was closed anew is red when it comes back, %s', (way, back) => {
  const record = recordOf('B');
  const values = {
    storeId: 'B',
    sales: Array.from({ length: 12 }, (_, month) => valueIn(actual(), record, `sales.${month + 1}`) || null),
  };
  const removed = `B away ${way}`;
  wrote(addon, 'removeRecords', { request: removed, part: 'actuals', records: [record] });
  expect(close(`to close ${way}`, 'm1', 'B was double').status).toBe('done');
  expect(close(`without B ${way}`, 'm1').status).toBe('done');
  expect(row('m1')).toEqual([true, 131_000, 131_000, 0]);
  expect(back(removed, record, values)).toBe('done');
  expect([red(), row('m1')]).toEqual([['B 1'], [true, 131_000, 211_000, 80_000]]);
  expect(valueIn(actual(), record, 'salesThen.1')).toBe('');
  expect(close(`to close with B ${way}`, 'm1', 'B is one store').status).toBe('done');
  expect(close(`with B ${way}`, 'm1').status).toBe('done');
  expect([red(), row('m1')]).toEqual([[], [true, 211_000, 211_000, 0]]);
});

test('of a month that was closed with no store’s figure kept it is said that these are not known', () => {
  const remark = (): unknown => valueIn(tabIn(workbook, 'closings'), 'm1', 'remark');
  expect(remark()).toBe('');
  const { name, columns, rows } = actual();
  const letters = columnLetters((columns.get('salesThen.1') ?? -1) + 1);
  const held = recordIds(actual()).map((id) => [
    `${letters}${(rows.get(id) ?? -1) + 1}`,
    valueIn(actual(), id, 'salesThen.1'),
  ]);
  for (const [cell] of held) addon.type(name, String(cell), '');
  expect([red(), row('m1')]).toEqual([[], [true, 211_000, 211_000, 0]]);
  expect(remark()).toBe('Closed before stores’ figures were kept: close anew');
  expect(checked(addon)).toContainEqual(
    expect.stringContaining('Closed before each store’s figure was kept with its month'),
  );
  for (const [cell, value] of held) addon.type(name, String(cell), String(value));
  expect(remark()).toBe('');
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

test('an import is taken back out of a month that was closed since only with a reason, which the log keeps', () => {
  expect(sold('third month', 'B', [null, null, 31_000]).status).toBe('done');
  expect(sold('another store', 'R', [null, null, 400]).status).toBe('done');
  expect(close('march', 'm3').status).toBe('done');
  const [, closed] = row('m3');
  for (const request of ['third month', 'another store']) {
    const [line] = lines(request);
    const one = { request: `${request} one`, part: line?.part, logged: line?.request, record: line?.record };
    const refused = { status: 'invalid', faults: [{ field: 'sales.3', lacks: 'reason' }] };
    expect(asked(addon, 'undoLogged', one)).toMatchObject(refused);
    expect(asked(addon, 'undoRequest', { request: `${request} all`, logged: line?.request })).toMatchObject(refused);
    expect(row('m3')).toEqual([true, closed, closed, 0]);
  }
  expect(takenBack('third month', 'wrong file')).toBe('done');
  expect(takenBack('another store', 'wrong file')).toBe('done');
  for (const request of ['third month back', 'another store back'])
    expect(logged(request)).toContainEqual(['#reason', 'null', '"wrong file"', 'done']);
  expect([recordOf('R'), row('m3')[0]]).toEqual(['', true]);
});

test('a closing is taken back only with a reason, as the month would be opened', () => {
  expect(row('m3')[0]).toBe(true);
  expect(takenBack('march')).toBe('invalid');
  expect(row('m3')[0]).toBe(true);
  expect(takenBack('march', 'not all was in')).toBe('done');
  expect(row('m3')[0]).toBe(false);
  expect(logged('march back')).toContainEqual(['#reason', 'null', '"not all was in"', 'done']);
});
