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
}
