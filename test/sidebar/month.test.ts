import { actionFor, type MonthStep, monthStep, reportsLacking, tasksPart } from '../../sidebar/monthSteps';
import { monthsOf, monthUnderWay, standingOf } from '../../sidebar/rows/monthsOf';
import type { Following } from '../../src/app/following';
import { part } from './kit';
import { scripted, settle } from './scripted';

const store = { record: 'r1', key: 'S1', name: 'North', gap: -10, achievement: 0.8 };
const due = { part: 'actions', record: 'a1', name: 'x', dueOn: '2027-05-01', owner: '', what: '', isOverdue: true };
const figure = { year: 1, due: 1, covered: 1, actual: 1, achievement: 1, gap: 0, coverage: 1, used: 1, signedYear: 1 };

const settled: Following = {
  yearMoved: null,
  overdue: 0,
  soon: 0,
  due: [],
  through: '2027-04-15',
  region: figure,
  pace: 'green',
  toOpen: 0,
  stores: { green: 1, amber: 0, red: 0, missing: 0 },
  worst: [],
  unacted: [],
  unactedCount: 0,
  months: [],
  closing: null,
};
const all = ['actuals', 'followUpSummary', 'followUp', 'actions'];

test.each<[string, readonly string[], Partial<Following>, MonthStep]>([
  ['actuals are there first', [], {}, { step: 'generate', section: 'actuals', part: 'actuals' }],
  ['then what follows them', ['actuals'], {}, { step: 'generate', section: 'followUp', part: 'followUpSummary' }],
  ['the day that data reach', all, { through: null, region: null }, { step: 'through' }],
  ['what was sold', all, { region: null, due: [due] }, { step: 'sold' }],
  [
    'a month that lacks figures',
    all,
    { months: [{ month: 2, lacking: 3 }], due: [due] },
    { step: 'lacking', month: { month: 2, lacking: 3 } },
  ],
  ['what is overdue', all, { due: [{ ...due, isOverdue: false }, due], unacted: [store] }, { step: 'overdue', due }],
  ['what is due soon waits', all, { due: [{ ...due, isOverdue: false }] }, { step: 'done' }],
  [
    'a table of actions for a red store',
    ['actuals', 'followUpSummary', 'followUp'],
    { unacted: [store] },
    { step: 'generate', section: 'actions', part: 'actions' },
  ],
  ['a red store', all, { unacted: [store] }, { step: 'act', store }],
  ['nothing', all, {}, { step: 'done' }],
])('the next thing to do: %s', (_, present, more, step) => {
  expect(monthStep(present, { ...settled, ...more })).toEqual(step);
});

test.each<[string | null, number, number | undefined]>([
  ['2027-04-15', 1, 4],
  ['2027-04-30', 1, undefined],
  ['2028-02-28', 1, 2],
  ['2028-02-29', 1, undefined],
  ['2027-12-31', 1, undefined],
  ['2027-12-30', 4, 9],
  ['2028-03-05', 4, 12],
  [null, 1, undefined],
])('on %s, the year beginning in month %i, month %s is under way', (through, firstMonth, month) => {
  expect(monthUnderWay(through, firstMonth)).toBe(month);
});

// Half of a month of 12.96 with 4 sold is behind, and with 8 ahead: against the whole month it would be neither.
test.each<[number | null, number | null, boolean, string]>([
  [12.96, 9, false, 'short'],
  [12.96, 12.96, false, 'met'],
  [12.96, 13, false, 'met'],
  [12.96, 4, true, 'underWay'],
  [12.96, 8, true, 'underWay'],
  [null, 4, false, 'met'],
])('a month of %p with %p sold, under way: %p, is %s', (target, actual, isUnderWay, standing) => {
  expect(standingOf({ target, actual }, isUnderWay)).toBe(standing);
});

test('a store’s months are found by its number, however it is written', () => {
  const row = (id: string, values: Readonly<Record<string, number | string | null>>) => ({
    id,
    values,
    typedOver: new Set<string>(),
  });
  const outlet = row('r1', { storeId: 's1', 'months.1': 100, 'months.2': 0 });
  const sold = (storeId: string) => ({
    part: 'actuals',
    rows: [row('a1', { storeId: 'S2', 'sales.1': 5 }), row('a2', { storeId, 'sales.1': 90, 'sales.3': 0 })],
    faults: [],
  });
  const months = monthsOf(outlet, sold('S1'));
  expect(months?.slice(0, 3)).toEqual([
    { target: 100, actual: 90 },
    { target: 0, actual: null },
    { target: null, actual: 0 },
  ]);
  expect(months).toHaveLength(12);
  expect([monthsOf(outlet, sold('S3')), monthsOf(outlet, undefined)]).toEqual([undefined, undefined]);
  // Followed against other months than it was planned with; one that has no row there is not.
  const working = (storeId: string) => ({ part: 'w', rows: [row('w1', { storeId, 'months.1': 130 })], faults: [] });
  const targets = (storeId: string) => monthsOf(outlet, sold('S1'), working(storeId))?.map(({ target }) => target);
  expect([targets('S1')?.[0], targets('S9')?.[0]]).toEqual([130, 100]);
});

test('a form for a new action can be begun with the store that it is about', async () => {
  const { store } = scripted();
  await store.reading.open();
  store.moving.go({ kind: 'new', part: tasksPart?.tab.id ?? '' });
  store.forms.type('store', 'S1');
  expect(store.hub.state.draft).toMatchObject({ isNew: true, edits: { store: 'S1' } });
});

test('a new action about a store begins with the store; a form that is not saved is asked about first, and left as it is', async () => {
  jest.useFakeTimers();
  const { store: desk } = scripted();
  await desk.reading.open();
  desk.moving.go(actionFor('S1'));
  await settle();
  expect(desk.hub.state.draft).toMatchObject({ part: 'actions', isNew: true, edits: { store: 'S1' } });
  desk.forms.type('issue', 'fewer pass');
  desk.moving.go(actionFor('S2'));
  expect(desk.hub.state.draft?.edits).toEqual({ store: 'S1', issue: 'fewer pass' });
  desk.moving.discardAndLeave();
  await settle();
  expect(desk.hub.state.draft?.edits).toEqual({ store: 'S2' });
  jest.useRealTimers();
});

test.each([
  ['closings', [], ['reviewMonths']],
  ['closings', ['reviewMonths'], []],
  ['stores', [], []],
] as const)('to close a month in %s, where %j is there, its report lacks %j', (id, present, lacking) => {
  expect(reportsLacking(part(id), present).map(({ tab }) => tab.id)).toEqual(lacking);
});
