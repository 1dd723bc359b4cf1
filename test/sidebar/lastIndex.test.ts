import { bookOf } from '../../sidebar/book';
import { lastIndex, pairShares } from '../../sidebar/lastIndex';
import { usualWindows } from '../../src/maths/festival';
import { cells, part } from './kit';

const { sold } = part('lastSales').tab;
const fields = part('history').tab.pastYears;
if (!sold || !fields) throw new Error('last year’s sales, or the years gone by, are not what they were');

const byMonth = (field: string, months: readonly (number | null)[]): Record<string, number | null> =>
  Object.fromEntries(Array.from({ length: 12 }, (_, month) => [`${field}.${month + 1}`, months[month] ?? null]));
const year = (january: number, february: number, march: number): readonly number[] => [
  ...[january, february, march],
  ...Array(9).fill(3000),
];

/** Two stores that together sold 3,350, 3,220, 2,920 and 3,000 a month; a third had not opened. */
function sources(more: {
  readonly first?: readonly (number | null)[];
  readonly windows?: typeof usualWindows;
  readonly outlets?: Readonly<Record<string, Record<string, string | null>>>;
}) {
  const half = year(1675, 1610, 1460).map((sales) => (sales === 3000 ? 1500 : sales));
  const rowsOf = (id: string, records: Readonly<Record<string, Record<string, string | number | boolean | null>>>) =>
    bookOf(cells(id, records)).rows;
  return {
    sold: sold as NonNullable<typeof sold>,
    fields: fields as NonNullable<typeof fields>,
    key: 'storeId',
    rows: rowsOf('lastSales', {
      a: { storeId: 'S1', ...byMonth('sales', more.first ?? half) },
      b: { storeId: 'S2', ...byMonth('sales', half) },
    }),
    outlets: rowsOf('stores', {
      a: { storeId: 'S1', openedOn: null, closedOn: null },
      b: { storeId: 's2', openedOn: null, closedOn: null },
      c: { storeId: 'S3', openedOn: '2027-05-01', closedOn: null },
      ...more.outlets,
    }),
    past: rowsOf('history', {
      x: { year: 2024, takesPart: true, together: null, ...byMonth('months', year(3700, 2810, 3080)) },
      y: { year: 2025, takesPart: true, together: null, ...byMonth('months', year(4030, 2360, 3100)) },
      z: { year: 2026, takesPart: true, together: null, ...byMonth('months', year(9, 9, 9)) },
      w: { year: 2023, takesPart: false, together: null, ...byMonth('months', year(9, 9, 9)) },
    }),
    planYear: 2027,
    firstMonth: 1,
    windows: more.windows,
  };
}

test.each([
  ['by the festival', usualWindows, [1.285867, 0.820977, 1.0221]],
  ['plain', undefined, [1.213471, 0.918862, 0.996611]],
])('stores stand for last year beside the years that count, %s', (_, windows, expected) => {
  const found = lastIndex(sources(windows ? { windows } : {}));
  if ('lacking' in found) throw new Error('nothing lacks');
  expect(found.index.slice(0, 3).map((index) => Number(index.toFixed(6)))).toEqual(expected);
  expect([found.years, found.without, found.isAware]).toEqual([3, 0, windows !== undefined]);
  expect(found.months.slice(0, 4)).toEqual([3350, 3220, 2920, 3000]);
});

test('a month that an open store lacks is named; one without a row is counted', () => {
  const lacking = [1675, null, 1460, ...Array(9).fill(1500)];
  expect(lastIndex(sources({ first: lacking }))).toEqual({ lacking: [1] });
  expect(
    lastIndex(sources({ outlets: { d: { storeId: 'S4', openedOn: '2026-07-01', closedOn: null } } })),
  ).toMatchObject({
    without: 1,
    years: 3,
  });
  // One that has left the list was open as long as it sold.
  const half = [1675, 1610, 1460, ...Array(9).fill(null)];
  const outlets = { a: { storeId: 'gone', openedOn: '2027-02-01', closedOn: null } };
  expect(lastIndex(sources({ first: half, outlets }))).toMatchObject({ without: 0 });
});

test('January and February of last year in one figure share as in the years that count; without any, evenly', () => {
  const { past, ...more } = sources({});
  const share = (rows: typeof past): number | undefined => {
    const [january, february] = pairShares({ ...more, past: rows }) ?? [];
    return january !== undefined && february !== undefined ? january / (january + february) : undefined;
  };
  // January: 3700 ÷ 36,590 + 4030 ÷ 36,490; February: 2810 and 2360 of the same.
  expect(share(past)).toBeCloseTo(0.599267, 5);
  expect(share([])).toBe(0.5);
  // In a year from February the two do not follow each other.
  expect(pairShares({ ...more, past, firstMonth: 2 })).toBeUndefined();
});
