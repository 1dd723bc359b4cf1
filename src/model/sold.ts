import type { Field } from './field';

/** What a line says in a file that has one for each day, receipt or month of a record. */
export interface Lines {
  /** The key of the record, as the table has it, the day and the amount. */
  readonly fields: readonly Field[];
  readonly day: string;
  readonly amount: string;
}

/** Figures by month that come to a table from files. */
export interface Sold {
  /** The field of twelve months that files fill. */
  readonly figure: string;
  readonly lines: Lines;
  /** The tab that says of codes that are no record's which record they mean, or that they are left out. */
  readonly aliases: { readonly tab: string; readonly code: string; readonly record: string; readonly leftOut: string };
  /** The tab of twelve fixed rows in which months are closed. */
  readonly closings?: string;
  /** Its months are those of the year before the plan year: data of the plan year reach no further by them. */
  readonly isLastYear?: true;
  /** The table of what is sold there: its key, its twelve targets, and the days from and through which a record is open. */
  readonly against: {
    readonly tab: string;
    readonly key: string;
    readonly target: string;
    readonly from: string;
    readonly through: string;
  };
}

/** A tab of twelve fixed rows, a month of the plan year each, in which the figures of another table are closed. */
export interface Closes {
  /** The table, and its field of twelve months. */
  readonly tab: string;
  readonly figure: string;
  /** What closing a month writes: the day, who, and what the figures came to. */
  readonly on: string;
  readonly by: string;
  readonly total: string;
  /** By how much the figures have changed since. */
  readonly changed: string;
  /** Of how many records of the table it is kept what they had then. */
  readonly recordsThen: string;
  /** What is said of a closed month of which no record’s figure was kept; blank of all others. */
  readonly remark: string;
  /** The day on which a closed month was opened again; what it was closed with stays until it is closed anew. */
  readonly reopened: string;
  /**
   * What else a month is closed with, as values: a field, and whose figure it keeps of the row of the month, as
   * `months.sold`. Figures of a tab that is not there are not kept.
   */
  readonly keeps: readonly { readonly field: string; readonly of: string }[];
}
