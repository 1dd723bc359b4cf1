import { bookOf } from '../../sidebar/book';
import type { ImportRecord } from '../../sidebar/import/records';
import {
  type Answered,
  type Ask,
  asksOf,
  type Brought,
  isLate,
  settled,
  throughOf,
  unanswered,
} from '../../sidebar/intake/sales/asked';
import { type CodeSaid, coded } from '../../sidebar/intake/sales/codes';
import { type Held, heldIn } from '../../sidebar/intake/sales/held';
import { dayNumber } from '../../src/maths/day';
import { cells, part } from './kit';

const { tab } = part('actuals');
const { sold } = tab;
if (!sold) throw new Error('the actuals take no figures');

const january = dayNumber(2027, 1, 1);
const [march, april15] = [dayNumber(2027, 3, 31), dayNumber(2027, 4, 15)];

const cellsOf = (field: string, months: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${field}.${month + 1}`, months[month] ?? null]));

/** Three stores with 100,000 a month: one closes at the end of March. What stands there: the first quarter of two. */
function held(
  through: number | null = march,
  there: Readonly<Record<string, readonly (number | null)[]>> = {},
  closed: readonly number[] = [],
  today: number | null = null,
): Held {
  const target = cellsOf('months', Array(12).fill(100_000));
  const outlets = bookOf(
    cells('stores', {
      a: { storeId: 'S1', name: 'North', ...target },
      b: { storeId: 'S2', name: 'South', ...target },
      c: { storeId: 'S3', name: 'West', closedOn: '2027-03-31', ...target },
    }),
  );
  const aliases = bookOf(
    cells('storeAliases', {
      x: { code: 'POS-1', storeId: 'S1', leftOut: false },
      y: { code: 'HQ', storeId: null, leftOut: true },
      z: { code: 'POS-9', storeId: 'S9', leftOut: false },
    }),
  );
  const rows = Object.entries(there).map(([id, months]) => [`r${id}`, { storeId: id, ...cellsOf('sales', months) }]);
  const own = bookOf(cells('actuals', Object.fromEntries(rows)));
  return heldIn(
    sold as NonNullable<typeof sold>,
    'storeId',
    january,
    through,
    { own, outlets, aliases },
    'name',
    undefined,
    new Set(closed),
    today,
  );
}

const record = (storeId: string, sales: readonly (number | null)[]): ImportRecord => ({
  row: 2,
  values: { storeId, sales: Array.from({ length: 12 }, (_, month) => sales[month] ?? null) },
});

const none = new Map<string, CodeSaid>();
const codesIn = (records: readonly ImportRecord[], said: ReadonlyMap<string, CodeSaid> = none) =>
  coded(records, 'storeId', 'sales', held(), said);

describe('codes', () => {
  test('a store’s own, however written; those of earlier files; two codes of one store are added up', () => {
    const found = codesIn([record('s1', [5, null]), record('pos-1', [7, 1]), record('HQ', [9]), record('S2', [0])]);
    expect(found.sales.map(({ key, months }) => [key, months.slice(0, 2)])).toEqual([
      ['S1', [12, 1]],
      ['S2', [0, null]],
    ]);
    expect([found.out, found.aliases, found.unknown]).toEqual([['HQ'], [['pos-1', 'S1']], []]);
  });

  test('one that nobody knows is asked about: a store, a store to come, or left out', () => {
    // A code of a store that is no longer in the list is nobody's.
    expect(codesIn([record('POS-9', [4]), record('S1', [1])])).toMatchObject({
      sales: [{ key: 'S1' }],
      unknown: [{ code: 'POS-9', sum: 4 }],
      aliases: [],
    });
    const records = [record('X9', [5, 2]), record('S1', [1])];
    expect(codesIn(records).unknown).toEqual([{ code: 'X9', sum: 7 }]);
    const said = (what: CodeSaid) => {
      const { sales, unknown, out, aliases } = codesIn(records, new Map([['x9', what]]));
      return [sales.map(({ key, months }) => `${key} ${months[0]}`), unknown.length, out, aliases];
    };
    expect(said({ is: 'record', key: 'S1' })).toEqual([['S1 6'], 0, [], [['X9', 'S1']]]);
    expect(said({ is: 'own' })).toEqual([['X9 5', 'S1 1'], 0, [], []]);
    expect(said({ is: 'out' })).toEqual([['S1 1'], 0, ['X9'], []]);
  });
});

interface Case {
  readonly file: Readonly<Record<string, readonly (number | null)[]>>;
  readonly there?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly known?: number | null;
  readonly first?: number;
  readonly last?: number;
  readonly outside?: number;
  readonly through?: number;
  readonly today?: number;
  readonly closed?: readonly number[];
  readonly ways?: Answered['ways'];
}

function looked({ file, there, known, first, last, outside = 0, through, closed = [], today, ways = {} }: Case) {
  const against = held(known === undefined ? march : known, there, closed, today);
  const { sales } = coded(
    Object.entries(file).map(([id, months]) => record(id, months)),
    'storeId',
    'sales',
    against,
    none,
  );
  const brought: Brought = { sales, first: first ?? null, last: last ?? null, outside };
  const reached = through ?? throughOf(brought, against);
  const answered: Answered = { ways, through: reached };
  const asks = asksOf(brought, against, answered);
  return { asks, answered, reached, written: settled(brought, against, asks, answered) };
}

const quarter = (value: number): readonly number[] => [value, value, value];
const three = { S1: quarter(98_000), S2: quarter(105_000), S3: quarter(90_000) };
/** What is asked besides the basis, with its ways and lines. */
const asked = (of: Case) =>
  looked(of).asks.flatMap((ask) => (ask.ask === 'basis' ? [] : [ask])) as readonly Exclude<Ask, { ask: 'basis' }>[];

test('of a file that is as it should be only its basis is asked', () => {
  const { asks, reached, answered, written } = looked({ file: three, known: null });
  expect(asks).toEqual([{ ask: 'basis', ways: ['yes', 'no'] }]);
  expect(reached).toBe(march);
  expect(unanswered(asks, answered)).toEqual(asks);
  expect(
    [{ basis: 'no' as const }, { basis: 'yes' as const }].map((ways) => unanswered(asks, { ...answered, ways }).length),
  ).toEqual([1, 0]);
  expect(written.map(({ key }) => key)).toEqual(['S1', 'S2', 'S3']);
});

test.each<[string, Case, Exclude<Ask, { ask: 'basis' }>]>([
  [
    'in 万元 the median is a ten thousandth of the targets',
    { file: { S1: quarter(10), S2: quarter(10.5), S3: quarter(9) } },
    { ask: 'unit', factor: 10_000, median: 1e-4 },
  ],
  [
    'in thousands',
    { file: { S1: quarter(98), S2: quarter(105), S3: quarter(1) } },
    { ask: 'unit', factor: 1000, median: 9.8e-4 },
  ],
  [
    'one store eight times its target, one an eighth of it',
    { file: { ...three, S1: quarter(800_000), S3: quarter(12_500) } },
    {
      ask: 'far',
      ways: ['take', 'leave'],
      lines: [
        { name: 'S1', to: 8 },
        { name: 'S3', to: 0.125 },
      ],
    },
  ],
  [
    'a month below 0',
    { file: { ...three, S2: [105_000, -5, 105_000] } },
    { ask: 'negative', ways: ['take', 'leave'], lines: [{ name: 'S2', month: 1, from: null, to: -5 }] },
  ],
  [
    'a month of all stores that falls',
    { file: three, there: { S1: [98_000, 99_000], S2: [105_000, 105_000] } },
    {
      ask: 'falls',
      ways: ['replace', 'leave'],
      lines: [
        {
          name: '',
          month: 1,
          from: 204_000,
          to: 203_000,
          falling: [{ name: 'S1', month: 1, from: 99_000, to: 98_000 }],
        },
      ],
    },
  ],
  [
    'a month of two stores that falls, beside one that rises by more',
    {
      file: { S1: [20_000, 98_000, 98_000], S2: [305_000, 105_000, 105_000], S3: [60_000, 90_000, 90_000] },
      there: three,
    },
    {
      ask: 'falls',
      ways: ['replace', 'leave'],
      lines: [
        {
          name: '',
          month: 0,
          from: 293_000,
          to: 385_000,
          falling: [
            { name: 'S1', month: 0, from: 98_000, to: 20_000 },
            { name: 'S3', month: 0, from: 90_000, to: 60_000 },
          ],
        },
      ],
    },
  ],
  [
    'an open store without a row; one that has closed is none in April',
    { file: { S1: [null, null, null, 50_000] }, last: april15, first: dayNumber(2027, 4, 1) },
    { ask: 'without', ways: ['leave'], lines: [{ name: 'S2 South' }] },
  ],
  [
    'lines outside the year',
    { file: three, outside: 3 },
    { ask: 'outside', ways: ['leave'], lines: [{ name: '', to: 3 }] },
  ],
  [
    'figures of a closed month that would change',
    { file: three, there: { S1: quarter(98_000), S2: [105_000, 104_000, 105_000] }, closed: [0, 1] },
    {
      ask: 'closed',
      ways: ['leave', 'late'],
      lines: [
        { name: 'S2', month: 1, from: 104_000, to: 105_000 },
        { name: 'S3', month: 0, from: null, to: 90_000 },
        { name: 'S3', month: 1, from: null, to: 90_000 },
      ],
    },
  ],
  [
    'a stray line in December of a file to April',
    {
      file: {
        S1: [...quarter(98_000), 100_000, ...Array(7).fill(null), 400_000],
        S2: quarter(105_000),
        S3: quarter(90_000),
      },
      there: { S2: Array(12).fill(null).fill(105_000, 0, 4).fill(105_000, 11) },
      last: dayNumber(2027, 12, 30),
    },
    { ask: 'gap', ways: ['take'], lines: [4, 5, 6, 7, 8, 9, 10].map((month) => ({ name: '', month })) },
  ],
  [
    'days after today',
    { file: three, today: dayNumber(2027, 3, 30) },
    { ask: 'ahead', ways: ['take'], lines: [{ name: '', month: 2 }] },
  ],
  [
    'a day before the one that is known',
    { file: three, through: march, known: april15 },
    { ask: 'back', ways: ['take'], lines: [{ name: '' }] },
  ],
])('asked about: %s', (_, of, expected) => {
  expect(asked(of)).toEqual([expected]);
});

test('half of a month that has figures is added to them, in their place, or left; not added where days would come twice', () => {
  const half: Case = {
    file: { S1: [null, null, null, 50_000], S2: [null, null, null, 40_000] },
    there: { S1: [null, null, null, 45_000] },
    known: april15,
    first: april15 + 1,
    last: dayNumber(2027, 4, 30),
  };
  const lines = [{ name: '', month: 3, from: 45_000, to: 50_000 }];
  expect(asked(half)).toEqual([{ ask: 'partly', ways: ['add', 'replace', 'leave'], lines }]);
  expect(asked({ ...half, first: april15 })).toEqual([{ ask: 'partly', ways: ['replace', 'leave'], lines }]);
  const april = (partly: 'add' | 'replace' | 'leave') =>
    looked({ ...half, ways: { basis: 'yes', partly } }).written.map(({ key, months }) => [key, months[3]]);
  expect(april('add')).toEqual([
    ['S1', 95_000],
    ['S2', 40_000],
  ]);
  expect(april('replace')).toEqual([
    ['S1', 50_000],
    ['S2', 40_000],
  ]);
  // What is kept is kept of all stores: of S2 the first half is not known.
  expect(april('leave')).toEqual([]);
});

test('late receipts within a closed month are added or take its place for a reason; not added where days would come twice', () => {
  const late: Case = {
    file: { S1: [null, null, 5_000] },
    there: { S1: [null, null, 90_000], S2: [null, null, 100_000], S3: [null, null, 100_000] },
    known: dayNumber(2027, 3, 20),
    first: dayNumber(2027, 3, 21),
    last: march,
    closed: [2],
  };
  const ways = (of: Case) => asked(of).flatMap((ask) => (ask.ask === 'partly' ? [ask.ways] : []));
  expect(asked(late).map(({ ask }) => ask)).not.toContain('closed');
  expect(ways(late)).toEqual([['add', 'replace', 'leave']]);
  expect(ways({ ...late, known: march })).toEqual([['replace', 'leave']]);
  const by = (partly: 'add' | 'replace' | 'leave') => {
    const { asks, answered, written } = looked({ ...late, ways: { basis: 'yes', far: 'take', partly } });
    return [written.map(({ months }) => months[2]), isLate(asks, new Set([2]), answered)];
  };
  expect([by('add'), by('replace'), by('leave')]).toEqual([
    [[95_000], true],
    [[5_000], true],
    [[], false],
  ]);
});

test('of what would fall the figures that fall are replaced or kept; those of other stores are written', () => {
  const file = { S1: [20_000, 98_000, 98_000], S2: [205_000, 105_000, 105_000], S3: quarter(90_000) };
  const january = (falls: 'replace' | 'leave') =>
    looked({ file, there: three, ways: { basis: 'yes', falls } }).written.map(({ key, months }) => [key, months[0]]);
  expect(january('leave')).toEqual([
    ['S1', null],
    ['S2', 205_000],
    ['S3', 90_000],
  ]);
  expect(january('replace')[0]).toEqual(['S1', 20_000]);
});

test('what was answered is what is written', () => {
  const file = { ...three, S1: quarter(800_000), S2: [105_000, -5, 105_000] };
  const sums = (ways: Answered['ways'], more: Partial<Case> = {}) =>
    looked({ file, ways, ...more }).written.map(({ key, months }) => [key, ...months.slice(0, 3)]);
  expect(sums({ far: 'leave', negative: 'leave' })).toEqual([
    ['S2', 105_000, null, 105_000],
    ['S3', 90_000, 90_000, 90_000],
  ]);
  expect(sums({ far: 'take', negative: 'take' })[1]).toEqual(['S2', 105_000, -5, 105_000]);
  expect(sums({ far: 'leave', negative: 'take', closed: 'leave' }, { closed: [0] })).toEqual([
    ['S2', null, -5, 105_000],
    ['S3', null, 90_000, 90_000],
  ]);
  expect(sums({ far: 'leave', negative: 'take', closed: 'late' }, { closed: [0] })[0]).toEqual([
    'S2',
    105_000,
    -5,
    105_000,
  ]);
});

test('data reach the file’s last day, the end of its last month, or what was known within that; never back by themselves', () => {
  const reached = (of: Partial<Case>) => looked({ file: three, ...of }).reached;
  expect(reached({ known: null })).toBe(march);
  expect(reached({ known: dayNumber(2027, 3, 20) })).toBe(dayNumber(2027, 3, 20));
  expect(reached({ known: dayNumber(2027, 2, 20), last: dayNumber(2027, 3, 5) })).toBe(dayNumber(2027, 3, 5));
  expect(reached({ known: april15 })).toBe(april15);
  // A month under way is held against the days gone: half of April is no eighth of it.
  expect(
    asked({ file: { S1: [...quarter(100_000), 50_000], S2: quarter(1).map(() => 100_000) }, last: april15 }).map(
      ({ ask }) => ask,
    ),
  ).toEqual(['without']);
});
