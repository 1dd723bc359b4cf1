import { dayNumber } from '../../src/maths/day';
import type { Scalar } from '../../src/model/answer';
import { closingOf } from '../../src/model/closing';
import { sections } from '../../src/sections';

const tab = sections.flatMap(({ tabs }) => tabs).find(({ closes }) => closes !== undefined);
if (!tab) throw new Error('no tab closes months');

/** How months stand, by their numbers. */
interface Standing {
  readonly toClose: readonly number[];
  readonly closed: readonly number[];
  readonly changed: readonly (readonly [string, number])[] | undefined;
  /** Left out where there are none. */
  readonly unknown?: readonly number[];
}

type Rows = Readonly<Record<string, Readonly<Record<string, Scalar>>>>;

const standing = (rows: Rows, through: number | null, start = dayNumber(2027, 1, 1)): Standing => {
  const closing = closingOf(tab, (record, field) => rows[record]?.[field] ?? null, through, start);
  const names = (months: readonly { readonly month: number }[] = []) => months.map(({ month }) => month + 1);
  return {
    toClose: names(closing?.toClose),
    closed: names(closing?.closed),
    changed: closing?.changed.map(({ record, by }) => [record, by]),
    ...(closing?.unknown.length ? { unknown: names(closing.unknown) } : {}),
  };
};

const closed = { closedOn: '2027-02-03', closedTotal: 100, soldNow: 100, changed: 0 };

test.each<[string, Rows, number | null, Standing]>([
  ['nothing is known', {}, null, { toClose: [], closed: [], changed: [] }],
  ['a month under way is not over', {}, dayNumber(2027, 1, 30), { toClose: [], closed: [], changed: [] }],
  ['two months are over', {}, dayNumber(2027, 3, 15), { toClose: [1, 2], closed: [], changed: [] }],
  ['one of them is closed', { m1: closed }, dayNumber(2027, 2, 28), { toClose: [2], closed: [1], changed: [] }],
  [
    'it has changed since, another by the dust of sums',
    { m1: { ...closed, changed: -3.5 }, m2: { ...closed, changed: 1e-9 } },
    dayNumber(2027, 2, 28),
    { toClose: [], closed: [1, 2], changed: [['m1', -3.5]] },
  ],
  [
    'of one it is not known which stores have changed, of one that is not closed nothing is said',
    { m1: { ...closed, remark: 'Closed before stores’ figures were kept: close anew' }, m2: { remark: 'typed' } },
    dayNumber(2027, 2, 28),
    { toClose: [2], closed: [1], changed: [], unknown: [1] },
  ],
  [
    'the year is over',
    {},
    dayNumber(2028, 6, 1),
    { toClose: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], closed: [], changed: [] },
  ],
])('closing of months: %s', (_, rows, through, expected) => {
  expect(standing(rows, through)).toEqual(expected);
});

test('of a year from April, April is the first month', () => {
  expect(standing({}, dayNumber(2027, 5, 31), dayNumber(2027, 4, 1)).toClose).toEqual([1, 2]);
});
