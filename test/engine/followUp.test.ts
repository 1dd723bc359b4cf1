import type { Workbook } from '../../host/index';
import { answers } from '../../sidebar/answers';
import { dayNumber, monthsLater } from '../../src/maths/day';
import { byWeekday, type DayWeight, evenDays } from '../../src/maths/dayWeight';
import { daysLeft, elapsedShares } from '../../src/maths/elapsed';
import { festivalDays, usualWindows } from '../../src/maths/festival';
import { type FollowUp, type FollowUpTerms, followUp, followUpOf } from '../../src/maths/followUp';
import { spread } from '../../src/maths/spread';
import { festivalShift, yearOnYear, yearOnYearOf } from '../../src/maths/yearOnYear';
import { yearPath } from '../../src/maths/yearPath';
import { cellKeys, formulaOf } from '../../src/model/tab';
import { isoDate } from '../../src/model/value';
import { followUp as followUpFields } from '../../src/sections/followUp/fields';
import { numbersFrom } from '../numbers';
import type { Desk } from './addon';
import { asked, listing, wrote } from './answer';
import { tabIn, type Value, valueIn } from './book';
import { checked } from './checked';
import { type Case, empty, fill, followed, inApril, worked } from './followed';

const yearStart = dayNumber(2027, 1, 1);
const terms: FollowUpTerms = { method: 'season', coverageLine: 0.95, green: 1, amber: 0.9 };

/** What the tabs must show of a store, or of a group, by the maths. */
function expected(row: FollowUp): Readonly<Record<string, number | null>> {
  const {
    year,
    due,
    covered,
    actual,
    achievement,
    gap,
    coverage,
    timeProgress,
    requiredRate,
    perDay,
    forecasts,
    used,
  } = row;
  return {
    year,
    due,
    covered,
    actual,
    achievement,
    gap,
    coverage,
    timeProgress,
    requiredRate,
    perDay,
    ...forecasts,
    used,
  };
}

const words = { missing: 'No figures', green: 'Green', amber: 'Amber', red: 'Red' } as const;

function expectShown(show: (column: string) => Value, row: FollowUp): void {
  for (const [column, figure] of Object.entries(expected(row))) {
    const value = show(column);
    if (figure === null) expect([column, value]).toEqual([column, '']);
    else
      expect([column, Math.abs(Number(value) - figure) <= 1e-6 * Math.max(1, Math.abs(figure))]).toEqual([
        column,
        true,
      ]);
  }
  expect(show('status')).toBe(row.status === null ? '' : words[row.status]);
}

const monthRows = Array.from({ length: 12 }, (_, index) => `m${index + 1}`);

/** A column of the year's path, in the currency's unit; a blank is null. */
function pathColumn(workbook: Workbook, column: string): readonly (number | null)[] {
  const unit = Number(valueIn(tabIn(workbook, 'settings'), 'unitSize', 'value.1'));
  const tab = tabIn(workbook, 'followUpCharts');
  return monthRows.map((row) => {
    const value = valueIn(tab, row, column);
    return value === '' ? null : Number(value) * unit;
  });
}

const isError = (value: Value): boolean => /^#(?:ERROR|VALUE|DIV|REF|NAME|N\/A|NUM)/.test(String(value));

/** Where errors stand in a tab, but for the gaps that lines are drawn with. */
function errorsIn(workbook: Workbook, id: string): readonly string[] {
  const { values, columns } = tabIn(workbook, id);
  const drawn = new Set(id === 'followUpCharts' ? ['c7', 'c8'].map((key) => columns.get(key)) : []);
  return values.flatMap((line, row) =>
    line.flatMap((value, column) =>
      isError(value) && !(value === '#N/A' && drawn.has(column)) ? [`${id} ${row + 1}:${column + 1}`] : [],
    ),
  );
}

describe('15 April 2027', () => {
  const { workbook, addon } = inApril();
  const list = tabIn(workbook, 'followUp');
  const summary = tabIn(workbook, 'followUpSummary');

  test.each<[string, ...number[]]>([
    ['n1', 1_200_000, 340_000, 350_000, 97.1429, 1, 1_190_000, 1_165_714.29, 1_170_166.67, 3307.69],
    ['n2', 1_020_000, 201_000, 190_000, 105.7895, 0.76, 1_031_000, 1_079_052.63, 1_069_733.33, 2919.23],
    ['n3', 300_000, 155_000, 175_000, 88.5714, 1, 280_000, 265_714.29, 267_500, 1907.89],
    ['n4', 1_163_569, 92_000, 109_286, 84.1828, 1, 1_146_283, 979_524.81, 911_994.24, 4121.42],
  ])('store %s', (row, year, actual, covered, percent, coverage, atPlan, season, recent, perDay) => {
    const show = (column: string): number => Number(valueIn(list, row, column));
    expect([show('year'), show('actual'), show('covered'), show('coverage')]).toEqual([
      year,
      actual,
      covered,
      coverage,
    ]);
    expect(show('achievement') * 100).toBeCloseTo(percent ?? 0, 4);
    for (const [column, figure] of Object.entries({ atPlan, season, recent, perDay })) {
      expect(show(column)).toBeCloseTo(figure ?? 0, 2);
    }
  });

  test('status in words', () => {
    expect(['n1', 'n2', 'n3', 'n4', 'n5'].map((row) => valueIn(list, row, 'status'))).toEqual([
      'Amber',
      'No figures',
      'Red',
      'Red',
      '',
    ]);
  });

  test('the region: 95.5979 % and not 89.11 %, 3 490 006.01 and not 3 521 414', () => {
    const show = (column: string): number => Number(valueIn(summary, 'all', column));
    expect([show('year'), show('actual'), show('covered'), show('due')]).toEqual([
      3_683_569, 788_000, 824_286, 884_286,
    ]);
    expect(show('achievement') * 100).toBeCloseTo(95.5979, 4);
    expect(show('coverage') * 100).toBeCloseTo(93.21, 2);
    expect(show('atPlan')).toBe(3_647_283);
    expect(show('season')).toBeCloseTo(3_490_006.01, 2);
    expect(show('recent')).toBeCloseTo(3_419_394.24, 2);
    expect(show('used')).toBe(show('season'));
    expect(valueIn(summary, 'all', 'status')).toBe('No figures');
    expect(valueIn(summary, 'selfOperated', 'covered')).toBe(190_000);
  });

  test('the year’s path: sales to the last full month, from there on what each store is on its way to', () => {
    const [target, actual, forecast] = ['c2', 'c3', 'c4'].map((column) => pathColumn(workbook, column));
    expect(target?.slice(0, 4)).toEqual([230_000, 440_000, 724_286, 1_044_286]);
    expect(target?.[11]).toBe(3_683_569);
    expect(actual).toEqual([210_000, 360_000, 635_000, ...Array(9).fill(null)]);
    const drawn = ['c7', 'c8'].map((column) =>
      monthRows.map((row) => valueIn(tabIn(workbook, 'followUpCharts'), row, column)),
    );
    const shown = ['c3', 'c4'].map((column) =>
      monthRows.map((row) => valueIn(tabIn(workbook, 'followUpCharts'), row, column)),
    );
    expect(drawn).toEqual(shown.map((line) => line.map((value) => (value === '' ? '#N/A' : value))));
    expect(forecast?.slice(0, 3)).toEqual([210_000, 360_000, 635_000]);
    // 340 + 97.14 % of 50, 201 + 105.79 % of 100, 155 + 88.57 % of 25, 92 + 84.18 % of 45 thousand.
    expect(forecast?.[3]).toBeCloseTo(1_002_386.01, 2);
    expect(forecast?.[11]).toBeCloseTo(3_490_006.01, 2);
    expect(valueIn(tabIn(workbook, 'followUpCharts'), 'note', 'c1')).toContain('Data through 2027-04-15');
  });

  test('stores are added up by supervisor and by channel', () => {
    wrote(addon, 'addRecords', {
      request: 'people',
      part: 'people',
      records: [{ person: 'Li Na' }, { person: 'Nobody' }, { person: 'W*' }, { person: 'Zhao' }],
    });
    addon.run('generatePlan', { section: 'expansion' });
    const ids = listing(addon, 'stores').map(({ id }) => id);
    const set = (store: number, field: string, to: string) => ({ record: ids[store], field, from: null, to });
    const changes = [
      set(0, 'supervisor', 'Li Na'),
      set(2, 'supervisor', 'Li Na'),
      set(1, 'supervisor', 'W*'),
      set(3, 'supervisor', 'Wang'),
      set(3, 'channel', 'mall'),
    ];
    wrote(addon, 'saveRecord', { request: 'whose', part: 'stores', changes });
    const rowOf = (tab: string, row: string) =>
      ['name', 'storeCount', 'year', 'covered', 'actual', 'status'].map((column) =>
        valueIn(tabIn(workbook, tab), row, column),
      );
    expect(['n1', 'n2', 'n3', 'n4'].map((row) => rowOf('followUpSupervisors', row))).toEqual([
      ['Li Na', 2, 1_500_000, 525_000, 495_000, 'Amber'],
      ['W*', 1, 1_020_000, 190_000, 201_000, 'No figures'],
      ['', '', '', '', '', ''],
      ['', '', '', '', '', ''],
    ]);
    // The sum of the stores' own, 1,165,714.29 and 265,714.29; 495 ÷ 525 of the rest would be another figure.
    const used = valueIn(tabIn(workbook, 'followUpSupervisors'), 'n1', 'used');
    expect(Number(used)).toBeCloseTo(1_431_428.57, 2);
    // The furthest behind first: 94.29 %, 105.79 %; the others are in nobody's list.
    const charted = ['s1', 's2', 's3'].map((row) =>
      ['c1', 'c2'].map((column) => valueIn(tabIn(workbook, 'followUpCharts'), row, column)),
    );
    expect(charted).toEqual([
      ['Li Na', 495 / 525],
      ['W*', 201 / 190],
      ['', ''],
    ]);
    const channels = [...tabIn(workbook, 'followUpChannels').rows.keys()].filter((key) => key.startsWith('n'));
    const [mall] = channels.map((row) => rowOf('followUpChannels', row)).filter(([, count]) => Number(count) > 0);
    expect(mall).toEqual(['Mall placement', 1, 1_163_569, 109_286, 92_000, 'Red']);
    // A list has more rows than the tables of people and of channels.
    const errors = ['followUpCharts', 'followUpSupervisors', 'followUpChannels', 'followUp'].flatMap((tab) =>
      errorsIn(workbook, tab),
    );
    expect(errors).toEqual([]);
  });

  test('what was sold: months missing, and stores that the list does not have', () => {
    wrote(addon, 'importRecords', {
      request: 'strange',
      part: 'actuals',
      records: [{ storeId: 'X9', sales: [5, ...Array(11).fill(null)] }],
    });
    const rows = listing(addon, 'actuals').map(({ values }) => [
      values.storeId,
      values.missing,
      values.flag,
      values.total,
    ]);
    expect(rows).toEqual([
      ['A', 0, null, 340_000],
      ['B', 1, null, 201_000],
      ['C', 0, null, 155_000],
      ['N', 0, null, 92_000],
      ['X9', null, 'Unknown store', 5],
    ]);
  });

  test('a month is changed by hand for a reason only', () => {
    const [first] = listing(addon, 'actuals');
    const months = Array.from({ length: 12 }, (_, month) => first?.values[`sales.${month + 1}`] ?? null);
    const to = [91_000, ...months.slice(1)];
    const changes = [{ record: first?.id, field: 'sales', from: months, to }];
    expect(asked(addon, 'saveRecord', { request: 'h', part: 'actuals', changes }).status).toBe('invalid');
    expect(asked(addon, 'saveRecord', { request: 'h', part: 'actuals', changes, reason: 'a late return' }).status).toBe(
      'done',
    );
    expect(valueIn(tabIn(workbook, 'followUp'), 'n1', 'actual')).toBe(341_000);
  });
});

test('planned openings that the list does not have are followed by channel, and stores and they are the plan', () => {
  const { workbook, addon } = inApril();
  addon.run('generatePlan', { section: 'expansion' });
  // What lists channels has rows for those that have just come.
  expect(checked(addon)).toEqual([]);
  const mall = listing(addon, 'expansion').find(({ values }) => values.channel === 'mall')?.id;
  const opened = [0, 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0];
  const changes = [
    { record: mall, field: 'matureBaseline', from: null, to: 100_000 },
    { record: mall, field: 'targetOpenings', from: null, to: 3 },
    { record: mall, field: 'openings', from: Array(12).fill(null), to: opened },
  ];
  wrote(addon, 'saveRecord', { request: 'openings', part: 'expansion', changes });
  const store = listing(addon, 'stores').find(({ values }) => values.storeId === 'N')?.id;
  const channel = { record: store, field: 'channel', from: null, to: 'mall' };
  wrote(addon, 'saveRecord', { request: 'through', part: 'stores', changes: [channel] });
  // N is one of March’s two. The ramp is 50, 70, 85, 100 %: the other sells 205 and 7 × 100 thousand, June’s 205 and 4 × 100.
  const expectOpenings = (): void => {
    const tab = tabIn(workbook, 'followUpOpenings');
    const rows = [...tab.rows.keys()].filter((key) => key.startsWith('n'));
    const shown = rows.map((row) =>
      ['name', 'planned', 'opened', 'toOpen', 'year', 'due', 'used'].map((column) => valueIn(tab, row, column)),
    );
    const [ours = [], ...more] = shown.filter(([, planned]) => Number(planned) > 0);
    expect(more).toEqual([]);
    expect(ours.slice(0, 4)).toEqual(['Mall placement', 3, 1, 2]);
    // Late are March’s 50 and half of April’s 70 thousand.
    for (const [place, figure] of [1_510_000, 85_000, 1_425_000].entries())
      expect(Number(ours[4 + place])).toBeCloseTo(figure, 6);
    const summary = tabIn(workbook, 'followUpSummary');
    const figures = (row: string) =>
      ['year', 'due', 'covered', 'actual', 'used'].map((column) => Number(valueIn(summary, row, column)).toFixed(2));
    expect(figures('all')).toEqual(['3683569.00', '884286.00', '824286.00', '788000.00', '3490006.01']);
    expect(figures('toOpen')).toEqual(['1510000.00', '85000.00', '85000.00', '0.00', '1425000.00']);
    expect(figures('plan')).toEqual(['5193569.00', '969286.00', '909286.00', '788000.00', '4915006.01']);
    expect(valueIn(summary, 'toOpen', 'status')).toBe('Red');
    expect(answers.readFollowing().parse(addon.run('readFollowing')).toOpen).toBeCloseTo(1_425_000, 6);
    const toOpen = Array.from({ length: 12 }, (_, month) =>
      rows.reduce((sum, row) => sum + Number(valueIn(tab, row, `months.${month + 1}`)), 0),
    );
    const months = worked.map((store) => ({
      targets: store.targets,
      actuals: store.sold,
      elapsed: elapsedShares(dayNumber(2027, 4, 15), yearStart, evenDays, store),
    }));
    const path = yearPath(months, elapsedShares(dayNumber(2027, 4, 15), yearStart), 'season', toOpen);
    const cents = (amounts: readonly (number | null)[]) => amounts.map((amount) => amount?.toFixed(2));
    const planned = [0, 0, 50_000, 70_000, 85_000, 150_000, 170_000, 185_000, ...fill(4, 200_000)];
    expect(cents(toOpen)).toEqual(cents(planned));
    expect(cents(pathColumn(workbook, 'c2'))).toEqual(cents(path.target));
    expect(cents(pathColumn(workbook, 'c4'))).toEqual(cents(path.forecast));
    expect(cents([path.target[11] ?? null, path.forecast[11] ?? null])).toEqual(['5193569.00', '4915006.01']);
    expect(tab.values.flat().filter(isError)).toEqual([]);
  };
  expectOpenings();
  const { planned } = addon.run('readSigning') as { readonly planned: number };
  expect(addon.run('signPlan', { request: 'sign', planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
  expectOpenings();
  expect(valueIn(tabIn(workbook, 'followUpSummary'), 'plan', 'signedYear')).toBe(planned);
});

describe('against last year', () => {
  const { workbook, addon } = inApril();
  const blanks: readonly null[] = Array(8).fill(null);
  const lastYear: readonly (readonly (number | null)[])[] = [
    [100_000, 90_000, 95_000, 80_000, ...Array(8).fill(90_000)],
    [75_000, 60_000, 70_000, null, ...blanks],
    [50_000, 50_000, 50_000, 50_000, ...Array(8).fill(50_000)],
  ];
  wrote(addon, 'importRecords', {
    request: 'last year',
    part: 'lastSales',
    records: lastYear.map((sales, index) => ({ storeId: worked[index]?.id ?? '', sales })),
  });
  const figures = ['lastToDate', 'sameToDate', 'yearOnYear'] as const;
  const shown = (tab: string, row: string): readonly Value[] =>
    figures.map((column) => valueIn(tabIn(workbook, tab), row, column));
  const basis = (): Value => valueIn(tabIn(workbook, 'followUpTerms'), 'comparison', 'value.1');
  const rows = ['n1', 'n2', 'n3', 'n4'];

  // A: 285,000 and half of 80,000. B has no February now and no April then. N was not there.
  test.each([
    ['followUp', 'n1', 325_000, 340_000],
    ['followUp', 'n2', 145_000, 157_000],
    ['followUp', 'n3', 175_000, 155_000],
    ['followUpSummary', 'franchised', 500_000, 495_000],
    ['followUpSummary', 'all', 645_000, 652_000],
    ['followUpSummary', 'plan', 645_000, 652_000],
  ])('%s %s: months that both years have, as far as data reach', (tab, row, last, same) => {
    const [then, now, change] = shown(tab, row);
    expect([then, now]).toEqual([last, same]);
    expect(change).toBeCloseTo(same / last - 1, 12);
  });

  test('a store without last year has none', () => {
    expect(shown('followUp', 'n4')).toEqual(['', '', '']);
    expect(basis()).toBe('As sold');
  });

  test('in February with the festival: the tabs show what the maths say, and that it is comparable', () => {
    const save = (field: string, from: string | null, to: string | boolean) =>
      wrote(addon, 'saveRecord', {
        request: field,
        part: 'settings',
        changes: [{ record: 'settings', field, from, to }],
      });
    save('festival', null, true);
    save('dataThrough', '2027-04-15', '2027-02-20');
    // Five days before the festival at 1.5, seven at 0.6, fourteen at 0.8, two more: 24.9, of which 18.1 have gone.
    const elapsed = elapsedShares(dayNumber(2027, 2, 20), yearStart, festivalDays(usualWindows));
    expect(elapsed[1]).toBeCloseTo(18.1 / 24.9, 12);
    expect(valueIn(tabIn(workbook, 'followUpTerms'), 'elapsed', 'value.2')).toBeCloseTo(18.1 / 24.9, 12);
    const shift = festivalShift(yearStart, usualWindows) ?? undefined;
    const stores = worked.map(({ sold }, index) => yearOnYear({ last: lastYear[index] ?? [], sold, elapsed }, shift));
    for (const [index, { last, now, change }] of [...stores, yearOnYearOf(stores)].entries()) {
      const [then, same, changed] =
        index < rows.length ? shown('followUp', rows[index] ?? '') : shown('followUpSummary', 'all');
      if (last === null) expect([then, same, changed]).toEqual(['', '', '']);
      else {
        expect(Number(then)).toBeCloseTo(last, 6);
        expect(Number(same)).toBeCloseTo(now ?? 0, 6);
        expect(Number(changed)).toBeCloseTo(change ?? 0, 9);
      }
    }
    // 100,000 × 39 ÷ 33.5 and so on, brought to what A’s quarter came to: more than as it stands, the festival is early.
    expect(Number(shown('followUp', 'n1')[0])).toBeGreaterThan(165_000);
    expect(basis()).toBe('Festival-comparable');
    save('dataThrough', '2027-02-20', '2027-04-15');
    const [then] = shown('followUp', 'n1');
    expect(then).toBeCloseTo(325_000, 6);
    expect(basis()).toBe('As sold');
  });
});

/** Types what days weigh: those of the week from Monday on, and days of their own. */
function weigh(
  addon: Desk['addon'],
  weekdays: readonly (number | null)[],
  listed: readonly (readonly [day: number, weight: number | null])[],
): void {
  const cells = <T>(count: number, of: readonly T[]): (T | null)[] =>
    Array.from({ length: count }, (_, index) => of[index] ?? null);
  const set = (field: string, to: readonly unknown[]) => ({
    record: 'followUpTerms',
    field,
    from: to.map(() => null),
    to,
  });
  const changes = [
    set('weekdayWeight', cells(7, weekdays)),
    set(
      'listedOn',
      cells(
        12,
        listed.map(([day]) => isoDate(day)),
      ),
    ),
    set(
      'listedWeight',
      cells(
        12,
        listed.map(([, weight]) => weight),
      ),
    ),
  ];
  wrote(addon, 'saveRecord', { request: 'weights', part: 'followUpTerms', changes });
}

// August 2027 begins on a Sunday: with the 2nd to the 6th at 1.5 as well, 17 days weigh 1 and 14 weigh 1.5.
test('days that weigh more: the month under way is gone by them, of a store by those that it is open on', () => {
  const { workbook, addon } = inApril();
  const august = (day: number): number => dayNumber(2027, 8, day);
  const save = (part: string, record: string | undefined, field: string, from: string | null, to: string): void => {
    wrote(addon, 'saveRecord', { request: `${field} ${to}`, part, changes: [{ record, field, from, to }] });
  };
  const ids = listing(addon, 'stores').map(({ id }) => id);
  save('settings', 'settings', 'dataThrough', '2027-04-15', '2027-08-10');
  save('stores', ids[1], 'openedOn', null, '2027-08-05');
  save('stores', ids[3], 'closedOn', null, '2027-08-20');
  const shares = () => ['n1', 'n2', 'n4'].map((row) => valueIn(tabIn(workbook, 'followUp'), row, 'ownShare'));
  expect(shares()).toEqual([10 / 31, 6 / 27, 10 / 20]);
  weigh(
    addon,
    [null, null, null, null, null, 1.5, 1.5],
    // Listed twice a day counts once; without a weight, or in another month, it changes nothing here.
    [...[2, 3, 4, 5, 6, 6].map((day) => [august(day), 1.5] as const), [august(9), null], [august(1) - 1, 9]],
  );
  // Up to the 8th all weigh 1.5, the 9th and the 10th 1: 14 of 38, from the 5th 8 of 32, to the 20th 14 of 25.
  expect(shares()).toEqual([14 / 38, 8 / 32, 14 / 25]);
  expect(valueIn(tabIn(workbook, 'followUpTerms'), 'elapsed', 'value.8')).toBe(14 / 38);
  expect(valueIn(tabIn(workbook, 'followUp'), 'n1', 'due')).toBeCloseTo(700_000 + (100_000 * 14) / 38, 6);

  // The month day by day, in whole units that add up to it: of all stores, and of one on the days that it is open.
  save('followUpTerms', 'followUpTerms', 'daysStore', null, 'B');
  const listed = [...tabIn(workbook, 'followUpDays').rows.keys()].filter((row) => /^d\d+$/.test(row));
  const column = (id: string): readonly Value[] =>
    listed.map((row) => valueIn(tabIn(workbook, 'followUpDays'), row, id));
  const weights = column('weight').map(Number);
  expect([weights.filter((weight) => weight === 1).length, weights.filter((weight) => weight === 1.5).length]).toEqual([
    17, 14,
  ]);
  const month = worked.reduce((sum, { targets }) => sum + (targets[7] ?? 0), 0);
  expect(column('region')).toEqual(spread(month, weights));
  expect(column('regionSum').at(-1)).toBe(month);
  const open = weights.map((weight, index) => (index < 4 ? 0 : weight));
  expect(column('chosen')).toEqual(spread(91_250, open));
  expect(column('chosenSum').at(-1)).toBe(91_250);
  expect(column('day').slice(0, 2)).toEqual([august(1), august(2)]);
  expect(valueIn(tabIn(workbook, 'followUpDays'), '#title', 'chosenSum')).toBe('36.8% of the month gone');

  // Data through the end of a month: the list is of the next one, and that month is over. The store's name is nobody's.
  save('settings', 'settings', 'dataThrough', '2027-08-10', '2027-08-31');
  save('followUpTerms', 'followUpTerms', 'daysStore', 'B', 'nobody');
  expect(valueIn(tabIn(workbook, 'followUpTerms'), 'elapsed', 'value.8')).toBe(1);
  expect([column('day')[0], column('day')[30], column('chosen')[0]]).toEqual([dayNumber(2027, 9, 1), '', '']);
  const september = column('region').map(Number);
  expect(september.reduce((sum, amount) => sum + amount, 0)).toBe(
    worked.reduce((sum, { targets }) => sum + (targets[8] ?? 0), 0),
  );
  expect(tabIn(workbook, 'followUpDays').values.flat().filter(isError)).toEqual([]);
});

describe('a supervisor’s stores', () => {
  const { workbook, addon } = inApril();
  const typePeople = (...names: readonly string[]): void => {
    const people = tabIn(workbook, 'people');
    // As they are pasted into the grid: forms refuse a second of one name.
    addon.use(({ SpreadsheetApp }) =>
      SpreadsheetApp.getActive()
        .getSheetByName(people.name)
        ?.getRange((people.rows.get('#labels') ?? 0) + 3, (people.columns.get('person') ?? 0) + 1, names.length, 1)
        .setValues(names.map((name) => [name])),
    );
  };
  const saved = (part: string, record: string | undefined, field: string, to: string): void => {
    wrote(addon, 'saveRecord', {
      request: `${record} ${field} ${to}`,
      part,
      changes: [{ record, field, from: null, to }],
    });
  };
  const days = () => tabIn(workbook, 'followUpDays');
  const column = (id: string): readonly Value[] =>
    Array.from({ length: 31 }, (_, index) => valueIn(days(), `d${index + 1}`, id));

  beforeAll(() => {
    typePeople('Li', 'Wang');
    const ids = listing(addon, 'stores').map(({ id }) => id);
    saved('stores', ids[0], 'supervisor', 'Wang');
    saved('stores', ids[1], 'supervisor', 'Li');
    saved('stores', ids[2], 'supervisor', 'Wang');
  });

  // April 2027 begins on a Thursday: 22 days weigh 1 and eight 1.5. 150,000 are 4,411.76 and 6,617.65 a day: what is
  // lacking in whole units, 22, goes where most is cut off, to the 22.
  test('chosen for the daily targets: 150 000 of April over its days', () => {
    saved('followUpTerms', 'followUpTerms', 'daysSupervisor', 'Wang');
    expect(column('chosen').slice(0, 3)).toEqual([5000, 5000, 5000]);
    weigh(addon, [null, null, null, null, null, 1.5, 1.5], []);
    const weekend = new Set([3, 4, 10, 11, 17, 18, 24, 25]);
    const expected = Array.from({ length: 30 }, (_, index) => (weekend.has(index + 1) ? 6617 : 4412));
    expect(column('chosen')).toEqual([...expected, '']);
    expect(column('chosenSum')[29]).toBe(150_000);
    expect([valueIn(days(), '#labels', 'chosen'), valueIn(days(), '#labels', 'chosenSum')]).toEqual([
      'Wang ƒ',
      'Wang, up to the day ƒ',
    ]);
  });

  test('two of one name cannot be told apart: they stand in one row that says so, and count once', () => {
    typePeople('Wang', 'Li', 'WANG');
    const rows = ['n1', 'n2', 'n3'].map((row) =>
      ['name', 'storeCount', 'year'].map((field) => valueIn(tabIn(workbook, 'followUpSupervisors'), row, field)),
    );
    expect(rows).toEqual([
      ['Wang (2 people)', 2, 1_500_000],
      ['Li', 1, 1_020_000],
      ['', '', ''],
    ]);
    expect(valueIn(tabIn(workbook, 'followUpCharts'), 's1', 'c1')).toBe('Wang (2 people)');
    expect(valueIn(days(), '#labels', 'chosen')).toBe('Wang (2 people) ƒ');
    // Rows typed in the grid get their keys with the next command that gives them.
    addon.run('generatePlan', { section: 'settings' });
    expect(checked(addon).filter((line) => line.includes('“WANG” is there already'))).toHaveLength(1);
  });

  test('a store goes before its supervisor, whose name it is not', () => {
    saved('followUpTerms', 'followUpTerms', 'daysStore', 'B');
    expect([column('chosenSum')[29], valueIn(days(), '#labels', 'chosen')]).toEqual([80_000, 'B ƒ']);
  });

  test('without stores there are no targets, and no error', () => {
    wrote(addon, 'saveRecord', {
      request: 'another',
      part: 'followUpTerms',
      changes: [
        { record: 'followUpTerms', field: 'daysStore', from: 'B', to: null },
        { record: 'followUpTerms', field: 'daysSupervisor', from: 'Wang', to: 'Nobody' },
      ],
    });
    expect(column('chosen').filter((value) => value !== '')).toEqual([]);
    expect(['followUpDays', 'followUpTerms', 'followUpSupervisors'].flatMap((tab) => errorsIn(workbook, tab))).toEqual(
      [],
    );
  });
});

test('without stores and without a day that data reach there is nothing, and no error', () => {
  const { workbook } = empty();
  const { rows, columns } = tabIn(workbook, 'followUpSummary');
  // What later months make up for is hidden, and a number wherever others are made of it.
  const shown = [...columns.keys()].filter((column) => column !== 'label' && column !== 'carried');
  for (const row of [...rows.keys()].filter((key) => !key.startsWith('#')))
    for (const column of shown)
      expect([row, column, valueIn(tabIn(workbook, 'followUpSummary'), row, column)]).toEqual([row, column, '']);
  const errors = ['actuals', 'followUp', 'followUpTerms', 'followUpCharts'].flatMap((tab) => errorsIn(workbook, tab));
  expect(errors).toEqual([]);
});

test('a row looks up its store twice, in what was signed and in what was sold, and nothing else in all their rows', () => {
  const formulas = followUpFields.flatMap((field) =>
    cellKeys(field).map((_, cell) => [formulaOf(field, undefined, cell + 1) ?? ''].flat()[0] ?? ''),
  );
  expect(formulas.filter((formula) => formula.includes('MATCH(')).length).toBe(2);
  expect(formulas.filter((formula) => /SUMIFS|COUNTIFS|LOOKUP|\{stores\.[^}]*\}\s*[=<>*]/.test(formula))).toEqual([]);
});

/** A store with months open, sold and not known as they come. */
function random(pick: (below: number) => number, index: number): Case {
  const openedOn = pick(3) === 0 ? yearStart + pick(365) : null;
  const closedOn = pick(3) === 0 ? (openedOn ?? yearStart) + pick(300) : null;
  const targets = Array.from({ length: 12 }, (_, month) => {
    const isOpen =
      (openedOn ?? 0) < monthsLater(yearStart, month + 1) &&
      (closedOn ?? Number.POSITIVE_INFINITY) >= monthsLater(yearStart, month);
    return isOpen ? pick(200_000) : 0;
  });
  const sold = targets.map((target) => (target === 0 || pick(5) === 0 ? null : pick(220_000)));
  return {
    id: `R${index}`,
    ownership: pick(2) === 0 ? 'franchised' : 'selfOperated',
    openedOn,
    closedOn,
    targets,
    sold,
  };
}

test.each([
  ['in the middle of a month', 3, yearStart + 195],
  ['at a month’s end', 5, dayNumber(2027, 2, 28)],
  ['at the year’s end', 7, dayNumber(2027, 12, 31)],
])('random stores, %s: the tabs show what the maths say', (_, seed, through) => {
  const pick = numbersFrom(seed);
  // One more that closed some days before.
  const closed = { closedOn: through - 5, openedOn: null, targets: fill(12, 70), sold: fill(12, 80) };
  const stores = [
    ...Array.from({ length: 24 }, (_unused, index) => random(pick, index)),
    { ...random(pick, 24), ...closed },
  ];
  const { workbook, addon } = followed(stores, through);
  const expectAll = (weight: DayWeight): void => {
    const months = stores.map((store) => ({
      targets: store.targets,
      actuals: store.sold,
      elapsed: elapsedShares(through, yearStart, weight, store),
    }));
    const rows = stores.map((store, index) =>
      followUp(
        {
          ...(months[index] ?? { targets: [], actuals: [], elapsed: [] }),
          daysLeft: daysLeft(through, yearStart, store.closedOn),
          manualForecast: null,
        },
        terms,
      ),
    );
    const list = tabIn(workbook, 'followUp');
    for (const [index, row] of rows.entries()) expectShown((column) => valueIn(list, `n${index + 1}`, column), row);
    const summary = tabIn(workbook, 'followUpSummary');
    for (const group of ['franchised', 'selfOperated', 'all'] as const) {
      const own = rows.filter((__, index) => group === 'all' || stores[index]?.ownership === group);
      const total = followUpOf(own, terms);
      expectShown((column) => valueIn(summary, group, column), total);
    }
    const path = yearPath(months, elapsedShares(through, yearStart, weight), 'season');
    for (const [column, figures] of [
      ['c2', path.target],
      ['c3', path.actual],
      ['c4', path.forecast],
    ] as const) {
      const shown = pathColumn(workbook, column).map((figure) =>
        figure === null ? null : Math.round(figure * 1e4) / 1e4,
      );
      expect(shown).toEqual(figures.map((figure) => (figure === null ? null : Math.round(figure * 1e4) / 1e4)));
    }
  };
  expectAll(evenDays);
  // Weights of two places, some days of the week and of the month without any, and days that are not of this month.
  const weekdays = Array.from({ length: 7 }, () => (pick(4) === 0 ? null : pick(5) === 0 ? 0 : pick(300) / 100));
  const listed = new Map(
    Array.from({ length: 12 }, () => [through - 25 + pick(50), pick(3) === 0 ? 0 : pick(400) / 100]),
  );
  weigh(addon, weekdays, [...listed]);
  expectAll(byWeekday(weekdays, listed));
});
