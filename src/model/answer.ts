/** A field's value as plain JSON: a choice is its id, a date `2027-03-16`, a field of several cells a list. */
export type Scalar = string | number | boolean | null;
export type FieldValue = Scalar | readonly Scalar[];

/** Whether JSON is what one cell holds. */
export const isScalar = (value: unknown): value is Scalar =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** Whether JSON is what several cells hold. */
export const isScalars = (value: unknown): value is readonly Scalar[] => Array.isArray(value) && value.every(isScalar);

/** One field of one record, from what it holds to what it is to hold; a field of several cells as a whole. */
export interface Change {
  readonly record: string;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** Something wrong with what was sent, in words, at the field it concerns. */
export interface Fault {
  readonly record?: string;
  readonly field?: string;
  readonly message: string;
  /** With a reason it is done. */
  readonly lacks?: 'reason';
}

/** A field that someone else has changed since it was read. */
export interface Conflict {
  readonly record: string;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
  readonly now: FieldValue;
  /** Who made it what it is and when, as `2027-03-16T08:00:00.000Z`, where the log knows: what is typed in the grid may not be in it. */
  readonly by?: { readonly who: string; readonly at: string };
}

/** A figure that is ten times or more what stands there, or a tenth or less: perhaps another unit. */
export interface Jump {
  readonly record: string;
  readonly field: string;
  readonly from: number;
  readonly to: number;
}

/** How a request to write ended; only `done` has written anything. */
export type Answer =
  /**
   * Of an import also which of the records it added, and what it changed in the others; sent again, what it did first. With a
   * message where not all could be done.
   */
  | {
      readonly status: 'done';
      readonly records: readonly string[];
      readonly added?: readonly string[];
      readonly changes?: readonly Change[];
      readonly message?: string;
    }
  | { readonly status: 'busy'; readonly message: string }
  /** The plan is signed: what was to be written is closed until the plan is opened again. */
  | { readonly status: 'signed'; readonly message: string }
  | { readonly status: 'conflict'; readonly message: string; readonly conflicts: readonly Conflict[] }
  | { readonly status: 'gone'; readonly message: string; readonly records: readonly string[] }
  | { readonly status: 'invalid'; readonly message: string; readonly faults: readonly Fault[] }
  | { readonly status: 'confirm'; readonly message: string; readonly jumps: readonly Jump[] };
