/**
 * A table of what is followed of what was signed: a row for each record that a tab keeps, as signed until a re-spread
 * writes its months. Where the figures stand that a re-spread goes by, and those that it writes.
 */
export interface Working {
  /** The tab that keeps what was signed. */
  readonly of: string;
  /** What a record is called, its twelve months as they stand, its year, and the year as signed. */
  readonly name: string;
  readonly months: string;
  readonly year: string;
  readonly signedYear: string;
  /** Ticks of months that no re-spread changes, and bounds of the year. */
  readonly held: string;
  readonly least: string;
  readonly most: string;
  /**
   * What a re-spread writes, all of it imported: the signed version that it was made on, without which it is of no more
   * effect; the months; and how much of what earlier months lacked the later ones make up for.
   */
  readonly version: string;
  readonly written: string;
  readonly carried: string;
  /** The table of what was sold in each month. */
  readonly sold: string;
  readonly versions: WorkingVersions;
}

/** The tab in which what was followed stands version by version as values, and its fields; a row for each record that changed. */
export interface WorkingVersions {
  readonly tab: string;
  /** Counts what is written at once, from 1. */
  readonly number: string;
  readonly on: string;
  readonly by: string;
  readonly reason: string;
  /** As signed, or adjusted since: one of two choices. */
  readonly kind: string;
  /** The signed version that it is of. */
  readonly version: string;
  readonly key: string;
  readonly name: string;
  readonly year: string;
  readonly carried: string;
  readonly months: string;
}
