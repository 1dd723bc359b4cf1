import type { Figure } from './figure';
import type { Span } from './openMonths';
import type { YearWeights } from './storeWeights';

export type Ownership = 'franchised' | 'selfOperated';

export const ownerships: readonly Ownership[] = ['franchised', 'selfOperated'];

/** One store as typed; a null is a blank cell. */
export interface Store extends Span {
  readonly ownership: Ownership;
  /** Sales of the last year; 0 is a figure, null is none. */
  readonly lastYearSales: Figure;
  /** Months open last year; null: from the dates. */
  readonly lastYearMonths: Figure;
  /** A fraction; null: its ownership's. */
  readonly growth: Figure;
  /** Months open this year; null: from the dates. */
  readonly monthsThisYear: Figure;
  /** The target agreed with the store, which goes before the computed one. */
  readonly agreedTarget: Figure;
}

/**
 * withoutMonths: sales of last year, and no month open. missing: months open without sales. young: under 3 months open
 * last year. weak: below the weak-store line.
 */
export type Flag = 'withoutMonths' | 'missing' | 'young' | 'weak';

/** Months open last year from which a store's own figures are its baseline. */
export const monthsForOwnBaseline = 3;

/** What every store's plan is computed with. */
export interface Terms extends YearWeights {
  /** Targets are rounded to multiples of it, in the currency's unit. */
  readonly roundingUnit: number;
  /** Fractions of the final target: 0.9 and 1.1. */
  readonly floorFactor: number;
  readonly stretchFactor: number;
  /** The fraction of its ownership's baseline below which a store is weak: 0.7. */
  readonly weakLine: number;
}
