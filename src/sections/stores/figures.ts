import { type Figure, ratio, sum } from '../../maths/figure';
import { rounded } from '../../maths/round';
import { ownerships, type Store } from '../../maths/store';
import {
  type Around,
  day,
  type FieldIds,
  type Figures,
  type Given,
  type Gives,
  type LivePart,
  number,
  numbers,
  type Row,
  typedNumber,
} from '../../model/live';
import type { en } from './text';

type Id = FieldIds<(typeof en)['tabs']['stores']>;

/** What the region is computed from. */
const needs = [
  'ownership',
  'openedOn',
  'closedOn',
  'lastYearSales',
  'lastYearMonths',
  'growth',
  'monthsThisYear',
  'agreedTarget',
] as const satisfies readonly Id[];

type Needed = (typeof needs)[number];

/** A store as typed; a row without an ownership is in no total. */
function storeOf(row: Row<Needed>): Store | undefined {
  const ownership = ownerships.find((known) => known === row.values.ownership);
  return (
    ownership && {
      ownership,
      openedOn: day(row, 'openedOn'),
      closedOn: day(row, 'closedOn'),
      lastYearSales: number(row, 'lastYearSales'),
      lastYearMonths: typedNumber(row, 'lastYearMonths'),
      growth: typedNumber(row, 'growth'),
      monthsThisYear: typedNumber(row, 'monthsThisYear'),
      agreedTarget: number(row, 'agreedTarget'),
    }
  );
}

function storesGiven(rows: readonly Row<Needed>[]): Partial<Given> {
  const stores: Store[] = [];
  const storeIds: string[] = [];
  for (const row of rows) {
    const store = storeOf(row);
    if (!store) continue;
    stores.push(store);
    storeIds.push(row.id);
  }
  return { stores, storeIds };
}

function storeFigures(row: Row<Id>, { region, given }: Around): Figures<Id> {
  const plan = region?.plans[given.storeIds?.indexOf(row.id) ?? -1];
  const months = numbers(row, 'months').map((typed, month): Figure => {
    return row.typedOver.has(`months.${month + 1}`) && typed !== null ? typed : (plan?.byMonth?.[month] ?? null);
  });
  const left = !plan || plan.final === null ? null : rounded(plan.final - (sum(months) ?? 0), 6);
  return {
    lastYearMonths: plan?.lastYearMonths,
    storeBaseline: plan?.baseline,
    flag: plan?.flag,
    growth: plan?.growth,
    monthsThisYear: plan?.months,
    computedTarget: plan?.computed,
    finalTarget: plan?.final,
    floorTarget: plan?.floor,
    stretchTarget: plan?.stretch,
    yearOnYear: plan?.yearOnYear,
    salesPerArea: plan && ratio(plan.final, number(row, 'area')),
    months: plan && months,
    monthDifference: plan && left,
  };
}

const gives: Gives<Needed> = { needs, from: storesGiven };

export const storesFigures: readonly LivePart[] = [{ tab: 'stores', figures: storeFigures, gives }];
