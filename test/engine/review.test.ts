import { readXlsx } from 'hucre/xlsx';
import type { Workbook } from '../../host/index';
import { exportXlsx, fileOf } from '../../host/xlsx';
import { reader } from '../../sidebar/answers';
import { dayNumber } from '../../src/maths/day';
import { usualWindows } from '../../src/maths/festival';
import { ratePriceEffects } from '../../src/maths/ratePrice';
import { openingVariance } from '../../src/maths/variance';
import { festivalShift, yearOnYear } from '../../src/maths/yearOnYear';
import { drivers } from '../../src/model/ratePrice';
import { sections } from '../../src/sections';
import { dueParts } from '../../src/sections/review/due';
import { numbersFrom } from '../numbers';
import { oneOf } from '../places';
import type { Desk } from './addon';
import { asked, listing, wrote } from './answer';
import { tabIn, type Value, valueIn } from './book';
import { checked } from './checked';
import { type Case, fill, followed } from './followed';
import { region, reviewed } from './inReview';

const groups = ['kept', 'opened', 'notOpened', 'unplanned', 'closure', 'missing', 'all'];
const checks = ['groupsCheck', 'mixCheck', 'openingsCheck', 'toForecastCheck', 'toThisYearCheck'];

const isError = (value: Value): boolean => /^#(?:ERROR|VALUE|DIV|REF|NAME|N\/A|NUM)/.test(String(value));

/** Figures of the variance, in the currency's unit. */
function shown(workbook: Workbook) {
  const unit = Number(valueIn(tabIn(workbook, 'settings'), 'unitSize', 'value.1'));
  const tab = tabIn(workbook, 'variance');
  return {
    unit,
    amounts: (row: string, columns: readonly number[]) =>
      columns.map((column) => Math.round(Number(valueIn(tab, row, `c${column}`)) * unit * 100) / 100),
    value: (row: string, column: number) => valueIn(tab, row, `c${column}`),
    checks: checks.map((row) => valueIn(tab, row, 'c8')),
    errors: ['variance', 'reviewMonths', 'monthlyReport', 'weeklyReport'].flatMap((id) =>
      tabIn(workbook, id).values.flat().filter(isError),
    ),
  };
}

let shared: Desk | undefined;
/** One desk for tests that only read, or write each into other parts. */
const inReview = (): Desk => {
  shared ??= reviewed();
  return shared;
};

const later = fill(11, 100_000);
const unknown: readonly null[] = Array(11).fill(null);
const store = (id: string, target: number, sold: number, openedOn: number | null = null): Case => ({
  id,
  ownership: 'franchised',
  openedOn,
  closedOn: null,
  targets: [target, ...later],
  sold: [sold, ...unknown],
});

test('four stores in April: each in one group, months without figures on neither side', () => {
  const { workbook } = inReview();
  const { amounts, value, checks: zeros, errors } = shown(workbook);
  expect(groups.map((row) => [value(row, 2), ...amounts(row, [3, 4, 6, 7])])).toEqual([
    [3, 775_000, 715_000, 696_000, -19_000],
    [1, 109_286, 109_286, 92_000, -17_286],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0],
    [4, 884_286, 824_286, 788_000, -36_286],
  ]);
  expect(zeros).toEqual([0, 0, 0, 0, 0]);
  expect(errors).toEqual([]);
  const months = tabIn(workbook, 'reviewMonths');
  const month = (row: string, group: string) =>
    ['Due', 'Covered', 'Actual'].map((figure) => valueIn(months, row, `${group}${figure}`));
  expect(month('m3', 'all')).toEqual([284_286, 284_286, 275_000]);
  expect(month('m4', 'all')).toEqual([160_000, 160_000, 153_000]);
  expect(month('m4', 'opened')).toEqual([45_000, 45_000, 42_000]);
  expect(month('m5', 'all')).toEqual(['', '', '']);

  // On paper: the month, the year so far, and who is behind; the store of which too little is known is not among them.
  const report = (tab: string, row: string, columns: readonly number[]) =>
    columns.map((column) => {
      const shownAs = valueIn(tabIn(workbook, tab), row, `c${column}`);
      return typeof shownAs === 'number' ? Math.round(shownAs * 1e4) / 1e4 : shownAs;
    });
  for (const tab of ['monthlyReport', 'weeklyReport']) {
    expect(report(tab, 'month.all', [2, 3, 4, 5, 6])).toEqual([160, 160, 153, 0.9563, -7]);
    expect(report(tab, 'year.all', [2, 3, 4, 5, 6, 8])).toEqual([884.286, 824.286, 788, 0.956, -36.286, 0.9321]);
    expect(report(tab, 'year.opened', [2, 4])).toEqual([109.286, 92]);
    expect(['worst1', 'worst2', 'worst3', 'worst4', 'best1'].map((row) => report(tab, row, [1, 2]))).toEqual([
      ['Store C', -20],
      ['Store N', -17.286],
      ['Store A', -10],
      ['', ''],
      ['', ''],
    ]);
  }
  expect(report('monthlyReport', 'title', [1])).toEqual(['华东 monthly report 2027-04']);
  expect(report('monthlyReport', 'warnings', [1])).toEqual(['Figures are known of 93.2% of the target to date only']);
  expect(report('monthlyReport', 'forecast', [2, 3, 5, 7])).toEqual([3647.283, 3490.006, 3490.006, 3683.569]);
  expect(report('monthlyReport', 'red', [2, 8])).toEqual(['', '']);
});

test('against last year’s history only months that are known, two in one figure once both are over, and by this year’s festival', () => {
  const { workbook, addon } = followed([store('A', 100_000, 110_000)], dayNumber(2027, 1, 31), region());
  const sales = [110_000, 110_000, 110_000, ...fill(9, 0)];
  wrote(addon, 'importRecords', { request: 'sold', part: 'actuals', records: [{ storeId: 'A', sales }] });
  const months = [200_000, null, 100_000, ...fill(9, 100_000)];
  const records = [{ year: 2026, months, together: true }];
  const [record] = wrote(addon, 'addRecords', { request: 'year', part: 'history', records });
  const save = (request: string, part: string, change: object): unknown =>
    wrote(addon, 'saveRecord', { request, part, changes: [change] });
  let through = '2027-01-31';
  const against = (day: string): readonly Value[] => {
    if (day !== through) {
      const change = { record: 'settings', field: 'dataThrough', from: through, to: day };
      save(`${through} ${day}`, 'settings', change);
    }
    through = day;
    return ['month.all', 'year.all'].map((row) => {
      const shownAs = valueIn(tabIn(workbook, 'monthlyReport'), row, 'c7');
      return typeof shownAs === 'number' ? Math.round(shownAs * 1e4) / 1e4 : shownAs;
    });
  };
  expect(['2027-01-31', '2027-02-15', '2027-02-28', '2027-03-31'].map(against)).toEqual([
    ['', ''],
    ['', ''],
    ['', 0.1],
    [0.1, 0.1],
  ]);
  // February is simply not known: what the year came to so far cannot be compared.
  save('apart', 'history', { record, field: 'together', from: true, to: false });
  expect(['2027-03-31', '2027-01-31'].map(against)).toEqual([
    [0.1, ''],
    [-0.45, -0.45],
  ]);

  // Followed by the festival, last year’s January to March are laid out as the maths say, and the heads say so.
  const heads = () => [
    valueIn(tabIn(workbook, 'weeklyReport'), 'monthHeader', 'c7'),
    valueIn(tabIn(workbook, 'followUpSummary'), '#labels', 'yearOnYear'),
  ];
  expect(heads()).toEqual(['On last year · As sold', 'Year on year ƒ · As sold']);
  const last = [120_000, 80_000, ...fill(10, 100_000)];
  save('whole', 'history', { record, field: 'months', from: months, to: last });
  save('festival', 'settings', { record: 'settings', field: 'festival', from: null, to: true });
  const shift = festivalShift(dayNumber(2027, 1, 1), usualWindows) ?? undefined;
  const of = (...elapsed: readonly number[]): number => {
    const { change } = yearOnYear({ last, sold: sales, elapsed: [...elapsed, ...fill(9, 0)] }, shift);
    return Math.round((change ?? 0) * 1e4) / 1e4;
  };
  expect(against('2027-02-28')).toEqual([of(0, 1, 0), of(1, 1, 0)]);
  // It is eleven days earlier than the year before: February had more of what is sold before it.
  expect(of(0, 1, 0)).toBeGreaterThan(110 / 80 - 1);
  expect(heads()).toEqual(['On last year · Festival-comparable', 'Year on year ƒ · Festival-comparable']);
  against('2027-04-30');
  expect(heads()).toEqual(['On last year', 'Year on year ƒ']);
});

test('sales that nobody has told are not held against last year’s, however little is asked to be covered', () => {
  const untold = { ...store('A', 100_000, 0), sold: [null, ...unknown] };
  const { workbook, addon } = followed([untold], dayNumber(2027, 1, 31), region());
  wrote(addon, 'addRecords', {
    request: 'year',
    part: 'history',
    records: [{ year: 2026, months: fill(12, 100_000) }],
  });
  const change = { record: 'followUpTerms', field: 'coverageLine', from: null, to: 0 };
  wrote(addon, 'saveRecord', { request: 'line', part: 'followUpTerms', changes: [change] });
  const against = (): readonly Value[] =>
    ['month.all', 'year.all'].map((row) => valueIn(tabIn(workbook, 'monthlyReport'), row, 'c7'));
  expect(against()).toEqual(['', '']);
  const records = [{ storeId: 'A', sales: [110_000, ...unknown] }];
  wrote(addon, 'importRecords', { request: 'sold', part: 'actuals', records });
  expect(against().map((value) => Number(Number(value).toFixed(6)))).toEqual([0.1, 0.1]);
});

test('what traffic, three rates and price explain of the difference, by the stores that count them; the rest is named', () => {
  const { workbook, addon } = inReview();
  const rows = [...drivers.map((driver) => `${driver}Part`), 'ratesRest', 'withoutRates', 'ratesAll'];
  const parts = (): readonly Value[] => [
    ...rows.map((row) => shown(workbook).value(row, 7)),
    ...[shown(workbook).value('ratesAll', 8), shown(workbook).value('ratesCheck', 8)],
  ];
  expect(parts()).toEqual(Array(10).fill(''));
  const heading = '4. Actual less covered target, by the three rates of stores that count them';
  expect(shown(workbook).value('ratesHeading', 1)).toBe(`${heading}: none do so far`);
  const [aim, february, april] = [
    [2000, 0.25, 0.2, 1, 1000],
    [2100, 0.24, 0.21, 1.02, 980],
    [980, 0.25, 0.19, 1, 1000],
  ] as const;
  const named = (values: readonly number[], suffix: string) =>
    Object.fromEntries(drivers.map((driver, index) => [`${driver}${suffix}`, values[index] ?? null]));
  wrote(addon, 'addRecords', {
    request: 'aims',
    part: 'rates',
    records: ['A', 'B'].map((scope) => ({ scope, ...named(aim, 'Now'), ...named(aim, 'Target') })),
  });
  const record = (store: string, month: string, values: readonly number[]) => ({ store, month, ...named(values, '') });
  wrote(addon, 'addRecords', {
    request: 'counted',
    part: 'storeRates',
    records: [
      record('A', '2027-02', february),
      record('A', '2027-04', april),
      // B has not told what it sold in February, C has no aim, and data do not reach May.
      record('B', '2027-02', february),
      record('C', '2027-02', february),
      record('A', '2027-05', february),
    ],
  });
  // Half of April has gone: half of its visitors are due.
  const half = aim.map((value, index) => (index === 0 ? value / 2 : value));
  const effects = [ratePriceEffects(aim, february), ratePriceEffects(half, april)];
  const sums = drivers.map((_, index) => effects.reduce((sum, of) => sum + (of[index] ?? 0), 0));
  const explained = sums.reduce((sum, effect) => sum + effect, 0);
  // 105 of 100 thousand, and 47 of 50.
  const expected = [...sums, 2000 - explained, -36_286 - 2000, -36_286].map((amount) => amount / 1000);
  const [...told] = parts();
  for (const [index, amount] of expected.entries()) expect(Number(told[index])).toBeCloseTo(amount, 9);
  expect(told.slice(8)).toEqual([2, 0]);
  expect(shown(workbook).value('ratesHeading', 1)).toBe(heading);
});

test('what is due in any part is told as in the sidebar, overdue first; long texts say that they go on', () => {
  const { workbook, addon } = inReview();
  const save = (part: string, record: string | undefined, values: Readonly<Record<string, unknown>>): void => {
    const changes = Object.entries(values).map(([field, to]) => ({ record, field, from: null, to }));
    wrote(addon, 'saveRecord', { request: `${part} ${record}`, part, changes });
  };
  const asOf = { record: 'settings', field: 'asOf', from: null, to: '2027-04-15' };
  wrote(addon, 'saveRecord', { request: 'as of', part: 'settings', changes: [asOf] });
  const channels = listing(addon, 'expansion').map(({ id }) => id);
  save('rates', 'region', { dueOn: '2027-04-12', keyActions: '试衣服务'.repeat(30), owner: 'Li' });
  save('members', 'members', { dueOn: '2027-05-15' });
  save('expansion', channels[0], { dueOn: '2027-05-16', keyActions: 'after 30 days' });
  save('expansion', channels[1], { dueOn: '2027-04-12', keyActions: 'done', progress: 1 });
  save('expansion', channels[2], { dueOn: '2027-04-12', keyActions: 'signs '.repeat(10).trim(), progress: 0.5 });
  const actions = [
    { store: 'A', issue: 'Fewer people', dueOn: '2027-04-14', keyActions: 'leaflets' },
    { issue: 'Rain', dueOn: '2027-04-15', keyActions: 'wait' },
    { store: 'C', issue: 'No day', keyActions: 'some time' },
  ].map((one) => ({ month: '2027-03', reason: 'traffic', ...one }));
  wrote(addon, 'addRecords', { request: 'actions', part: 'actions', records: actions });
  const channel = valueIn(tabIn(workbook, 'expansion'), channels[2] ?? '', 'channel');
  for (const tab of ['monthlyReport', 'weeklyReport']) {
    const rows = [1, 2, 3, 4, 5, 6].map((place) =>
      [1, 2, 4, 7, 8].map((column) => valueIn(tabIn(workbook, tab), `action${place}`, `c${column}`)),
    );
    const day = (date: number, month = 4): number => dayNumber(2027, month, date);
    expect(rows).toEqual([
      [channel, 'Expansion', 'signs '.repeat(10).trim(), day(12), 'Overdue'],
      ['Region, franchised', 'Three rates, one price', `${'试衣服务'.repeat(13)}试…`, day(12), 'Overdue'],
      ['Store A', 'Fewer people', 'leaflets', day(14), 'Overdue'],
      ['', 'Rain', 'wait', day(15), 'Not started'],
      ['', 'Members', '', day(15, 5), 'Not started'],
      ['', '', '', '', ''],
    ]);
    expect(valueIn(tabIn(workbook, tab), 'more', 'c1')).toBe('Overdue: 3.');
  }
  const { due, overdue } = reader('readFollowing')(addon.run('readFollowing', null));
  expect(overdue).toBe(3);
  expect(due.map(({ part, dueOn }) => [part, dueOn])).toEqual([
    ['expansion', '2027-04-12'],
    ['rates', '2027-04-12'],
    ['actions', '2027-04-14'],
    ['actions', '2027-04-15'],
    ['members', '2027-05-15'],
  ]);
  expect(valueIn(tabIn(workbook, 'reviewMonths'), 'm4', 'actionsOverdue')).toBe(3);
  expect(dueParts).toEqual(
    sections
      .flatMap(({ tabs }) => tabs)
      .filter(({ fields }) => fields.some(({ id }) => id === 'openKey' && fields.some((one) => one.id === 'dueOn')))
      .map(({ id }) => id),
  );
});

// 1,000 people × 10 % × 20 % × 1.5 × 200 are 6,000 a month; a quarter more who buy are 7,500.
test('money of three rates is in the unit that the page names, what a piece costs in the currency', () => {
  const { workbook, addon } = inReview();
  const now = { trafficNow: 1000, entryNow: 0.1, conversionNow: 0.2, attachNow: 1.5, priceNow: 200 };
  const changes = Object.entries({ ...now, conversionTarget: 0.25 }).map(([field, to]) => ({
    record: 'region',
    field,
    from: null,
    to,
  }));
  wrote(addon, 'saveRecord', { request: 'rates now', part: 'rates', changes });
  const cells = (row: string): readonly Value[] =>
    [2, 3, 4, 5, 6, 7, 8].map((column) => valueIn(tabIn(workbook, 'monthlyReport'), row, `c${column}`));
  expect(cells('rates')).toEqual([0.1, 0.2, 1.5, 200, 6, 7.5, 1.5]);
  expect(cells('ratesHeader')[3]).toBe('Price (CNY)');
});

test('both bridges are columns on each other in the .xlsx, what lies below a step is not drawn', async () => {
  const book = await readXlsx(await exportXlsx(inReview().workbook));
  const { charts = [] } = book.sheets.find(({ name }) => name === 'Variance') ?? {};
  const base = { theme: 'bg1', alpha: 0 };
  const [up, down, whole] = ['0B6B54', 'C5221F', '5F6368'];
  expect(charts.map(({ kinds, legend, series }) => [kinds, legend, series?.map(({ color }) => color)])).toEqual([
    [['bar'], undefined, [base, up, up, down, down, whole]],
    [['bar'], undefined, [base, up, up, down, down, whole]],
  ]);
  expect(charts[0]?.series?.[0]?.valuesRef?.split('!')[1]).toBe('$N$6:$N$14');
  // Said in so many words: LibreOffice draws small marks where nothing is said of them.
  const written = fileOf(inReview().workbook).sheets.find(({ name }) => name === 'Variance')?.charts ?? [];
  expect(written.map(({ axes }) => [axes?.x?.minorTickMark, axes?.y?.minorTickMark])).toEqual(
    Array(2).fill(['none', 'none']),
  );
});

test('a month is closed with the figures of its report, which stay when it is corrected and when it is opened again', () => {
  const { workbook, addon } = reviewed();
  const history = (row: string, columns: readonly string[]) =>
    columns.map((column) => valueIn(tabIn(workbook, 'reportHistory'), row, column));
  const shownFigures = ['monthDue', 'monthCovered', 'monthActual', 'yearCovered', 'yearActual', 'correctedSince'];
  const close = (request: string, reason?: string) =>
    asked(addon, 'closeMonth', { request, part: 'closings', record: 'm3', ...(reason !== undefined && { reason }) });
  expect(history('m3', shownFigures)).toEqual(['', '', '', '', '', '']);
  addon.calls.reset();
  expect(close('march').status).toBe('done');
  // The report's months are read before the lock, and under it only if anything was logged meanwhile.
  expect(addon.calls.sequence.length).toBeLessThanOrEqual(30);
  const closed = [284_286, 284_286, 275_000, 664_286, 635_000];
  expect(history('m3', shownFigures)).toEqual([...closed, 0]);
  expect(history('m3', ['yearWorking', 'storesRed', 'monthAchievement'])).toEqual([3_683_569, 2, 275_000 / 284_286]);
  const late = { storeId: 'A', sales: [null, null, 99_500, ...Array(9).fill(null)] };
  wrote(addon, 'importRecords', {
    request: 'late',
    part: 'actuals',
    records: [late],
    confirmed: true,
    reason: 'till counted again',
  });
  expect(history('m3', shownFigures)).toEqual([...closed, 1500]);
  expect(valueIn(tabIn(workbook, 'monthlyReport'), 'warnings', 'c5')).toBe(
    'Months corrected since closing: 1, by 1.50',
  );
  expect(close('again', 'the cash book was wrong').status).toBe('done');
  expect(history('m3', ['closedOn', ...shownFigures])).toEqual(['', ...closed, 1500]);
  expect(history('m3', ['reopenedOn'])).not.toEqual(['']);
  expect(close('anew').status).toBe('done');
  expect(history('m3', ['reopenedOn', 'monthActual', 'yearActual', 'correctedSince'])).toEqual([
    '',
    276_500,
    636_500,
    0,
  ]);
  expect(checked(addon)).toEqual([]);

  // Data that reach less far by now correct nothing, and before the year there is no month to report of.
  const reach = (from: string, to: string): void => {
    const changes = [{ record: 'settings', field: 'dataThrough', from, to }];
    wrote(addon, 'saveRecord', { request: to, part: 'settings', changes });
  };
  reach('2027-04-15', '2027-02-28');
  expect(history('m3', ['monthActual', 'correctedSince'])).toEqual([276_500, '']);
  reach('2027-02-28', '2026-12-31');
  expect(valueIn(tabIn(workbook, 'monthlyReport'), 'title', 'c1')).toBe('华东 monthly report');
});

test('signed, and then otherwise: +10 −40 −10 −25 +12 = −53 thousand, each group by itself', () => {
  const january = dayNumber(2027, 1, 5);
  const stores = [
    store('K1', 100_000, 95_000),
    store('K2', 200_000, 215_000),
    store('C', 60_000, 20_000),
    store('O', 40_000, 30_000, january),
    store('N', 25_000, 0, january),
  ];
  const { workbook, addon } = followed(stores, dayNumber(2027, 1, 31), region());
  const { planned } = addon.run('readSigning') as { readonly planned: number };
  expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
  expect(addon.run('reopenPlan', { request: 'open', reason: 'it came otherwise' })).toMatchObject({ status: 'done' });
  const added = { storeId: 'U', name: 'U', ownership: 'selfOperated', openedOn: '2027-01-20' };
  wrote(addon, 'addRecords', { request: 'unplanned', part: 'stores', records: [added] });
  const sold = { storeId: 'U', sales: [12_000, ...unknown] };
  wrote(addon, 'importRecords', { request: 'its sales', part: 'actuals', records: [sold] });
  const idOf = (code: string) => listing(addon, 'stores').find(({ values }) => values.storeId === code)?.id;
  const changes = [
    { record: idOf('C'), field: 'closedOn', from: null, to: '2027-01-31' },
    { record: idOf('N'), field: 'openedOn', from: '2027-01-05', to: '2027-03-01' },
  ];
  wrote(addon, 'saveRecord', { request: 'otherwise', part: 'stores', changes });
  const { amounts, value, checks: zeros, errors } = shown(workbook);
  expect(groups.map((row) => [value(row, 2), ...amounts(row, [4, 6, 7])])).toEqual([
    [2, 300_000, 310_000, 10_000],
    [1, 40_000, 30_000, -10_000],
    [1, 25_000, 0, -25_000],
    [1, 0, 12_000, 12_000],
    [1, 60_000, 20_000, -40_000],
    [0, 0, 0, 0],
    [6, 425_000, 372_000, -53_000],
  ]);
  expect(zeros).toEqual([0, 0, 0, 0, 0]);
  expect(errors).toEqual([]);
});

// In January of some hundred stores: targets and sales with cents, returns, months that nobody told of, openings, closings.
test.each(oneOf([11, 12, 13], 'random stores in review'))(
  'random stores (%i), signed and then otherwise: whatever comes, all parts add up to the cent',
  (seed) => {
    const pick = numbersFrom(seed);
    const money = (): number => (pick(5) === 0 ? 0 : pick(30_000_000) / 100);
    const early = dayNumber(2027, 1, 5);
    const stores = Array.from({ length: 60 }, (_, index): Case => {
      const isNew = pick(4) === 0;
      const sold = pick(5) === 0 ? null : pick(9) === 0 ? -money() : money();
      return {
        id: `S${index}`,
        ownership: pick(3) === 0 ? 'selfOperated' : 'franchised',
        openedOn: isNew ? early : null,
        closedOn: pick(8) === 0 ? dayNumber(2027, 3, 31) : null,
        targets: [money(), money(), money(), ...fill(9, 0)],
        sold: [sold, ...unknown],
      };
    });
    const { workbook, addon } = followed(stores, dayNumber(2027, 1, 31), region());
    const records = new Map(listing(addon, 'stores').map(({ id, values }) => [values.storeId, id]));
    const save = (request: string, changes: readonly object[]): void => {
      wrote(addon, 'saveRecord', { request, part: 'stores', changes });
    };
    const sales = stores.map(({ id }) => ({
      record: records.get(id),
      field: 'lastYearSales',
      from: null,
      to: money(),
    }));
    save('last year', sales);
    const { planned } = addon.run('readSigning') as { readonly planned: number };
    expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
    expect(addon.run('reopenPlan', { request: 'open', reason: 'it came otherwise' })).toMatchObject({ status: 'done' });
    // Some close earlier than was signed, some open late; some come that nobody had planned.
    const otherwise = stores.flatMap(({ id, openedOn, closedOn }): readonly object[] => {
      const record = records.get(id);
      if (openedOn !== null && pick(2) === 0)
        return [{ record, field: 'openedOn', from: '2027-01-05', to: '2027-03-01' }];
      if (openedOn === null && closedOn === null && pick(6) === 0)
        return [{ record, field: 'closedOn', from: null, to: '2027-01-31' }];
      return [];
    });
    save('otherwise', otherwise);
    // What was not signed is followed against what is planned of it.
    const unplanned = Array.from({ length: 4 }, (_, index) => ({ id: `U${index}`, target: money(), sold: money() }));
    wrote(addon, 'addRecords', {
      request: 'unplanned',
      part: 'stores',
      records: unplanned.map(({ id, target }) => ({
        storeId: id,
        name: id,
        ownership: 'franchised',
        openedOn: '2027-01-20',
        agreedTarget: target,
        months: [target, ...fill(11, 0)],
      })),
    });
    const itsSales = unplanned.map((one) => ({ storeId: one.id, sales: [one.sold, ...unknown] }));
    wrote(addon, 'importRecords', { request: 'theirs', part: 'actuals', records: itsSales });

    const { amounts, value, checks: zeros, errors } = shown(workbook);
    expect(errors).toEqual([]);
    expect(zeros).toEqual([0, 0, 0, 0, 0]);
    // In cents, from what was typed: what is sold, less the targets of those whose sales are known; each row in one group.
    const cents = (amount: number): number => Math.round(amount * 100);
    const known = stores.flatMap(({ targets, sold: [amount = null] }) =>
      amount === null ? [] : [{ target: targets[0] ?? 0, sold: amount }],
    );
    const total = (of: 'target' | 'sold'): number =>
      [...known, ...unplanned].reduce((sum, one) => sum + cents(one[of]), 0);
    const rows = groups.slice(0, -1).map((row) => amounts(row, [4, 6, 7]).map(cents));
    expect([0, 1, 2].map((at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0))).toEqual([
      total('target'),
      total('sold'),
      total('sold') - total('target'),
    ]);
    expect(rows.map(([target = 0, sold = 0, part = 0]) => sold - target - part)).toEqual(fill(6, 0));
    expect(groups.slice(0, -1).reduce((sum, row) => sum + Number(value(row, 2)), 0)).toBe(
      stores.length + unplanned.length,
    );
    expect(groups.filter((row) => Number(value(row, 2)) > 0).length).toBeGreaterThanOrEqual(6);
  },
);

test('last year to this year by ownership, and 8 store-months of openings planned of which 5 come: as the maths say', () => {
  const january = dayNumber(2027, 1, 1);
  const opened = Array.from({ length: 5 }, (_, index): Case => {
    const { targets: _targets, ...rest } = store(`N${index}`, 0, 110_000, january);
    return { ...rest, targets: fill(12, 90_000) };
  });
  const { workbook, addon } = followed(opened, dayNumber(2027, 1, 31), region());
  const mall = listing(addon, 'expansion').find(({ values }) => values.channel === 'mall')?.id;
  wrote(addon, 'saveRecord', {
    request: 'ramp',
    part: 'settings',
    changes: [{ record: 'settings', field: 'ramp', from: Array(12).fill(null), to: fill(12, 1) }],
  });
  wrote(addon, 'saveRecord', {
    request: 'openings',
    part: 'expansion',
    changes: [
      { record: mall, field: 'matureBaseline', from: null, to: 100_000 },
      { record: mall, field: 'targetOpenings', from: null, to: 11 },
      // Three more in May: nobody misses them in January.
      { record: mall, field: 'openings', from: Array(12).fill(null), to: [8, 0, 0, 0, 3, ...fill(7, 0)] },
    ],
  });
  const { amounts, value, checks: zeros, errors } = shown(workbook);
  const { timing, performance } = openingVariance(
    { storeMonths: 8, sales: 800_000 },
    { storeMonths: 5, sales: 550_000 },
  );
  expect([value('planned', 2), value('came', 2)]).toEqual([8, 5]);
  // The five came through no channel: all eight of this one are still to open.
  expect([value('notOpened', 2), value('all', 2)]).toEqual([8, 13]);
  expect(amounts('openingEffects', [5, 6, 7])).toEqual([timing, performance, -250_000]);
  expect([timing, performance]).toEqual([-315_000, 65_000]);
  expect(zeros).toEqual([0, 0, 0, 0, 0]);
  expect(errors).toEqual([]);
});

test('a hundredth of 120.96 million becomes one of 131.5: volume, mix and rate to the cent', () => {
  const { workbook, addon } = region();
  const of = (storeId: string, ownership: string, figures: object) => ({
    storeId,
    name: storeId,
    ownership,
    ...figures,
  });
  wrote(addon, 'addRecords', {
    request: 'stores',
    part: 'stores',
    records: [
      of('F', 'franchised', {
        lastYearSales: 864_000,
        lastYearMonths: 6.72,
        monthsThisYear: 7.02,
        agreedTarget: 970_000,
      }),
      of('S', 'selfOperated', {
        lastYearSales: 345_600,
        lastYearMonths: 1.44,
        monthsThisYear: 1.35,
        agreedTarget: 345_000,
      }),
    ],
  });
  const { unit, amounts, value, checks: zeros, errors } = shown(workbook);
  expect(amounts('years', [3, 5, 6, 7, 8])).toEqual([1_209_600, 1_315_000, 32_061.12, -14_353.65, 87_692.53]);
  expect(amounts('franchised', [7])).toEqual([-2421.22]);
  expect(Number(value('franchised', 8)) * unit * 100).toBeCloseTo(6_598_013.5, 2);
  expect(amounts('selfOperated', [7, 8])).toEqual([-11_932.44, 21_712.4]);
  expect(zeros).toEqual([0, 0, 0, 0, 0]);
  expect(errors).toEqual([]);
});
