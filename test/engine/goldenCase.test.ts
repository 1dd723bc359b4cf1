import { dayOfIso } from '../../src/model/value';
import { openedDesk, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';
import { type Tab, tabIn, valueIn } from './book';
import { disagreements, regionTabs } from './compare';
import { anyRegion, anyStore, expectedCells, noBaseline, type Typed } from './region';
import { type Line, sample, sampleRecords } from './sample';

const cents = 0.005;

/** The golden region as a planner makes it: settings, growth of both ownerships, 72 stores imported in one block. */
function golden(): string {
  const desk = plannedDesk({ language: 'zh', sections: ['settings', 'baseline', 'stores'] });
  const set = (part: string, record: string, field: string, to: number): void => {
    const request = `${part} ${record} ${field}`;
    wrote(desk.addon, 'saveRecord', { request, part, changes: [{ record, field, from: null, to }] });
  };
  set('settings', 'settings', 'roundingUnit', 0.01);
  set('settings', 'settings', 'companyTarget', 150_000_000);
  set('baseline', 'franchised', 'growth', 0.1);
  set('baseline', 'selfOperated', 'growth', 0.05);
  wrote(desk.addon, 'importRecords', { request: 'stores', part: 'stores', records: sampleRecords });
  return savedFile(desk.workbook);
}

const file = golden();

const months = (tab: Tab, row: string): readonly number[] =>
  Array.from({ length: 12 }, (_, month) => Number(valueIn(tab, row, `months.${month + 1}`)));

/** Whole months of the year that starts in January `year`; every opening is on a first, every closing on a last of a month. */
function monthsIn(year: string, { openedOn, closedOn }: Line): number {
  const from = openedOn.startsWith(year) ? Number(openedOn.slice(5, 7)) : 1;
  const to = closedOn.startsWith(year) ? Number(closedOn.slice(5, 7)) : 12;
  return to - from + 1;
}

/** The final target in cents, in whole numbers: sales ÷ months last year × (100 + growth) % × months, rounded half up. */
function finalCents(store: Line): bigint {
  const percent = store.ownership === 'franchised' ? 110n : 105n;
  const over = BigInt(Math.round(store.sales * 100)) * percent * BigInt(monthsIn('2027', store));
  const under = 100n * BigInt(monthsIn('2026', store));
  return (over * 2n + under) / (under * 2n);
}

describe('the golden case without an expansion tab, on the engine', () => {
  const { workbook } = openedDesk(file);
  const baseline = tabIn(workbook, 'baseline');
  const summary = tabIn(workbook, 'summary');
  const stores = tabIn(workbook, 'stores');

  // 672 = 60 × 11.2 and 144 = 12 × 12 store-months last year, 702 and 135 this year.
  test.each([
    ['franchised', 'lastYearSales', 86_400_000],
    ['franchised', 'storeCount', 60],
    ['franchised', 'avgMonths', 11.2],
    ['franchised', 'lastYearStoreMonths', 672],
    ['franchised', 'avgStore', 86_400_000 / 672],
    ['franchised', 'listBaseline', 86_400_000 / 672],
    ['franchised', 'difference', 0],
    ['franchised', 'growth', 0.1],
    ['franchised', 'targetPerMonth', (86_400_000 / 672) * 1.1],
    ['franchised', 'storeMonths', 702],
    ['franchised', 'existingTarget', 99_282_857.14],
    ['selfOperated', 'lastYearSales', 34_560_000],
    ['selfOperated', 'storeCount', 12],
    ['selfOperated', 'avgMonths', 12],
    ['selfOperated', 'lastYearStoreMonths', 144],
    ['selfOperated', 'avgStore', 240_000],
    ['selfOperated', 'growth', 0.05],
    ['selfOperated', 'targetPerMonth', 252_000],
    ['selfOperated', 'storeMonths', 135],
    ['selfOperated', 'existingTarget', 34_020_000],
    ['all', 'lastYearSales', 120_960_000],
    ['all', 'storeCount', 72],
    ['all', 'lastYearStoreMonths', 816],
    ['all', 'avgMonths', 816 / 72],
    ['all', 'avgStore', 148_235.294_117],
    ['all', 'storeMonths', 837],
    ['all', 'existingTarget', 133_302_857.14],
  ])('baseline %s %s is %d', (row, column, expected) => {
    expect(Math.abs(Number(valueIn(baseline, row, column)) - expected)).toBeLessThan(1e-5);
  });

  const grown = 133_302_857.14;
  const averaged = (120_960_000 * 837) / 816;

  test.each([
    ['existingTarget', grown, cents],
    ['newSales', 0, 0],
    ['total', grown, cents],
    ['companyTarget', 150_000_000, 0],
    ['gap', -16_697_142.86, cents],
    ['ratio', grown / 150_000_000, 1e-9],
    ['lastYearTotal', 120_960_000, cents],
    ['totalGrowth', grown / 120_960_000 - 1, 1e-9],
    ['plannedGrowth', grown / averaged - 1, 1e-9],
    ['requiredGrowth', 150_000_000 / averaged - 1, 1e-9],
    ['mixNeutralGrowth', grown / ((86_400_000 * 702) / 672 + (34_560_000 * 135) / 144) - 1, 1e-9],
    ['existingStores', 72, 0],
    ['closures', 5, 0],
    ['yearEndStores', 67, 0],
  ])('summary %s is %d', (row, expected, off) => {
    expect(Math.abs(Number(valueIn(summary, row, 'value.1')) - expected)).toBeLessThanOrEqual(off);
  });

  test('planned growth is 7.44 %, mix-neutral 8.68 %: what domain experts read', () => {
    expect(Number(valueIn(summary, 'plannedGrowth', 'value.1')).toFixed(4)).toBe('0.0744');
    expect(Number(valueIn(summary, 'mixNeutralGrowth', 'value.1')).toFixed(4)).toBe('0.0868');
  });

  test('same-store growth is that of the stores open all of both years', () => {
    const whole = sample.filter((store) => monthsIn('2026', store) === 12 && monthsIn('2027', store) === 12);
    expect(whole.length).toBeGreaterThan(20);
    const finals = whole.reduce((total, store) => total + Number(finalCents(store)), 0);
    const sales = whole.reduce((total, store) => total + Math.round(store.sales * 100), 0);
    expect(Math.abs(Number(valueIn(summary, 'sameStoreGrowth', 'value.1')) - (finals / sales - 1))).toBeLessThan(1e-9);
  });

  const byId = new Map(
    [...stores.rows.keys()].filter((id) => !id.startsWith('#')).map((id) => [valueIn(stores, id, 'storeId'), id]),
  );

  test('each of the 72 stores has its final target to the cent, and its months add up to it exactly', () => {
    expect(byId.size).toBe(72);
    for (const store of sample) {
      const row = byId.get(store.storeId) ?? '';
      const final = Number(finalCents(store));
      expect([store.storeId, Math.round(Number(valueIn(stores, row, 'finalTarget')) * 100)]).toEqual([
        store.storeId,
        final,
      ]);
      const byMonth = months(stores, row).map((month) => Math.round(month * 100));
      expect([store.storeId, byMonth.reduce((a, b) => a + b)]).toEqual([store.storeId, final]);
      expect(valueIn(stores, row, 'monthDifference')).toBe(0);
    }
  });

  test('stores closing on 30 June have 848,571.43, a sixth a month to the cent, and nothing in July–December', () => {
    const june = sample.filter(({ closedOn }) => closedOn === '2027-06-30');
    expect(june).toHaveLength(2);
    for (const { storeId } of june) {
      const row = byId.get(storeId) ?? '';
      expect(Number(valueIn(stores, row, 'finalTarget'))).toBeCloseTo(848_571.43, 6);
      const byMonth = months(stores, row);
      for (const month of byMonth.slice(0, 6)) expect(Math.abs(month - 848_571.43 / 6)).toBeLessThan(0.010_000_1);
      expect(byMonth.slice(6)).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  test('the tabs’ formulas and the pure calculations agree on every cell', () => {
    const typed: Typed = {
      ...anyRegion,
      // As a new workbook in Chinese has it.
      festival: true,
      roundingUnit: 0.01,
      companyTarget: 150_000_000,
      baseline: { franchised: { ...noBaseline, growth: 0.1 }, selfOperated: { ...noBaseline, growth: 0.05 } },
      stores: sample.map(({ ownership, openedOn, closedOn, sales }) => ({
        ...anyStore,
        ownership,
        openedOn: dayOfIso(openedOn) ?? null,
        closedOn: dayOfIso(closedOn) ?? null,
        lastYearSales: sales,
      })),
    };
    const ids = sample.map(({ storeId }) => byId.get(storeId) ?? '');
    const found = disagreements(workbook, regionTabs, expectedCells(typed, ids, 'zh'));
    expect(found.lines).toEqual([]);
    expect(found.looked).toBeGreaterThan(72 * 25);
  });
});

describe('the golden case with its openings, the expansion tab generated afterwards', () => {
  const desk = openedDesk(file);
  desk.addon.run('generatePlan', { section: 'expansion' });
  const openings = [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0];
  const changes = [
    { record: 'mall', field: 'openings', from: openings.map(() => null), to: openings },
    { record: 'mall', field: 'targetOpenings', from: null, to: 20 },
  ];
  wrote(desk.addon, 'saveRecord', { request: 'openings', part: 'expansion', changes });
  const summary = tabIn(desk.workbook, 'summary');
  const averaged = (120_960_000 * 837) / 816;

  test.each([
    ['existingTarget', 133_302_857.14, cents],
    ['newSales', 12_638_571.43, cents],
    ['total', 145_941_428.57, cents],
    ['gap', -4_058_571.43, cents],
    ['requiredGrowth', (150_000_000 - 12_638_571.428_571) / averaged - 1, 1e-9],
    ['totalGrowth', (133_302_857.14 + 12_638_571.428_571) / 120_960_000 - 1, 1e-9],
    ['yearEndStores', 87, 0],
  ])('summary %s is %d', (row, expected, off) => {
    expect(Math.abs(Number(valueIn(summary, row, 'value.1')) - expected)).toBeLessThanOrEqual(off);
  });

  test('required growth reads 10.71 %, total growth 20.65 %', () => {
    expect(Number(valueIn(summary, 'requiredGrowth', 'value.1')).toFixed(4)).toBe('0.1071');
    expect(Number(valueIn(summary, 'totalGrowth', 'value.1')).toFixed(4)).toBe('0.2065');
  });
});
