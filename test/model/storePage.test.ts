import { dayNumber } from '../../src/maths/day';
import type { Figure } from '../../src/maths/figure';
import {
  actionRows,
  type PageTerms,
  rankOf,
  type StoreAction,
  type StoreFacts,
  type StorePace,
  storePageValues,
} from '../../src/model/storePage';
import { storePage, storePageSection } from '../../src/sections/storePage';

const terms: PageTerms = {
  yearStart: dayNumber(2027, 1, 1),
  through: dayNumber(2027, 4, 15),
  unit: 1000,
  title: (store) => `${store} 2027`,
  moneyIn: 'thousand',
  basis: 'V1',
  rank: (rank, of) => `${rank} of ${of}`,
  throughDay: (day) => `through ${day}`,
  total: 'Year',
  more: (count) => `and ${count} more`,
};

const pace = (achievement: Figure, isMissing = false): Pick<StoreFacts, 'pace'> => ({
  pace: { achievement, isMissing } as StorePace,
});

test.each<readonly [string, readonly Pick<StoreFacts, 'pace'>[], object | undefined]>([
  ['the best', [pace(0.97), pace(0.88), pace(0.84)], { rank: 1, of: 3 }],
  ['two alike', [pace(0.88), pace(0.97), pace(0.88)], { rank: 2, of: 3 }],
  ['of one too little is known: it is not among them', [pace(0.88), pace(1.05, true), pace(null)], { rank: 1, of: 1 }],
  ['of itself too little is known', [pace(1.05, true), pace(0.88)], undefined],
  ['not followed', [{ pace: undefined }, pace(0.88)], undefined],
])('rank: %s', (_, [own, ...others], rank) => {
  if (!own) throw new Error('no store');
  expect(rankOf(own, [own, ...others])).toEqual(rank);
});

const closing: StoreFacts = {
  key: 'C',
  name: 'Harbour',
  about: ['Franchised', '', 'Ulm', 'Li'],
  supervisor: 'Li',
  manager: 'Wu',
  keyActions: '=1+1',
  closedOn: dayNumber(2027, 6, 30),
  year: 300_000,
  floor: 270_000,
  stretch: 330_000,
  targets: [50, 50, 50, 50, 50, 50, 0, 0, 0, 0, 0, 0].map((target) => target * 1000),
  sold: [40_000, 45_000, 50_000, 20_000, ...Array(8).fill(null)],
  pace: {
    achievement: 155 / 175,
    isMissing: false,
    due: 175_000,
    actual: 155_000,
    gap: -20_000,
    coverage: 1,
    requiredRate: 1.16,
    perDay: 1907.89,
    used: 265_714.29,
  },
};

const action = (issue: string, dueOn: string, progress: Figure = null): StoreAction => ({
  month: '2027-04',
  issue,
  what: 'sign',
  owner: 'Li',
  dueOn,
  progress,
});

test('a page has its store’s figures in the plan’s unit; a month that is not over is not held against its target', () => {
  const page = storePageValues(closing, { rank: 2, of: 3 }, [], terms);
  const line = (row: string) => Object.fromEntries(page.get(row) ?? []);
  expect(line('title')).toEqual({ c1: 'Harbour 2027' });
  expect(line('subtitle')).toEqual({ c1: 'C · Franchised · Ulm · Li', c8: 'thousand' });
  expect(line('year')).toEqual({ c1: 300, c3: 270, c5: 330, c7: '2 of 3' });
  expect(line('toDate')).toEqual({ c1: 155 / 175, c3: 175, c5: 155, c7: -20 });
  // What is needed per day is in the currency itself.
  expect(line('rest')).toEqual({ c1: 1.16, c3: 1907.89, c5: 265.71429, c7: 1 });
  expect(line('m2')).toEqual({ c1: '2027-02', c2: 50, c3: 45, c4: -5, c5: 0.9 });
  expect(line('m4')).toEqual({ c1: '2027-04', c2: 50, c3: 20, c6: 'through 2027-04-15' });
  expect(line('m5')).toEqual({ c1: '2027-05', c2: 50 });
  expect(line('m12')).toEqual({ c1: '2027-12', c2: 0 });
  expect(line('total')).toEqual({ c1: 'Year', c2: 300, c3: 155 });
  expect(line('keyActions')).toEqual({ c3: '=1+1' });
  expect(line('signing')).toEqual({ c1: 'Wu', c4: 'Li' });
});

test('the month in which a store has closed is whole from that day on', () => {
  const closed = { ...closing, closedOn: dayNumber(2027, 4, 10) };
  expect(storePageValues(closed, undefined, [], terms).get('m4')?.get('c5')).toBe(0.4);
});

test('a plan that is not followed has targets alone', () => {
  const page = storePageValues({ ...closing, pace: undefined, sold: [] }, undefined, [], { ...terms, through: null });
  expect(page.get('toDate')).toBeUndefined();
  expect(Object.fromEntries(page.get('m1') ?? [])).toEqual({ c1: '2027-01', c2: 50 });
  expect(Object.fromEntries(page.get('total') ?? [])).toEqual({ c1: 'Year', c2: 300 });
  expect(page.get('year')?.get('c7')).toBe('–');
});

test('open actions first, by due date; what is done, and what has no date, later; more are counted', () => {
  const actions = [
    action('done', '2027-01-01', 1),
    action('undated', ''),
    action('second', '2027-05-02', 0.5),
    action('first', '2027-05-01'),
    ...Array.from({ length: 4 }, (_, index) => action(`later ${index}`, `2027-06-0${index + 1}`)),
  ];
  const page = storePageValues(closing, undefined, actions, terms);
  const issues = Array.from({ length: actionRows }, (_, index) => page.get(`a${index + 1}`)?.get('c2'));
  expect(issues).toEqual(['first', 'second', 'later 0', 'later 1', 'later 2', 'later 3']);
  expect(page.get('more')?.get('c1')).toBe('and 2 more');
});

test('the page has a place for all of it, and words in both languages for its own', () => {
  const rows = storePage.report?.rows ?? [];
  const places = new Set(rows.flatMap(({ id, cells }) => cells.map(({ at }) => `${id} c${at}`)));
  const actions = Array.from({ length: actionRows + 1 }, () => action('rain', '2027-05-01', 0.5));
  const page = storePageValues(closing, { rank: 1, of: 1 }, actions, terms);
  const put = [...page].flatMap(([row, cells]) => [...cells.keys()].map((column) => `${row} ${column}`));
  expect(put.filter((place) => !places.has(place))).toEqual([]);
  const said = rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text || []));
  for (const language of ['zh', 'en'] as const)
    expect(Object.keys(storePageSection.text[language].tabs.storePage?.words ?? {}).sort()).toEqual([...said].sort());
});

// 1,929,490.00 in figures of 20 pixels: a number that is wider than its cell is shown as ###.
test('each of the large figures has room for a store’s year in the currency itself', () => {
  const { rows = [], widths = [] } = storePage.report ?? {};
  const large = rows.flatMap(({ cells }) => cells.filter(({ look }) => look === 'figure'));
  expect(large).toHaveLength(12);
  for (const { at, span = 1 } of large) {
    const room = widths.slice(at - 1, at - 1 + span).reduce((sum, width) => sum + width, 0);
    expect(room).toBeGreaterThanOrEqual(190);
  }
});
