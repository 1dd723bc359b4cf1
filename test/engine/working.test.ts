import { cost } from '../../host/bench/region';
import { answers } from '../../sidebar/answers';
import { dayNumber } from '../../src/maths/day';
import { daysLeft, elapsedShares } from '../../src/maths/elapsed';
import type { Figure } from '../../src/maths/figure';
import { followUp as followUpOfStore } from '../../src/maths/followUp';
import { reversed } from '../../src/model/proposal';
import { asked, listing, wrote } from './answer';
import { tabIn, valueIn } from './book';
import { checked } from './checked';
import { followed } from './followed';

const thousands = (figures: readonly number[]): readonly number[] => figures.map((figure) => figure * 1000);
const targets = thousands([100, 70, 90, 100, 100, 95, 90, 95, 100, 120, 110, 130]);
const blanks: readonly Figure[] = Array(9).fill(null);

const desk = followed(
  [
    {
      id: 'W',
      ownership: 'franchised',
      openedOn: null,
      closedOn: null,
      targets,
      sold: [88_000, 71_000, 79_500, ...blanks],
    },
  ],
  dayNumber(2027, 3, 31),
);
const { workbook, addon } = desk;

const propose = (request: { readonly total?: number; readonly records?: readonly string[] }) =>
  answers.proposeRespread().parse(addon.run('proposeRespread', request));

function proposed(request: { readonly total?: number }) {
  const answer = propose(request);
  if (answer.status !== 'done') throw new Error(answer.message);
  return answer;
}

const sign = (request: string): void => {
  const { planned } = addon.run('readSigning') as { readonly planned: number };
  expect(addon.run('signPlan', { request, planned, reason: 'agreed' })).toMatchObject({ status: 'done' });
  expect(asked(addon, 'keepSigned', { request: `${request} values` }).status).toBe('done');
};

const followUp = (columns: readonly string[]) =>
  columns.map((column) => valueIn(tabIn(workbook, 'followUp'), 'n1', column));
const columns = [
  'year',
  'due',
  'covered',
  'actual',
  'requiredRate',
  'perDay',
  'atPlan',
  'season',
  'recent',
  'signedYear',
];

function shown(): Readonly<Record<string, unknown>> {
  const [row] = listing(addon, 'working');
  const value = (key: string): unknown => row?.values[key];
  const months = Array.from({ length: 12 }, (_, month) => value(`months.${month + 1}`));
  return {
    storeId: value('storeId'),
    year: value('year'),
    signed: value('signedYear'),
    by: value('adjustment'),
    months,
  };
}

const asSigned = { storeId: 'W', year: 1_200_000, signed: 1_200_000, by: 0, months: targets };
const carried = [...targets.slice(0, 3), ...thousands([102.6, 102.6, 97.5, 92.4, 97.5, 102.6, 120, 112.9, 133.4])];
const raised = [...targets.slice(0, 3), ...thousands([106.1, 106.1, 100.8, 95.5, 100.8, 106.1, 120, 116.7, 137.9])];

const followedBy = (store: Parameters<typeof followUpOfStore>[0]) =>
  followUpOfStore(store, { method: 'season', coverageLine: 0.95, green: 1, amber: 0.9 });

const save = (changes: ReturnType<typeof proposed>['changes'], request: string) =>
  asked(addon, 'saveRecord', { request, part: 'working', changes: [...changes], reason: 'first quarter' });

test('before the plan is signed there is nothing to spread anew', () => {
  expect(propose({})).toMatchObject({ status: 'invalid', message: expect.stringContaining('Sign it first') });
});

test('what is followed is what was signed, store by store, and no figure of the follow-up becomes another by it', () => {
  wrote(addon, 'saveRecord', {
    request: 'unit',
    part: 'settings',
    changes: [{ record: 'settings', field: 'roundingUnit', from: null, to: 100 }],
  });
  sign('one');
  const before = followUp(columns);
  expect(before.slice(0, 4)).toEqual([1_200_000, 260_000, 260_000, 238_500]);
  addon.run('generatePlan', { section: 'working' });
  expect(shown()).toEqual(asSigned);
  expect(followUp(columns)).toEqual(before);
});

test('carried forward: 841 500 by month, held October and what is gone stay, and the rest needs 100 %', () => {
  const [row] = listing(addon, 'working');
  const october = Array.from({ length: 12 }, (_, month) => month === 9);
  const hold = { record: row?.id, field: 'held', from: Array(12).fill(null), to: october };
  wrote(addon, 'saveRecord', { request: 'hold', part: 'working', changes: [hold] });
  const answer = proposed({});
  expect(answer).toMatchObject({
    amount: 841_500,
    cells: 8,
    region: { signed: 1_200_000, before: 1_200_000, after: 1_200_000 },
    notClosed: [1, 2, 3],
    unknown: 0,
    dropped: 0,
    years: [{ before: { months: targets }, after: { year: 1_200_000, months: carried } }],
  });
  expect(save(answer.changes, 'carry')).toMatchObject({ status: 'done' });
  expect(shown()).toEqual({ ...asSigned, months: carried });
  const figures = Object.fromEntries(columns.map((column, index) => [column, followUp(columns)[index]]));
  expect(figures).toMatchObject({ year: 1_200_000, due: 260_000, signedYear: 1_200_000, atPlan: 1_200_000 });
  expect(figures.requiredRate).toBeCloseTo(1, 12);
  // 961 500 over the 275 days from April on.
  expect(figures.perDay).toBeCloseTo(961_500 / 275, 6);
  expect(figures.season).toBeCloseTo(238_500 + (238.5 / 260) * 961_500, 4);
  // The same by the maths, and of all stores together.
  const yearStart = dayNumber(2027, 1, 1);
  const through = dayNumber(2027, 3, 31);
  const byMaths = followedBy({
    targets: carried,
    actuals: [88_000, 71_000, 79_500, ...blanks],
    elapsed: elapsedShares(through, yearStart),
    carried: 21_500,
    daysLeft: daysLeft(through, yearStart, null),
    manualForecast: null,
  });
  const { year, requiredRate, perDay, timeProgress, forecasts } = byMaths;
  for (const [column, figure] of Object.entries({ year, requiredRate, perDay, timeProgress, ...forecasts })) {
    expect([column, Number(followUp([column])[0])]).toEqual([column, expect.closeTo(figure ?? 0, 6)]);
    const all = Number(valueIn(tabIn(workbook, 'followUpSummary'), 'all', column));
    expect([column, all]).toEqual([column, expect.closeTo(figure ?? 0, 6)]);
  }
  // Another total, be it the same figure, drops what was carried.
  expect(proposed({ total: 1_250_000 })).toMatchObject({ dropped: 21_500, amount: 870_000 });
  expect(save(reversed(answer.changes), 'back')).toMatchObject({ status: 'done' });
  expect(shown()).toEqual(asSigned);
});

test('raised to 1 250 000: 870 000 by month; the follow-up goes by it and shows what was signed beside it', () => {
  const answer = proposed({ total: 1_250_000 });
  expect(answer).toMatchObject({ amount: 870_000, region: { before: 1_200_000, after: 1_250_000 } });
  const unsaid = { request: 'unsaid', part: 'working', changes: [...answer.changes] };
  expect(asked(addon, 'saveRecord', unsaid)).toMatchObject({ status: 'invalid' });
  // To look takes a read of each part that it goes by; to write also what is kept of it as values.
  expect(cost(desk, () => proposed({ total: 1_250_000 })).calls.length).toBeLessThanOrEqual(19);
  const spent = cost(desk, () => expect(save(answer.changes, 'raise')).toMatchObject({ status: 'done' }));
  expect(spent.calls.length).toBeLessThanOrEqual(60);
  expect(shown()).toEqual({ ...asSigned, year: 1_250_000, by: 50_000, months: raised });
  expect(followUp(['year', 'signedYear', 'due'])).toEqual([1_250_000, 1_200_000, 260_000]);
  expect(valueIn(tabIn(workbook, 'followUpSummary'), 'all', 'year')).toBe(1_250_000);
  expect(proposed({ total: 1_250_000 }).changes).toEqual([]);
});

test('what cannot be is refused with the amount', () => {
  expect(propose({ total: 300_000 })).toMatchObject({ message: expect.stringContaining('80,000 CNY more') });
  const [row] = listing(addon, 'working');
  const floor = { record: row?.id, field: 'least', from: null, to: 1_300_000 };
  wrote(addon, 'saveRecord', { request: 'floor', part: 'working', changes: [floor] });
  expect(propose({ total: 1_250_000 })).toMatchObject({ message: expect.stringContaining('50,000 CNY more') });
  expect(proposed({ total: 1_300_000 })).toMatchObject({ years: [{ after: { year: 1_300_000 } }] });
  expect(propose({ records: ['nobody'] })).toMatchObject({ status: 'invalid' });
});

test('a later version ends what was spread on the one before, and its new stores are followed too', () => {
  expect(asked(addon, 'reopenPlan', { request: 'open', reason: 'a store more' }).status).toBe('done');
  const months = Array(12).fill(1000);
  wrote(addon, 'addRecords', {
    request: 'more',
    part: 'stores',
    records: [{ storeId: 'X', name: 'Store X', ownership: 'selfOperated', agreedTarget: 12_000, months }],
  });
  sign('two');
  expect(shown()).toEqual(asSigned);
  expect(listing(addon, 'working').map(({ values }) => [values.storeId, values.year])).toEqual([
    ['W', 1_200_000],
    ['X', 12_000],
  ]);
  expect(followUp(['year', 'signedYear'])).toEqual([1_200_000, 1_200_000]);
  const { changes, ...answer } = proposed({ total: 1_312_000 });
  expect(answer.region).toEqual({ signed: 1_212_000, before: 1_212_000, after: 1_312_000 });
  expect(save(changes, 'both')).toMatchObject({ status: 'done' });
  expect(valueIn(tabIn(workbook, 'followUpSummary'), 'all', 'year')).toBe(1_312_000);
});

test('each time that targets became others stands in the record as values, with why, and nothing else writes there', () => {
  const rows = listing(addon, 'workingVersions').map(({ values }) => {
    const months = Array.from({ length: 12 }, (_, month) => values[`months.${month + 1}`]);
    return [values.number, values.storeId, values.kind, values.version, values.reason, values.year, months];
  });
  const why = 'first quarter';
  expect(rows.slice(0, 4)).toEqual([
    [1, 'W', 'adjusted', 1, why, 1_200_000, carried],
    [2, 'W', 'signed', 1, why, 1_200_000, targets],
    [3, 'W', 'adjusted', 1, why, 1_250_000, raised],
    // Signed anew: no one gave a reason for it.
    [4, 'W', 'signed', 2, null, 1_200_000, targets],
  ]);
  expect(rows.slice(4).map(([number, store, kind, version]) => [number, store, kind, version])).toEqual([
    [5, 'W', 'adjusted', 2],
  ]);
  const change = { record: listing(addon, 'workingVersions')[0]?.id, field: 'year', from: 1_200_000, to: 1 };
  const asChanged = { request: 'forge', part: 'workingVersions', changes: [change], reason: 'x' };
  expect(asked(addon, 'saveRecord', asChanged)).toMatchObject({ status: 'invalid' });
});

test('no file changes what stores are followed against', () => {
  const records = [{ storeId: 'W', written: Array(12).fill(1) }];
  expect(asked(addon, 'importRecords', { request: 'file', part: 'working', records })).toMatchObject({
    status: 'invalid',
  });
});

test('the check finds nothing amiss in what is followed', () => {
  const about = checked(addon).filter((line) => /Working|Adjustment/.test(line));
  expect(about).toEqual([]);
});

test('a number in another case is the same store, and one that has left the list gets nothing and is not counted', () => {
  expect(asked(addon, 'reopenPlan', { request: 'again', reason: 'a store less' }).status).toBe('done');
  const [first, second] = listing(addon, 'stores');
  const inSmall = { record: first?.id, field: 'storeId', from: 'W', to: 'w' };
  wrote(addon, 'saveRecord', { request: 'small', part: 'stores', changes: [inSmall] });
  const [sales] = listing(addon, 'actuals');
  const sold = { record: sales?.id, field: 'storeId', from: 'W', to: 'w' };
  wrote(addon, 'saveRecord', { request: 'as small', part: 'actuals', changes: [sold] });
  wrote(addon, 'removeRecords', { request: 'left', part: 'stores', records: [second?.id] });
  // 238,500 are sold, and October's 120,000 are held.
  const { years, unknown, amount, region } = proposed({});
  expect([years.map(({ key }) => key), unknown, amount]).toEqual([['W'], 0, region.before - 238_500 - 120_000]);
  expect(region).toEqual({ signed: 1_200_000, before: years[0]?.before.year, after: years[0]?.after.year });
  sign('three');
  expect(listing(addon, 'working').map(({ values }) => [values.storeId, values.year])).toEqual([
    ['W', 1_200_000],
    ['X', null],
  ]);
  // X is not of the third version: nothing says that it was signed.
  const last = listing(addon, 'workingVersions').at(-1)?.values;
  expect([last?.storeId, last?.version]).toEqual(['W', 3]);
});

test('what some stores are given others are taken from to the cent: in all it is 0, and nothing that shows as −0', () => {
  const store = (id: string) => ({
    ...{ id, ownership: 'franchised' as const, openedOn: null, closedOn: null, targets },
    sold: [88_000, 71_000, 79_500, ...blanks],
  });
  const several = followed(['P', 'Q', 'R'].map(store), dayNumber(2027, 3, 31));
  const { planned } = several.addon.run('readSigning') as { readonly planned: number };
  expect(asked(several.addon, 'signPlan', { request: 'sign', planned, reason: 'agreed' }).status).toBe('done');
  several.addon.run('generatePlan', { section: 'working' });
  // 10 and 20 cents more, 30 less: added up as they are they leave a remainder.
  const more = [0.1, 0.2, -0.3];
  const changes = listing(several.addon, 'working').flatMap(({ id }, index) => [
    { record: id, field: 'version', from: null, to: 1 },
    { record: id, field: 'carried', from: null, to: 0 },
    {
      ...{ record: id, field: 'written', from: Array(12).fill(null) },
      to: targets.map((target, month) => (month === 11 ? target + (more[index] ?? 0) : target)),
    },
  ]);
  const written = { request: 'cents', part: 'working', changes, reason: 'cents' };
  expect(asked(several.addon, 'saveRecord', written).status).toBe('done');
  const working = tabIn(several.workbook, 'working');
  expect(listing(several.addon, 'working').map(({ values }) => values.adjustment)).toEqual(more);
  expect(valueIn(working, '#total', 'adjustment')).toBe(0);
});
