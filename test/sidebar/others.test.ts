import { sharedByOthers } from '../../sidebar/form/others';

const even = Array<number>(12).fill(1);
const none = Array<null>(12).fill(null);
const kept = (...typed: readonly (readonly [month: number, amount: number])[]): readonly (number | null)[] =>
  none.map((_, index) => typed.find(([month]) => month === index + 1)?.[1] ?? null);
const hundreds = Array<number>(12).fill(100);

test.each<[string, number, readonly (number | null)[], readonly number[], number, readonly number[] | undefined]>([
  // 1,200 less 210 over eleven.
  [
    'one month is typed, the rest make up for it',
    1200,
    kept([3, 210]),
    hundreds,
    1,
    [90, 90, 210, ...Array(9).fill(90)],
  ],
  // 1,100 less 100.4: 90 each and nine more by unit, and the 0.6 to the last.
  ['one with cents stays to the cent', 1100, kept([1, 100.4]), hundreds, 1, [100.4, ...Array(9).fill(91), 90, 90.6]],
  ['one that is no whole unit', 1200, kept([12, 250]), hundreds, 100, [...Array(9).fill(100), 0, 50, 250]],
  [
    'others at nothing share by the season',
    300,
    kept([1, 80]),
    Array<number>(12).fill(0),
    1,
    [80, ...Array(11).fill(20)],
  ],
  ['typed ones come to more', 100, kept([1, 80], [2, 30]), hundreds, 1, undefined],
])('%s', (_, total, typed, standing, unit, expected) => {
  expect(sharedByOthers(total, typed, standing, even, unit)).toEqual(expected);
});
