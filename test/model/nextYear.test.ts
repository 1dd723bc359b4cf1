import type { FieldValue } from '../../src/model/answer';
import { type NextPlan, nextPlan, type YearTab } from '../../src/model/nextYear';
import { sections } from '../../src/sections';

type Rows = Readonly<Record<string, Readonly<Record<string, FieldValue>>>>;

const twelve = (value: number | null): (number | null)[] => Array(12).fill(value);

/** A small region in its November: what people typed and imported, tab by tab. */
const november: Readonly<Record<string, Rows>> = {
  settings: {
    settings: {
      region: 'North',
      planYear: 2027,
      firstMonth: null,
      companyTarget: 5_000_000,
      currency: 'EUR',
      weakLine: 0.6,
      dataThrough: '2027-11-30',
      asOf: '2027-12-01',
      ramp: [0.4, 0.6, ...Array(10).fill(null)],
      version: 'V3',
      preparedBy: 'Li',
    },
  },
  history: { h1: { year: 2026, months: twelve(90), takesPart: true } },
  people: { p1: { person: 'Li', role: 'supervisor' } },
  expansion: {
    mall: {
      channel: 'mall',
      enabled: true,
      carriedOver: 2,
      leads: 40,
      visitRate: 0.4,
      targetOpenings: 3,
      openings: twelve(0),
      budget: 7,
      owner: 'Li',
    },
    own: { channel: 'Station', enabled: false, ownership: 'selfOperated' },
  },
  stores: {
    r1: {
      storeId: 'S1',
      name: 'One',
      ownership: 'franchised',
      city: 'Ulm',
      supervisor: 'Li',
      lastYearSales: 1,
      growth: 0.1,
      agreedTarget: 9,
      monthsThisYear: 11.5,
      signedOn: '2026-12-01',
      keyActions: 'sign',
    },
    r2: { storeId: 'S2', name: 'Two', ownership: 'selfOperated', closedOn: '2027-06-30' },
    r3: { storeId: 'S3', name: 'Three', ownership: 'franchised', openedOn: '2027-03-01', channel: 'mall' },
    r4: { storeId: 'S4', name: 'Four', ownership: 'franchised', closedOn: '2028-02-15' },
    r5: { storeId: 'S5', name: 'Five', ownership: 'franchised', openedOn: '2028-01-01' },
    r6: { storeId: null, name: 'A draft' },
  },
  rates: {
    region: { scope: 'region', trafficNow: 200, entryNow: 0.5, trafficTarget: 220, keyActions: 'window' },
    q1: { scope: 'S1', trafficNow: 100 },
    q2: { scope: 's2', trafficNow: 50 },
  },
  members: {
    members: {
      total: [1000, 1500],
      active: [400, 500],
      perActive: [null, 90],
      repurchaseRate: [0.4, 0.5],
      repurchaseBasis: 'second',
      owner: 'Li',
    },
  },
  monitor: {
    m1: { newActual: 30, rateActual: 0.41 },
    m2: { newActual: 20, rateActual: 0.43 },
    m3: { newActual: null, rateActual: null },
  },
  staff: { clerk: { role: 'clerk', inPost: 50, certified: 48, openingStaff: 44, left: 6, coverageTarget: 1 } },
  headcount: { supervisor: { role: 'supervisor', current: 6, expectedLeavers: 1, span: 10 } },
  actuals: {
    a1: { storeId: 's1 ', sales: [...Array(11).fill(100), null] },
    a2: { storeId: 'S2', sales: [...Array(6).fill(10), ...Array(6).fill(null)] },
    a3: { storeId: 'S3', sales: [null, null, ...Array(9).fill(7), null] },
    a4: { storeId: 'S4', sales: twelve(null) },
  },
  storeAliases: {
    x1: { code: '001', storeId: 'S1' },
    x2: { code: '002', storeId: 'S2' },
    x3: { code: '999', leftOut: true },
  },
  actions: { t1: { month: '2027-04', store: 'S1', issue: 'rain' } },
  commitments: { c1: { store: 'S1', promise: 'target' } },
};

function tabsWith(change: Readonly<Record<string, Rows>> = {}): readonly YearTab[] {
  const all = { ...november, ...change };
  return sections
    .flatMap((section) => section.tabs)
    .map((tab) => ({ tab, records: Object.entries(all[tab.id] ?? {}).map(([id, values]) => ({ id, values })) }));
}

const expected = new Map([
  ['s1', 1234],
  ['s3', 77],
]);

function planned(change?: Readonly<Record<string, Rows>>): NextPlan {
  const plan = nextPlan(tabsWith(change), expected);
  if (!plan) throw new Error('no plan');
  return plan;
}

describe('the next year of a small region in November', () => {
  const plan = planned();
  const prefilled = Object.fromEntries(plan.prefilled.map(({ record, values }) => [record, values]));

  test('settings as they were typed, without what was agreed, for the year after', () => {
    expect(plan.planYear).toBe(2028);
    expect(prefilled.settings).toEqual({
      region: 'North',
      planYear: 2028,
      currency: 'EUR',
      weakLine: 0.6,
      ramp: [0.4, 0.6, ...Array(10).fill(null)],
    });
  });

  test('stores that are open, with their year; closed ones and rows without an id are left out', () => {
    expect(plan.records.get('stores')).toEqual([
      {
        storeId: 'S1',
        name: 'One',
        ownership: 'franchised',
        city: 'Ulm',
        supervisor: 'Li',
        lastYearSales: 1234,
        lastYearMonths: 11.5,
      },
      {
        storeId: 'S3',
        name: 'Three',
        ownership: 'franchised',
        openedOn: '2027-03-01',
        channel: 'mall',
        lastYearSales: 77,
      },
      { storeId: 'S4', name: 'Four', ownership: 'franchised', closedOn: '2028-02-15' },
      { storeId: 'S5', name: 'Five', ownership: 'franchised', openedOn: '2028-01-01' },
    ]);
    expect(plan.told).toEqual({
      stores: 4,
      closed: [{ key: 'S2', name: 'Two', on: '2027-06-30' }],
      nameless: 1,
      forecast: [
        { key: 'S1', name: 'One', knownMonths: 11, months: 12 },
        { key: 'S3', name: 'Three', knownMonths: 9, months: 10 },
      ],
      unknown: [{ key: 'S4', name: 'Four' }],
      later: 1,
      through: '2027-11-30',
      // S4 has no figure of any month.
      pastMonths: null,
      records: { history: 1, people: 1, expansion: 2, rates: 2, staff: 1, headcount: 1, storeAliases: 2 },
    });
  });

  test('on what each store was begun stands in a tab of its own', () => {
    expect(plan.records.get('yearBefore')?.slice(0, 2)).toEqual([
      { storeId: 'S1', knownMonths: 11, openMonths: 12, soldSoFar: 1100, takenAs: 1234, isForecast: true },
      { storeId: 'S3', knownMonths: 9, openMonths: 10, soldSoFar: 63, takenAs: 77, isForecast: true },
    ]);
  });

  test('channels, people, and what is now; nothing that is aimed at or done', () => {
    expect(prefilled.mall).toEqual({ channel: 'mall', enabled: true, visitRate: 0.4 });
    expect(plan.records.get('expansion')).toEqual([{ channel: 'Station', enabled: false, ownership: 'selfOperated' }]);
    expect(plan.records.get('people')).toEqual([{ person: 'Li', role: 'supervisor' }]);
    expect(prefilled.region).toEqual({ scope: 'region', trafficNow: 200, entryNow: 0.5 });
    expect(plan.records.get('rates')).toEqual([{ scope: 'S1', trafficNow: 100 }]);
    // 1,000 and 50 new ones; the last rate measured.
    expect(prefilled.members).toEqual({
      total: [1050],
      active: [400],
      repurchaseRate: [0.43],
      repurchaseBasis: 'second',
    });
    expect(prefilled.clerk).toEqual({ role: 'clerk', inPost: 50, certified: 48, openingStaff: 50 });
    expect(prefilled.supervisor).toEqual({ role: 'supervisor', current: 6 });
    expect(plan.records.get('storeAliases')).toEqual([
      { code: '001', storeId: 'S1' },
      { code: '999', leftOut: true },
    ]);
    const filled = new Set([...plan.records.keys(), ...plan.prefilled.map(({ part }) => part)]);
    for (const tab of ['actuals', 'actions', 'commitments', 'monitor', 'baseline']) expect(filled).not.toContain(tab);
  });
});

describe('when the year is over', () => {
  const settings = { settings: { ...november.settings?.settings, dataThrough: '2027-12-31' } };
  const actuals = {
    a1: { storeId: 'S1', sales: twelve(100) },
    a2: { storeId: 'S2', sales: [...Array(6).fill(10), ...Array(6).fill(null)] },
    a3: { storeId: 'S3', sales: [null, null, ...Array(10).fill(7)] },
    a4: { storeId: 'S4', sales: twelve(1) },
  };
  const plan = planned({ settings, actuals });

  test('stores start with what was sold', () => {
    expect(plan.records.get('stores')?.map(({ lastYearSales }) => lastYearSales)).toEqual([1200, 70, 12, undefined]);
    expect(plan.told).toMatchObject({ forecast: [], unknown: [], pastMonths: 12 });
    expect(plan.records.get('yearBefore')?.map(({ isForecast }) => isForecast)).toEqual([false, false, false, false]);
  });

  test('its history is one year longer, with the stores that have closed; a year that stands there stays', () => {
    const sold = [111, 111, 118, 118, 118, 118, 108, 108, 108, 108, 108, 108];
    expect(plan.records.get('history')).toEqual([
      { year: 2026, months: twelve(90), takesPart: true },
      { year: 2027, months: sold },
    ]);
    const history = { h1: { year: 2027, months: twelve(5), takesPart: false } };
    const again = planned({ settings, actuals, history });
    expect([again.records.get('history'), again.told.pastMonths]).toEqual([
      [{ year: 2027, months: twelve(5), takesPart: false }],
      null,
    ]);
  });
});

test('a plan without a year has no next one', () => {
  expect(nextPlan(tabsWith({ settings: { settings: { region: 'North', planYear: null } } }), expected)).toBeUndefined();
});
