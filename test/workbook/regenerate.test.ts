import fc from 'fast-check';
import { dayNumber } from '../../src/maths/day';
import { act, acts } from '../engine/acts';
import { type Desk, openedDesk, plannedDesk, savedFile } from '../engine/addon';
import { recordIds, type Tab, tabIn, type Value, valueIn } from '../engine/book';
import { allAgree, regionTabs } from '../engine/compare';
import { anyRegion, anyStore, expectedCells, type Typed, type TypedStore, typeIn } from '../engine/region';

const twelve = (month: (index: number) => number | null): readonly (number | null)[] =>
  Array.from({ length: 12 }, (_, index) => month(index));

/** A small region in which everything that can be typed is typed somewhere. */
const typed: Typed = {
  ...anyRegion,
  roundingUnit: 10,
  companyTarget: 2_000_000,
  weakLine: 0.8,
  history: [{ year: 2025, months: twelve((month) => 1000 + 50 * month), takesPart: true, together: false }],
  baseline: {
    franchised: { lastYearSales: null, storeCount: null, averageMonths: null, growth: 0.08, storeMonths: null },
    selfOperated: { lastYearSales: null, storeCount: null, averageMonths: 11.5, growth: 0.03, storeMonths: null },
  },
  stores: [
    { ...anyStore, lastYearSales: 240_000, area: 80 },
    { ...anyStore, lastYearSales: 360_000, openedOn: dayNumber(2026, 4, 16), growth: 0.2 },
    { ...anyStore, lastYearSales: null, closedOn: dayNumber(2027, 6, 30) },
    { ...anyStore, ownership: 'selfOperated', lastYearSales: 500_000, agreedTarget: 510_000 },
    { ...anyStore, ownership: 'selfOperated', openedOn: dayNumber(2027, 5, 1), monthsThisYear: 7 },
    {
      ...anyStore,
      ownership: 'selfOperated',
      lastYearSales: 90_000,
      byMonth: twelve((month) => (month === 3 ? 8000 : null)),
    },
  ],
};

let file: string | undefined;

/** The region's workbook: typed in once, opened as often as needed. */
function region(): Desk {
  if (file === undefined) {
    const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
    typeIn(desk.addon, typed);
    file = savedFile(desk.workbook);
  }
  return openedDesk(file);
}

/** The stores as they stand in the table now, by what people know them by, with the ids of their rows. */
function present(
  stores: Tab,
  known: ReadonlyMap<string, TypedStore>,
): { readonly typed: Typed; readonly ids: readonly string[] } {
  const ids = recordIds(stores);
  return {
    ids,
    typed: {
      ...typed,
      stores: ids.map((id) => {
        const store = known.get(String(valueIn(stores, id, 'storeId')));
        if (!store) throw new Error(`the row ${id} is no store that was typed`);
        return store;
      }),
    },
  };
}

const known = new Map(typed.stores.map((store, index) => [`S000${index + 1}`, store]));

/** Labels of a tab by their keys. */
const labels = (tab: Tab): readonly (readonly [string, Value])[] => {
  const row = tab.rows.get('#labels') ?? 0;
  return [...tab.columns]
    .filter(([column]) => !column.startsWith('#'))
    .map(([column, at]): readonly [string, Value] => [column, tab.values[row]?.[at] ?? ''])
    .sort(([one], [other]) => one.localeCompare(other));
};

/** Cells of people's own, in columns that are none of ours. */
function own(desk: Desk): readonly Value[] {
  return regionTabs
    .flatMap((id) => tabIn(desk.workbook, id).values.flat())
    .filter((value) => typeof value === 'string' && value.startsWith('own '))
    .sort();
}

const fresh = region();
const freshLabels = new Map(regionTabs.map((id) => [id, labels(tabIn(fresh.workbook, id))]));

/** Brings the tabs that are there up to date. */
function generated(desk: Desk): unknown {
  return desk.addon.run('generatePlan', { section: 'stores' });
}

test('generating again: nothing to do, and nothing is written', () => {
  const desk = region();
  const before = savedFile(desk.workbook);
  desk.addon.calls.reset();
  expect(generated(desk)).toMatchObject({ made: [], changed: 0 });
  expect(desk.addon.calls.writes).toBe(0);
  expect(savedFile(desk.workbook)).toBe(before);
});

test('after anything a person may do: typed values stay, what is ours is back, and once more changes nothing', () => {
  fc.assert(
    fc.property(acts(regionTabs, 10), (sequence) => {
      const desk = region();
      for (const each of sequence) act(desk.addon, desk.workbook, each);
      const ownBefore = own(desk);
      expect(generated(desk)).toMatchObject({ status: 'done', made: [] });
      const stores = tabIn(desk.workbook, 'stores');
      const now = present(stores, known);
      expect(new Set(now.typed.stores)).toEqual(new Set(typed.stores));
      const found = allAgree(desk.workbook, expectedCells(now.typed, now.ids, 'en'));
      expect(found.lines).toEqual([]);
      expect(found.looked).toBeGreaterThan(300);
      for (const id of regionTabs) expect([id, labels(tabIn(desk.workbook, id))]).toEqual([id, freshLabels.get(id)]);
      expect(own(desk)).toEqual(ownBefore);
      const file = savedFile(desk.workbook);
      desk.addon.calls.reset();
      expect(generated(desk)).toMatchObject({ made: [], changed: 0 });
      expect(desk.addon.calls.writes).toBe(0);
      expect(savedFile(desk.workbook)).toBe(file);
    }),
    { numRuns: 25 },
  );
}, 120_000);
