import type { sheets_v4 } from '@googleapis/sheets';
import type { Request, Spreadsheet } from '../../src/workbook/api/json';

/**
 * Paths of `Ours` at which Google has no such field, or one that takes something else. Fields are all optional with
 * Google, so that a misspelt one would be assignable; with each step the path grows by its name.
 */
type Faults<Ours, Google, Path extends string = ''> = Ours extends readonly (infer Item)[]
  ? NonNullable<Google> extends readonly (infer GoogleItem)[]
    ? Faults<Item, GoogleItem, `${Path}[]`>
    : Path
  : Ours extends object
    ? NonNullable<Google> extends object
      ? {
          [Key in keyof Ours & string]-?: Key extends keyof NonNullable<Google>
            ? Faults<NonNullable<Ours[Key]>, NonNullable<Google>[Key], `${Path}.${Key}`>
            : `${Path}.${Key}`;
        }[keyof Ours & string]
      : Path
    : Ours extends Google
      ? never
      : Path;

/** Does not compile when there is a fault; the compiler's message names its path. */
type None<Fault extends never> = Fault;

/** What we say to Google's Sheets API is what Google's own types of it allow; enumerations are text with them. */
export type Held = [
  None<Faults<Spreadsheet, sheets_v4.Schema$Spreadsheet>>,
  None<Faults<Request, sheets_v4.Schema$Request>>,
];

/** That it finds what is wrong: a misspelt field, deep inside too, a number for a text, one for a list. */
export type Found = [
  // @ts-expect-error no such field
  None<Faults<{ readonly title: string }, sheets_v4.Schema$Spreadsheet>>,
  // @ts-expect-error no such field of a sheet's grid
  None<Faults<{ readonly sheets: { readonly properties: { readonly rows: number } }[] }, sheets_v4.Schema$Spreadsheet>>,
  // @ts-expect-error a text
  None<Faults<{ readonly properties: { readonly title: number } }, sheets_v4.Schema$Spreadsheet>>,
  // @ts-expect-error a list
  None<Faults<{ readonly sheets: { readonly properties: object } }, sheets_v4.Schema$Spreadsheet>>,
  // @ts-expect-error no such step
  None<Faults<Request | { readonly makeChart: object }, sheets_v4.Schema$Request>>,
];
