/**
 * What signing writes of itself: which version of the plan, when, by whom, why although there were doubts, how many rows
 * were kept, and a digest by which they are known again; and once it is opened again when, by whom and why.
 */
export type Stamp =
  | 'version'
  | 'signedOn'
  | 'signedBy'
  | 'reason'
  | 'rows'
  | 'checksum'
  | 'openedOn'
  | 'openedBy'
  | 'openedFor';

/** Something in a part of the plan that whoever signs is told first: how many records have it. */
export interface Doubt {
  /** The id of its sentence in the tab's text. */
  readonly id: string;
  readonly field: string;
  /** What of the field is doubtful: nothing in it, a difference, a shortfall, or one of its choices. */
  readonly is: 'blank' | 'notZero' | 'below0' | { readonly choice: string };
  /** Only where another field is filled or ticked. */
  readonly where?: { readonly field: string; readonly is: 'filled' | 'ticked' };
}

/** Of a tab that keeps a version of another table's records: which table, and by which of its own fields they are told. */
export interface KeptRecords {
  readonly of: string;
  readonly key: string;
  /** What people call a record. */
  readonly name: string;
  /** The figure in which two versions are compared. */
  readonly figure: string;
}

/**
 * A column of the tab in which every version stands value by value: the region and the year of the plan, the part that a
 * value is of (a tab's id, or `region` for what all of it adds up to), by which key and name its record is known there, what
 * is measured, the month from 1 on, 0 for the year, and the value.
 */
export type ValueColumn = 'region' | 'year' | 'part' | 'key' | 'name' | 'measure' | 'month' | 'value';
