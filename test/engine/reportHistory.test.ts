import type { Workbook } from '../../host/workbook';
import { reader } from '../../sidebar/answers';
import { dayNumber } from '../../src/maths/day';
import { sections } from '../../src/sections';
import { columnLetters } from '../../src/workbook/formula';
import { openPlan } from '../app/opened';
import { places } from '../places';
import { type Desk, openedDesk, savedFile, userOf } from './addon';
import { asked, listing, wrote } from './answer';
import { recordIds, registeredIn, tabIn, type Value, valueIn } from './book';
import { checked } from './checked';
import { empty, followed, worked } from './followed';
import { reviewed } from './inReview';

const tabs = sections.flatMap((section) => section.tabs);
const fieldsOf = (id: string) => tabs.find((tab) => tab.id === id)?.fields ?? [];
const keeps = tabs.find(({ id }) => id === 'closings')?.closes?.keeps ?? [];

const rounded = (value: Value): Value => (typeof value === 'number' ? Number(value.toFixed(4)) : value);

/** What the history of a month says, to four places. */
const history = (workbook: Workbook, row: string) => (columns: readonly string[]) =>
  columns.map((column) => rounded(valueIn(tabIn(workbook, 'reportHistory'), row, column)));

const close = ({ addon }: Desk, record: string, reason?: string) =>
  asked(addon, 'closeMonth', {
    request: `${record} ${reason ?? ''}`,
    part: 'closings',
    record,
    ...(reason !== undefined && { reason }),
  });

let requests = 0;
const save = (
  { addon }: Desk,
  part: string,
  record: string,
  values: Readonly<Record<string, readonly [unknown, unknown]>>,
) => {
  const changes = Object.entries(values).map(([field, [from, to]]) => ({ record, field, from, to }));
  wrote(addon, 'saveRecord', { request: `saved ${++requests}`, part, changes });
};

test('a month is closed with figures that its months have, of the same kind, and the history shows each', () => {
  expect(keeps.length).toBeGreaterThanOrEqual(30);
  const kindsOf = (id: string) => new Map(fieldsOf(id).map((field) => [field.id, field.kind]));
  const [kept, shown] = [kindsOf('closings'), kindsOf('reviewMonths')];
  const formulas = JSON.stringify(fieldsOf('reportHistory'));
  for (const { field, of } of keeps) {
    const kind = shown.get(of.replace('reviewMonths.', ''));
    expect([field, kept.get(field)]).toEqual([field, kind]);
    expect(formulas).toContain(`{closings.m4.${field}}`);
    const column = fieldsOf('reportHistory').find((one) => JSON.stringify(one).includes(`{closings.m4.${field}}`));
    expect([field, column?.kind]).toEqual([field, kind]);
  }
});

/** The region’s rates, members and people: what is now, and what is aimed at. */
function peopled(desk: Desk): void {
  const set = (part: string, record: string, values: Readonly<Record<string, unknown>>): void =>
    save(desk, part, record, Object.fromEntries(Object.entries(values).map(([id, to]) => [id, [null, to]])));
  const now = { trafficNow: 1000, entryNow: 0.1, conversionNow: 0.2, attachNow: 1.5, priceNow: 200 };
  set('rates', 'region', { ...now, conversionTarget: 0.25 });
  save(desk, 'members', 'members', {
    active: [
      [null, null],
      [500, 600],
    ],
    perActive: [
      [null, null],
      [120, 130],
    ],
    repurchaseRate: [
      [null, null],
      [0.3, 0.35],
    ],
  });
  set('staff', 'storeManager', { inPost: 4, certified: 3 });
  set('staff', 'clerk', { inPost: 12, certified: 9 });
  // 25 stores at the year’s end, ten a supervisor.
  set('headcount', 'supervisor', { workload: 25, span: 10, current: 2 });
  set('headcount', 'expansion', { current: 1 });
}

const rates = ['entryRate', 'conversionRate', 'attachRate', 'unitPrice', 'ratesSales', 'ratesTarget', 'ratesUplift'];
const people = [
  ...['memberSales', 'memberTarget', 'repurchaseRate', 'certifiedRate'],
  ...['supervisors', 'supervisorsNeeded', 'expansionStaff'],
];
const standing = ['Due', 'Covered', 'Actual', 'Achievement', 'Gap', 'Coverage'];
const bridge = ['Plan', 'Kept', 'Opened', 'NotOpened', 'Unplanned', 'Closure', 'Rest', 'Check'].map(
  (step) => `bridge${step}`,
);
const of = (group: string): readonly string[] => standing.map((figure) => `${group}${figure}`);

/** The year’s due of the four stores on 15 April, and what is left of it: 12 × 100, 1,020, 300 and 1,163.569 thousand. */
const [yearDue, year] = [884_286, 3_683_569];

test('what April was closed with stays when rates, members and people are others; the report has the new ones', () => {
  const desk = reviewed();
  peopled(desk);
  const said = history(desk.workbook, 'm4');
  expect(said([...rates, ...people, ...of('month')])).toEqual(Array(20).fill(''));
  desk.addon.calls.reset();
  expect(close(desk, 'm4').status).toBe('done');
  // Of three tabs, two of which are written into; the row of closings is wider than the room for copies in the log.
  expect(desk.addon.calls.sequence.length).toBeLessThanOrEqual(30);

  // 1,000 people × 10 % × 20 % × 1.5 × 200; a quarter more who buy. 12 of 16 people are certified; 25 ÷ 10, up.
  const ratesThen = [0.1, 0.2, 1.5, 200, 6000, 7500, 1500];
  const peopleThen = [60_000, 78_000, 0.3, 0.75, 2, 3, 1];
  const kept: readonly (readonly [columns: readonly string[], values: readonly Value[]])[] = [
    // Half of April: 50 + 40 + 25 + 45 thousand, and 47 + 44 + 20 + 42.
    [of('month'), [160_000, 160_000, 153_000, 0.9563, -7000, 1]],
    [of('franchised'), [120_000, 120_000, 109_000, 0.9083, -11_000, 1]],
    [of('selfOperated'), [40_000, 40_000, 44_000, 1.1, 4000, 1]],
    [of('opened'), [45_000, 45_000, 42_000, 0.9333, -3000, 1]],
    // Of B’s 250 thousand to date the 60 of February are not known.
    [of('year'), [yearDue, 824_286, 788_000, 0.956, -36_286, 0.9321]],
    [of('franchisedYear'), [634_286, 634_286, 587_000, 0.9255, -47_286, 1]],
    [of('selfOperatedYear'), [250_000, 190_000, 201_000, 1.0579, 11_000, 0.76]],
    [of('openedYear'), [109_286, 109_286, 92_000, 0.8418, -17_286, 1]],
    // Nothing is known of last year.
    [
      ['monthOnYear', 'yearOnYear', 'franchisedYearOnYear', 'selfOperatedYearOnYear'],
      ['', '', '', ''],
    ],
    [
      ['forecastAtPlan', 'yearWorking', 'yearSigned', 'yearCompany'],
      [3_647_283, year, '', ''],
    ],
    [
      ['forecastLessSigned', 'forecastLessCompany'],
      ['', ''],
    ],
    // (3,683,569 − 788,000 − 60,000) ÷ (3,683,569 − 884,286).
    [['requiredRate'], [1.013]],
    [
      ['storesRed', 'storesRedTwice', 'actionsOverdue'],
      [2, 0, 0],
    ],
    [rates, ratesThen],
    [people, peopleThen],
  ];
  const all = kept.flatMap(([columns]) => columns);
  expect(said(all)).toEqual(kept.flatMap(([, values]) => values));
  // The worked case to the cent: by season, by recent months, used, and 860 ÷ 260 + 759 ÷ 260 + 145 ÷ 76 + 1,071.569 ÷ 260.
  // A 340 of 350, B 201 of 190, C 155 of 175 and the new one 92 of 109.286 thousand; the rest is what the forecast lacks else.
  const [plan, keptStores, opened, notOpened, unplanned, closure, rest, check] = said(bridge);
  expect([plan, keptStores, opened, notOpened, unplanned, closure, check]).toEqual([0, -19_000, -17_286, 0, 0, 0, 0]);
  expect(Number(rest)).toBeCloseTo(3_490_006.01 - year + 36_286, 2);
  const [season, recent, used, perDay, lessWorking] = said([
    ...['forecastSeason', 'forecastRecent', 'yearForecast', 'perDay', 'forecastLessWorking'],
  ]);
  expect(Number(season)).toBeCloseTo(3_490_006.01, 2);
  expect(Number(recent)).toBeCloseTo(3_419_394.24, 2);
  expect(used).toBe(season);
  expect(Number(perDay)).toBeCloseTo(12_256.24, 2);
  expect(Number(lessWorking)).toBeCloseTo(3_490_006.01 - year, 2);

  // 20 % come in: twice the sales. Members, people, a store’s sales and the company’s target are others, too.
  save(desk, 'rates', 'region', { entryNow: [0.1, 0.2] });
  save(desk, 'members', 'members', {
    active: [
      [500, 600],
      [550, 600],
    ],
  });
  save(desk, 'staff', 'clerk', { certified: [9, 13] });
  save(desk, 'headcount', 'supervisor', { current: [2, 3] });
  save(desk, 'settings', 'settings', { companyTarget: [null, 4_000_000] });
  const late = { storeId: 'A', sales: [...Array<null>(3).fill(null), 49_000, ...Array<null>(8).fill(null)] };
  const correction = { request: 'late', part: 'actuals', confirmed: true, reason: 'till counted again' };
  wrote(desk.addon, 'importRecords', { ...correction, records: [late] });

  expect(said(all)).toEqual(kept.flatMap(([, values]) => values));
  expect(said(['forecastSeason', 'perDay', 'correctedSince'])).toEqual([season, perDay, 2000]);
  expect(said(bridge)).toEqual([0, -19_000, -17_286, 0, 0, 0, rest, 0]);
  const report = (row: string): readonly Value[] =>
    [2, 3, 4, 5, 6, 7, 8].map((column) => rounded(valueIn(tabIn(desk.workbook, 'monthlyReport'), row, `c${column}`)));
  // In thousands. 20 % in place of 10 %, then 15 % aimed at no more: the aim follows what is now.
  expect(report('rates')).toEqual([0.2, 0.2, 1.5, 200, 12, 15, 3]);
  expect(report('people')).toEqual([66, 78, 0.3, 1, 3, 3, 1]);
  expect(report('month.all').slice(0, 3)).toEqual([160, 160, 155]);
  expect(checked(desk.addon)).toEqual([]);

  // Closed anew it is what stands there then.
  expect(close(desk, 'm4', 'the cash book was wrong').status).toBe('done');
  expect(said(['entryRate', 'memberSales', 'monthActual'])).toEqual([0.1, 60_000, 153_000]);
  expect(asked(desk.addon, 'closeMonth', { request: 'anew', part: 'closings', record: 'm4' }).status).toBe('done');
  expect(said(['entryRate', 'memberSales', 'supervisors', 'monthActual', 'yearCompany'])).toEqual([
    ...[0.2, 66_000, 3, 155_000, 4_000_000],
  ]);
  // Two thousand more in A, and a target that the plan is far from.
  const [planThen, keptThen, , , , , , checkThen] = said(bridge);
  expect([planThen, keptThen, checkThen]).toEqual([year - 4_000_000, -17_000, 0]);
});

test('what the report holds against last year is kept of the month that it shows', () => {
  const desk = reviewed();
  const months = [200_000, 160_000, 250_000, 300_000, ...Array<number>(8).fill(250_000)];
  wrote(desk.addon, 'addRecords', { request: 'past', part: 'history', records: [{ year: 2026, months }] });
  save(desk, 'followUpTerms', 'followUpTerms', { coverageLine: [null, 0.9] });
  close(desk, 'm4');
  close(desk, 'm3');
  // Half of April’s 300 thousand; the year to date 200 + 160 + 250 + 150. March: 275 against 250; to the end of March 610.
  const figures = ['monthOnYear', 'yearOnYear', 'franchisedYearOnYear'];
  expect(history(desk.workbook, 'm4')(figures)).toEqual([0.02, rounded(788 / 760 - 1), '']);
  expect(history(desk.workbook, 'm3')(figures)).toEqual([0.1, rounded(635 / 610 - 1), '']);
  const report = (row: string) => rounded(valueIn(tabIn(desk.workbook, 'monthlyReport'), row, 'c7'));
  expect(['month.all', 'year.all', 'year.franchised'].map(report)).toEqual([0.02, rounded(788 / 760 - 1), '']);

  // Of stores whose last year is known the year to date goes by these: A’s 340 thousand against three months and a half of 100.
  const lastYear = { storeId: 'A', sales: Array<number>(12).fill(100_000) };
  wrote(desk.addon, 'importRecords', { request: 'last', part: 'lastSales', records: [lastYear], confirmed: true });
  for (const month of ['m3', 'm4']) {
    close(desk, month, 'last year has come');
    asked(desk.addon, 'closeMonth', { request: `${month} anew`, part: 'closings', record: month });
  }
  const byStores = rounded(340 / 350 - 1);
  expect(history(desk.workbook, 'm4')(figures)).toEqual([0.02, byStores, byStores]);
  expect(history(desk.workbook, 'm3')(figures)).toEqual([0.1, rounded(635 / 610 - 1), '']);
  expect(['month.all', 'year.all', 'year.franchised'].map(report)).toEqual([0.02, byStores, byStores]);
});

test('a month is closed with the version that was signed then; one that is signed later is the next month’s', () => {
  const desk = reviewed();
  const sign = (reason: string): void => {
    const { planned } = reader('readSigning')(desk.addon.run('readSigning'));
    expect(asked(desk.addon, 'signPlan', { request: reason, planned, reason }).status).toBe('done');
  };
  close(desk, 'm2');
  sign('agreed');
  close(desk, 'm3');
  expect(asked(desk.addon, 'reopenPlan', { request: 'opened', reason: 'B is to do more' }).status).toBe('done');
  sign('agreed once more');
  close(desk, 'm4');
  const version = ['m1', 'm2', 'm3', 'm4'].map((month) => history(desk.workbook, month)(['signedVersion'])[0]);
  expect(version).toEqual(['', '', 1, 2]);
  expect(checked(desk.addon)).toEqual([]);
});

test('of parts that are not in the workbook nothing is kept, not 0', () => {
  const desk = followed(worked, dayNumber(2027, 4, 15), empty());
  desk.addon.run('generatePlan', { section: 'review' });
  expect(close(desk, 'm4').status).toBe('done');
  const said = history(desk.workbook, 'm4');
  expect(said(['monthActual', 'yearActual'])).toEqual([153_000, 788_000]);
  expect(said([...rates, ...people, 'openingsPlanned', 'signedVersion'])).toEqual(Array(16).fill(''));
});

test.each(places(30, 'a figure is typed while its month is closed'))(
  'a month is closed with a report of the same figures, whatever is typed meanwhile: at call %i',
  (position) => {
    const desk = reviewed();
    const other = userOf(desk.workbook, 'other@example.com');
    const { name, rows, columns } = tabIn(desk.workbook, 'actuals');
    const record = recordIds(tabIn(desk.workbook, 'actuals'))[0] ?? '';
    const cell = `${columnLetters((columns.get('sales.4') ?? 0) + 1)}${(rows.get(record) ?? 0) + 1}`;
    desk.addon.hook((_, index) => {
      if (index === position) other.type(name, cell, '57000');
    });
    expect(close(desk, 'm4').status).toBe('done');
    desk.addon.hook();
    const [actuals, closings] = [tabIn(desk.workbook, 'actuals'), tabIn(desk.workbook, 'closings')];
    const stores = recordIds(actuals).map((id) => Number(valueIn(actuals, id, 'salesThen.4')));
    const total = stores.reduce((sum, one) => sum + one, 0);
    // 47 + 44 + 20 + 42 thousand, with ten more in the first store where that stood there already.
    expect([153_000, 163_000]).toContain(total);
    expect(['closedTotal', 'allActualThen'].map((id) => valueIn(closings, 'm4', id))).toEqual([total, total]);
  },
);

/** What earlier versions closed a month with: first this, then all but the bridge and the signed version. */
const at10 = new Set([
  ...['allDue', 'allCovered', 'allActual', 'franchisedCovered', 'franchisedActual', 'selfOperatedCovered'],
  ...['selfOperatedActual', 'openedCovered', 'openedActual', 'yearDue', 'yearCovered', 'yearActual', 'yearForecast'],
  ...['yearSigned', 'yearWorking', 'yearCompany', 'storesOpened', 'storesRed', 'actionsOverdue'],
]);
const isAt11 = (id: string): boolean => !id.startsWith('bridge') && id !== 'signedVersion';

/** Heads that were others at version 11. */
const headsAt11: readonly (readonly [tab: string, column: string, head: string])[] = [
  ['closings', 'allDueThen', 'Target of the month, at closing ↓'],
  ['closings', 'allDueThenAs', 'Target of the month, at closing, as written ↓'],
  ['closings', 'memberTargetThen', 'Target of member sales, at closing ↓'],
  ['reviewMonths', 'yearOnYear', 'Year on last year ƒ'],
];

/** The workbook as a version before had it: without the columns that came since, and with the heads that it had. */
function earlier({ workbook, addon }: Desk, version: 10 | 11): string {
  const figures = keeps.map(({ of: figure }) => figure.replace('reviewMonths.', ''));
  const added = figures.filter((id) => !isAt11(id) || (version === 10 && !at10.has(id)));
  const gone = new Map([
    ['reportHistory', [...added, 'bridgeCheck']],
    ['closings', added.flatMap((id) => [`${id}Then`, `${id}ThenAs`])],
    ['reviewMonths', added],
  ]);
  const registered = registeredIn(workbook).replace(/"version":\d+/, `"version":${version}`);
  const finds = [...gone].map(([id, keys]) => {
    const { name, columns, rows } = tabIn(workbook, id);
    const heads = headsAt11.flatMap(([tab, key, head]) => {
      const column = columns.get(key);
      return tab === id && column !== undefined
        ? [{ row: (rows.get('#labels') ?? 0) + 1, column: column + 1, head }]
        : [];
    });
    const places = keys.flatMap((key) => columns.get(key) ?? []);
    return { name, heads, places: places.sort((one, other) => other - one) };
  });
  addon.use(({ SpreadsheetApp }) => {
    const file = SpreadsheetApp.getActive();
    for (const { name, heads, places } of finds) {
      for (const { row, column, head } of heads) file.getSheetByName(name)?.getRange(row, column).setValue(head);
      for (const column of places) file.getSheetByName(name)?.deleteColumn(column + 1);
    }
    for (const one of file.createDeveloperMetadataFinder().withKey('regionTargets').find()) one.setValue(registered);
  });
  return savedFile(workbook);
}

test.each([10, 11] as const)(
  'a month that version %i closed keeps what it has and shows blanks for the rest; the next is closed with all',
  (version) => {
    const old = reviewed();
    peopled(old);
    close(old, 'm3');
    const desk = openedDesk(earlier(old, version), { answers: [{ button: 'YES' }, { button: 'OK' }] });
    expect(tabIn(desk.workbook, 'closings').columns.has('bridgeRestThen')).toBe(false);
    expect(openPlan(desk.addon).standing).toBe('earlier');
    desk.addon.run('checkWorkbook');
    expect(openPlan(desk.addon).standing).toBe('current');
    expect(checked(desk.addon)).toEqual([]);
    const heads = headsAt11.map(([id, key]) => valueIn(tabIn(desk.workbook, id), '#labels', key));
    expect(heads).toEqual([
      'All stores: target, at closing ↓',
      'All stores: target, at closing, as written ↓',
      'Member sales, target, at closing ↓',
      'Year: on last year ƒ',
    ]);
    const march = history(desk.workbook, 'm3');
    expect(march(['monthDue', 'monthActual', 'yearActual', 'storesRed'])).toEqual([284_286, 275_000, 635_000, 2]);
    const known = version === 11 ? [0.1, 60_000] : ['', ''];
    expect(march(['entryRate', 'memberSales', ...bridge, 'monthCoverage'])).toEqual([
      ...known,
      ...Array(8).fill(''),
      1,
    ]);
    desk.addon.calls.reset();
    expect(close(desk, 'm4').status).toBe('done');
    expect(desk.addon.calls.sequence.length).toBeLessThanOrEqual(31);
    expect(
      history(desk.workbook, 'm4')(['entryRate', 'memberSales', 'supervisors', 'monthActual', 'bridgeKept']),
    ).toEqual([...[0.1, 60_000, 2, 153_000, -19_000]]);
    expect(listing(desk.addon, 'closings')).toHaveLength(12);
    expect(checked(desk.addon)).toEqual([]);
  },
);
