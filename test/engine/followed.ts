import { dayNumber } from '../../src/maths/day';
import type { Figure } from '../../src/maths/figure';
import { isoDate } from '../../src/model/value';
import { kept } from '../kept';
import { type Desk, openedDesk, plannedDesk, savedFile } from './addon';
import { wrote } from './answer';

/** A store with its months as planned and as sold. */
export interface Case {
  readonly id: string;
  readonly ownership: 'franchised' | 'selfOperated';
  readonly openedOn: number | null;
  readonly closedOn: number | null;
  readonly targets: readonly number[];
  readonly sold: readonly Figure[];
}

/** A workbook with the tabs that stores are followed in, and nothing in them. */
export const empty = (): Desk =>
  openedDesk(
    kept('a region to be followed', () => {
      const desk = plannedDesk({ sections: ['settings', 'baseline', 'stores'] });
      for (const section of ['actuals', 'followUp']) desk.addon.run('generatePlan', { section });
      return savedFile(desk.workbook);
    }),
  );

/** The same with stores, what they sold, and the day that data reach. */
export function followed(stores: readonly Case[], through: number, desk: Desk = empty()): Desk {
  const { addon } = desk;
  const change = { record: 'settings', field: 'dataThrough', from: null, to: isoDate(through) };
  wrote(addon, 'saveRecord', { request: 'day', part: 'settings', changes: [change] });
  wrote(addon, 'addRecords', {
    request: 'stores',
    part: 'stores',
    records: stores.map(({ id, ownership, openedOn, closedOn, targets }) => ({
      storeId: id,
      name: `Store ${id}`,
      ownership,
      ...(openedOn === null ? {} : { openedOn: isoDate(openedOn) }),
      ...(closedOn === null ? {} : { closedOn: isoDate(closedOn) }),
      agreedTarget: targets.reduce((sum, target) => sum + target, 0),
      months: [...targets],
    })),
  });
  wrote(addon, 'importRecords', {
    request: 'sold',
    part: 'actuals',
    records: stores.map(({ id, sold }) => ({ storeId: id, sales: [...sold] })),
  });
  return desk;
}

export const fill = (count: number, value: number): number[] => Array(count).fill(value);
const blanks: readonly Figure[] = Array(8).fill(null);

/** Four stores in April: as planned, a month missing, closing in June, new since March. */
export const worked: readonly Case[] = [
  {
    id: 'A',
    ownership: 'franchised',
    openedOn: null,
    closedOn: null,
    targets: fill(12, 100_000),
    sold: [90_000, 105_000, 98_000, 47_000, ...blanks],
  },
  {
    id: 'B',
    ownership: 'selfOperated',
    openedOn: null,
    closedOn: null,
    targets: [80_000, 60_000, 70_000, 80_000, ...fill(8, 91_250)],
    sold: [80_000, null, 77_000, 44_000, ...blanks],
  },
  {
    id: 'C',
    ownership: 'franchised',
    openedOn: null,
    closedOn: dayNumber(2027, 6, 30),
    targets: [...fill(6, 50_000), ...fill(6, 0)],
    sold: [40_000, 45_000, 50_000, 20_000, ...blanks],
  },
  {
    id: 'N',
    ownership: 'franchised',
    openedOn: dayNumber(2027, 3, 1),
    closedOn: null,
    targets: [0, 0, 64_286, 90_000, 109_286, ...fill(7, 128_571)],
    sold: [null, null, 50_000, 42_000, ...blanks],
  },
];

/** These stores on 15 April 2027, made once for all test files. */
export const inApril = (): Desk =>
  openedDesk(kept('four stores followed', () => savedFile(followed(worked, dayNumber(2027, 4, 15)).workbook)));
