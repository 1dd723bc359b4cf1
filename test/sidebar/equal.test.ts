import { bookOf } from '../../sidebar/book';
import { openingsFor } from '../../sidebar/breakback/openings';
import { agreedAnew, sharedStores } from '../../sidebar/breakback/stores';
import { requiredFill } from '../../sidebar/fill';
import { aroundOf, inputOf } from '../../sidebar/form/around';
import { liveCells } from '../../sidebar/form/live';
import type { Scalar } from '../../src/model/answer';
import { liveParts } from '../../src/sections/figures';
import { openPart } from '../app/opened';
import { plannedDesk } from '../engine/addon';
import { wrote } from '../engine/answer';
import { sampleRecords } from '../engine/sample';
import { part as kit } from './kit';

const parts = ['settings', 'baseline', 'summary', 'stores'] as const;

const twelve = (first: Scalar, then: Scalar = null): Scalar[] => [first, ...Array(11).fill(then)];
const blank = twelve(null);

/** What planners type into the other parts, by record and field; the records are there from the start. */
const typed: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, Scalar | Scalar[]>>>>>> = {
  expansion: {
    fair: { openings: twelve(1, 1), leads: 9 },
    mall: {
      leads: 40,
      visitRate: 0.4,
      signRate: 0.5,
      openRate: 0.75,
      targetOpenings: 20,
      carriedOver: 3,
      budget: 400_000,
      openings: [0, 0, 2, 2, 3, 2, 1, 2, 3, 3, 2, 0],
      progress: 0.4,
      dueOn: '2026-01-31',
      keyActions: 'call',
    },
    media: { leads: 10, visitRate: 0.3, targetOpenings: 0, budget: 5, progress: 1 },
    joint: { carriedOver: 2, ownership: 'selfOperated', openings: twelve(2), progress: 0, dueOn: '2099-01-01' },
  },
  rates: {
    region: {
      trafficNow: 200,
      entryNow: 0.5,
      conversionNow: 0.5,
      attachNow: 1.5,
      priceNow: 200,
      trafficTarget: 220,
      entryTarget: 0.48,
      conversionTarget: 0.55,
      attachTarget: 1.6,
      priceTarget: 195,
    },
  },
  members: { members: { active: [12_000, 15_000], perActive: [800, 850.5], total: [40_000, null], progress: 0.5 } },
  monitor: {
    m1: { rateTarget: 0.3, rateActual: 0.3 },
    m2: { rateTarget: 0.3, rateActual: 0.275 },
    m3: { rateTarget: 0.3, rateActual: 0.1 },
    m4: { rateTarget: 0, rateActual: 0.1 },
    m5: { rateActual: 0.1 },
  },
  staff: {
    storeManager: {
      inPost: 50,
      certified: 41,
      coverageTarget: 0.96,
      sessionsPlanned: 12,
      sessionsDone: 5,
      openingStaff: 50,
      left: 6,
    },
    clerk: { inPost: 0, certified: 0, openingStaff: 0, left: 0, sessionsPlanned: 0, sessionsDone: 3 },
  },
  headcount: { supervisor: { current: 6, expectedLeavers: 1, arrivals: twelve(1) }, expansion: { current: 1 } },
};

/** The sample region with what planners type over: agreed targets, growths, months, a new store, one without sales. */
function region() {
  const { addon } = plannedDesk({ language: 'zh' });
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
  for (const [part, records] of Object.entries(typed)) {
    for (const [record, fields] of Object.entries(records)) {
      for (const [field, to] of Object.entries(fields))
        set(part, record, field, to, Array.isArray(to) ? blank.slice(0, to.length) : null);
    }
  }
  const ids = wrote(addon, 'importRecords', { request: 'stores', part: 'stores', records: sampleRecords });
  wrote(addon, 'addRecords', {
    request: 'years',
    part: 'history',
    records: [{ year: 2025, months: twelve(7) }, { year: 2024 }, { year: 2023, months: twelve(2), takesPart: false }],
  });
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
  addon.run('generatePlan', { section: 'actions' });
  const action = { month: '2027-03', issue: 'fewer pass', reason: 'traffic' };
  wrote(addon, 'addRecords', {
    request: 'actions',
    part: 'actions',
    records: [
      { ...action, dueOn: '2026-01-31', progress: 0.5 },
      { ...action, issue: 'late', dueOn: '2099-01-01', keyActions: 'call' },
      { ...action, issue: 'done', progress: 1 },
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

const around = aroundOf(books);

/** Whether a figure computed here is the one that the workbook holds. */
function same(live: Scalar, held: Scalar): boolean {
  if (typeof live !== 'number' || typeof held !== 'number') return live === held;
  return Math.abs(live - held) < 1e-6 * Math.max(1, Math.abs(held));
}

/** The records of a part with all that the sidebar computes of them, beside what the workbook holds. */
function compared(part: string) {
  const rows = read(part).rows.map((row) => {
    const live = Object.entries(liveCells(kit(part).tab, row, around));
    const known = live.flatMap(([cell, value]) => (value === undefined ? [] : [{ cell, value }]));
    return known.map(({ cell, value }) => ({ record: row.id, cell, value, held: row.values[cell] ?? null }));
  });
  return rows.flat();
}

test('every part that has figures of its own is compared, and no figure is left out', () => {
  const all = [...parts, 'history', 'actions', ...Object.keys(typed)];
  expect(liveParts.map(({ tab }) => tab).sort()).toEqual([...all].sort());
  for (const part of all) {
    const known = new Set(compared(part).map(({ cell }) => cell.split('.')[0]));
    const { fields } = kit(part).tab;
    const computed = fields.filter(({ role, hidden, afterSaving }) => role === 'computed' && !hidden && !afterSaving);
    const missing = computed.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    expect({ part, missing }).toEqual({ part, missing: [] });
  }
});

test.each([...parts, 'history', 'actions', ...Object.keys(typed)])(
  'what the sidebar computes for %s is what stands in the workbook',
  (part) => {
    const cells = compared(part);
    expect(cells.filter(({ value, held }) => !same(value, held))).toEqual([]);
    expect(cells.filter(({ held }) => held !== null).length).toBeGreaterThan(1);
  },
);

test('once the growth that closes the gap is set, the workbook’s gap is the one that was said', () => {
  const input = inputOf(books);
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

test('once stores’ targets, or openings, have given way, the workbook comes to what was said', () => {
  const now = () => {
    const read = ['baseline', 'stores', 'summary'].map((part) => [part, bookOf(openPart(addon, { part }))] as const);
    const input = inputOf({ ...books, ...Object.fromEntries(read) });
    if (!input) throw new Error('no plan year');
    // What new stores bring is the workbook's own.
    const held = openPart(addon, { part: 'summary' }).columns.newSales?.[0];
    return { ...input, newSales: Number(held) };
  };
  const planned = (): number => Number(openPart(addon, { part: 'summary' }).columns.total?.[0]);
  const total = Math.round(planned()) + 1_000_000;
  const input = now();
  const kept = input.storeIds[0] ?? '';
  const shared = sharedStores(input, { total, held: new Set([kept]), typed: new Map(), weights: new Map() });
  if ('fault' in shared) throw new Error(shared.fault);
  const changes = agreedAnew(shared.stores).map(({ record, agreed, after }) => ({
    record,
    field: 'agreedTarget',
    from: agreed,
    to: after,
  }));
  expect(changes.length).toBeGreaterThan(10);
  expect(changes.filter(({ record }) => record === kept)).toEqual([]);
  wrote(addon, 'saveRecord', { request: 'shared', part: 'stores', changes });
  expect(planned()).toBeCloseTo(total, 2);

  const { columns, ids } = openPart(addon, { part: 'expansion' });
  const row = ids.findIndex((_, place) => columns.channel?.[place] === 'mall');
  const cell = (key: string): number => Number(columns[key]?.[row] ?? 0);
  const openings = Array.from({ length: 12 }, (_, month) => cell(`openings.${month + 1}`));
  const { ramp, seasonIndex } = now();
  const around = { lacking: 900_000, ramp, seasonIndex };
  const more = openingsFor({ mature: cell('matureBaseline'), openings }, 5, around);
  if ('fault' in more) throw new Error(more.fault);
  expect(more.count).toBeGreaterThan(0);
  const change = { record: ids[row], field: 'openings', from: openings, to: [...more.openings] };
  wrote(addon, 'saveRecord', { request: 'opened', part: 'expansion', changes: [change] });
  expect(planned()).toBeCloseTo(total + 900_000 - more.lacking, 2);
});
