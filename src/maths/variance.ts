import { mixEffects } from './mixEffects';
import type { Span } from './openMonths';

/**
 * Where a store's difference from its target comes from, the first that fits: closed before the day that was signed;
 * planned and not opened; opened without being planned; opened as planned; gone without figures; all others.
 */
export type DifferenceGroup = 'closure' | 'notOpened' | 'unplanned' | 'opened' | 'missing' | 'kept';

/** A store, or openings planned as a group, with what it is told apart by. */
export interface DifferenceRow {
  /** When it trades as was signed; null: it is not in what was signed. */
  readonly signed: Span | null;
  /** When it trades as is known now; null: it has not opened. */
  readonly now: Span | null;
  /** Whether it opens in the plan year. */
  readonly isNew: boolean;
  readonly actual: number;
  readonly covered: number;
  /** Target to date, covered or not. */
  readonly due: number;
}

/** The group of one row. */
export function differenceGroup({ signed, now, isNew, covered, due }: DifferenceRow): DifferenceGroup {
  if (signed !== null && now !== null && endOf(now) < endOf(signed)) return 'closure';
  if (now === null) return 'notOpened';
  if (signed === null) return 'unplanned';
  if (isNew) return 'opened';
  return due > 0 && covered === 0 ? 'missing' : 'kept';
}

const endOf = ({ closedOn }: Span): number => closedOn ?? Number.POSITIVE_INFINITY;

/** Each group's part of sales − covered target; every row is in one group, so the parts add up to the whole difference. */
export function differenceByGroup(rows: readonly DifferenceRow[]): Readonly<Record<DifferenceGroup, number>> {
  const parts = { closure: 0, notOpened: 0, unplanned: 0, opened: 0, missing: 0, kept: 0 };
  for (const row of rows) parts[differenceGroup(row)] += row.actual - row.covered;
  return parts;
}

/** What a group of stores sold in a year, and in how many store-months. */
export interface GroupYear {
  readonly storeMonths: number;
  readonly sales: number;
}

/** A group in both years. */
export interface GroupYears {
  readonly before: GroupYear;
  readonly after: GroupYear;
}

/** The parts of a change in sales; mix and rate one a group, in the order given. */
export interface MixVariance {
  /** More or fewer store-months, at the average of all. */
  readonly volume: number;
  /** A shift between groups that sell more and groups that sell less a store-month. */
  readonly mix: readonly number[];
  /** More or less sold a store-month within the groups. */
  readonly rate: readonly number[];
}

/**
 * Last year's sales to this year's as volume, mix and rate, adding up exactly: each factor's change × the mean of the
 * others', first of sales = store-months × average, then of average = Σ share × rate. A group without store-months in a
 * year takes the other year's rate, so that all of it is volume and mix; a year without any takes the other's shares.
 */
export function mixVariance(groups: readonly GroupYears[]): MixVariance {
  const { mix, rate, before, after } = mixEffects(
    groups.map((group) => ({
      weightBefore: group.before.storeMonths,
      weightAfter: group.after.storeMonths,
      rateBefore: rateOf(group.before),
      rateAfter: rateOf(group.after),
    })),
  );
  let monthsBefore = 0;
  let monthsAfter = 0;
  for (const group of groups) {
    monthsBefore += group.before.storeMonths;
    monthsAfter += group.after.storeMonths;
  }
  const months = (monthsBefore + monthsAfter) / 2;
  return {
    volume: ((monthsAfter - monthsBefore) * (before + after)) / 2,
    mix: mix.map((part) => months * part),
    rate: rate.map((part) => months * part),
  };
}

function rateOf({ storeMonths, sales }: GroupYear): number | null {
  return storeMonths === 0 ? null : sales / storeMonths;
}

/**
 * What openings brought more or less than planned: timing, by opening earlier or later, and performance, by selling more
 * or less a ramped store-month. Months without any take the other side's sales a month.
 */
export function openingVariance(
  planned: GroupYear,
  actual: GroupYear,
): { readonly timing: number; readonly performance: number } {
  const before = rateOf(planned) ?? rateOf(actual) ?? 0;
  const after = rateOf(actual) ?? before;
  return {
    timing: ((actual.storeMonths - planned.storeMonths) * (before + after)) / 2,
    performance: (after - before) * ((planned.storeMonths + actual.storeMonths) / 2),
  };
}
