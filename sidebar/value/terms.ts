import type { Language } from '../../src/model/language';

/** What figures are worded with. */
export interface Terms {
  readonly language: Language;
  /** The unit that money is shown and typed in: 10,000 for 万元, 1,000, or 1. */
  readonly unit: number;
  /** Three letters: `CNY`. */
  readonly currency: string;
  /** The month the plan year starts in, 1–12. */
  readonly firstMonth: number;
  /** The calendar year of that month, once it is known. */
  readonly planYear?: number;
}

/** Before the settings are known. */
export const plainTerms = (language: Language): Terms => ({ language, unit: 1, currency: 'CNY', firstMonth: 1 });

/** Money units by the ids of the settings' display unit. */
export const units: ReadonlyMap<unknown, number> = new Map([
  ['tenThousand', 10_000],
  ['thousand', 1000],
  ['one', 1],
]);
