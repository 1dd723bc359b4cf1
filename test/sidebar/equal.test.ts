import { bookOf } from '../../sidebar/book';
import { requiredFill } from '../../sidebar/fill';
import { liveFigures } from '../../sidebar/live/figures';
import { inputOf, worldOf } from '../../sidebar/live/world';
import type { Scalar } from '../../src/model/answer';
import { openPart } from '../app/opened';
import { plannedDesk } from '../engine/addon';
import { wrote } from '../engine/answer';
import { sampleRecords } from '../engine/sample';

const parts = ['settings', 'baseline', 'summary', 'stores'] as const;

/** The sample region with what planners type over: agreed targets, growths, months, a new store, one without sales. */
function region() {
  const { addon } = plannedDesk({ language: 'zh', sections: ['settings', 'baseline', 'stores', 'expansion'] });
  const set = (part: string, record: string, field: string, to: Scalar | Scalar[], from: Scalar | Scalar[] = null) =>
    wrote(addon, 'saveRecord', {
      request: `${part} ${record} ${field}`,
      part,
      changes: [{ record, field, from, to }],
    });
  set('settings', 'settings', 'companyTarget', 150_000_000);
  set('baseline', 'franchised', 'growth', 0.1);
  set('baseline', 'selfOperated', 'growth', 0.05);
  set('settings', 'settings', 'roundingUnit', 100);
  set('expansion', 'mall', 'openings', [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0], Array(12).fill(null));
  const ids = wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: sampleRecords });
  wrote(addon, 'addRecords', {
    request: 'more',
    part: 'stores',
    records: [
      { storeId: 'N1', ownership: 'franchised', openedOn: '2027-05-10' },
      { storeId: 'N2', ownership: 'selfOperated', openedOn: '2026-11-20', lastYearSales: 150_000 },
      { storeId: 'N3', ownership: 'franchised' },
      {
        storeId: 'N4',
        ownership: 'franchised',
        openedOn: '2020-02-02',
        closedOn: '2027-02-14',
        lastYearSales: 500_000,
        area: 80,
      },
    ],
  });
  set('stores', ids[0] ?? '', 'agreedTarget', 1_900_000);
  set('stores', ids[1] ?? '', 'growth', -0.02);
  set('stores', ids[2] ?? '', 'monthsThisYear', 7.5);
  set('stores', ids[3] ?? '', 'months', [50_000, ...Array(11).fill(null)], Array(12).fill(null));
  return addon;
}

const addon = region();
const read = (part: string) => bookOf(openPart(addon, { part }));
const books = {
  settings: read('settings'),
  baseline: read('baseline'),
  summary: read('summary'),
  stores: read('stores'),
};

test.each(parts)('what the sidebar computes for %s is what stands in the workbook', (part) => {
  const world = worldOf(books);
  if (!world) throw new Error('no plan year');
  expect(books[part].rows.length).toBeGreaterThan(0);
  for (const row of books[part].rows) {
    const live = liveFigures[part]?.(row, world) ?? {};
    expect(Object.keys(live).length).toBeGreaterThan(0);
    for (const [cell, value] of Object.entries(live)) {
      const held = row.values[cell] ?? null;
      const same =
        typeof value === 'number' && typeof held === 'number'
          ? Math.abs(value - held) < 1e-6 * Math.max(1, Math.abs(held))
          : value === held;
      expect({ record: row.values.storeId ?? row.id, cell, value, held, same }).toMatchObject({ same: true });
    }
  }
});

test('once the growth that closes the gap is set, the workbook’s gap is the one that was said', () => {
  const input = inputOf(books)?.input;
  const outcome = input && requiredFill(input);
  if (!outcome || 'fault' in outcome) throw new Error('nothing to fill');
  const { growths, gapBefore, gapAfter, fixed } = outcome.fill;
  const summary = (cell: string) => openPart(addon, { part: 'summary' }).columns[cell]?.[0];
  expect(summary('gap')).toBeCloseTo(gapBefore, 4);
  expect(fixed).toBe(2);
  wrote(addon, 'saveRecord', {
    request: 'fill',
    part: 'baseline',
    changes: growths.map(({ ownership, from, to }) => ({ record: ownership, field: 'growth', from, to })),
  });
  expect(summary('gap')).toBeCloseTo(gapAfter, 4);
  expect(gapAfter).toBeGreaterThanOrEqual(0);
});
