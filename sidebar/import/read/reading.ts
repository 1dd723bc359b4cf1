import type { Currencies } from '../../../src/model/written/currency';
import type { Order, ShortOrder } from '../../../src/model/written/day';
import type { Point } from '../../../src/model/written/number';
import type { Aside } from '../aside';
import type { ImportFault } from '../fault';
import type { SameNumber } from './ids';

/** How the cells of one column are read, as a person says it; what is left out is found out. */
export interface Reading {
  readonly order?: Order;
  /** Months without a day are their first one. */
  readonly firstDay?: true;
  /** The year of months without one; of this file alone. */
  readonly year?: number;
  readonly point?: Point;
  /** What money counts in: 10,000 for 万元. */
  readonly factor?: number;
  /** Whether figures far out of the others' scale count in another unit than they, or in the same. */
  readonly scale?: 'mixed' | 'even';
  /** Whether 10 is 10 % or 1,000 %. */
  readonly percent?: 'percent' | 'fraction';
  /** Rows of one id are one record, their money added up; of rows of several years, those of one. */
  readonly sum?: true | number;
  /** Ids that only as numbers are some of the plan's: the same, or others. */
  readonly ids?: 'numbers' | 'texts';
  /** Lines without an id: of the one above them, or of none. */
  readonly above?: 'same' | 'none';
  /** Several lines of one day and record: all of them count, or the last one does. */
  readonly twice?: 'each' | 'last';
}

/** Something that a column is read by, to be shown: what was found out, or said by a person. */
export type Fact =
  | { readonly fact: 'order'; readonly order: Order }
  | { readonly fact: 'byRow' | 'serial' | 'firstDay' | 'byMonth' | 'mixed' | 'even' | 'wholeIds' }
  | { readonly fact: 'above'; readonly above: 'same' }
  | { readonly fact: 'ids'; readonly ids: 'numbers' | 'texts' }
  | { readonly fact: 'twice'; readonly twice: 'each' | 'last' }
  | { readonly fact: 'sum'; readonly year?: number }
  | { readonly fact: 'point'; readonly point: Point }
  | { readonly fact: 'factor'; readonly factor: number }
  | { readonly fact: 'metres'; readonly metres: number }
  /** Of a figure of several months, the part that is this one's. */
  | { readonly fact: 'share'; readonly share: number }
  | { readonly fact: 'percent'; readonly percent: 'percent' | 'fraction' };

/** Which month columns may be, and what they fill if they are. */
export interface MayBeMonth {
  readonly month: string;
  readonly keys: readonly {
    readonly index: number;
    readonly key: string;
    readonly out?: 'lastYearMonths' | 'otherYear';
  }[];
}

/** Something that only a person knows; nothing is written until it is answered. `index` is the column's, from 0. */
export type Question =
  | { readonly ask: 'order'; readonly index: number; readonly got: string; readonly dmy: string; readonly mdy: string }
  /** Days that say two digits of their year, or none: what the first of them would be in each order that all can have. */
  | {
      readonly ask: 'shortDay';
      readonly index: number;
      readonly got: string;
      readonly ways: readonly { readonly order: ShortOrder; readonly day: string }[];
    }
  /** Lines without an id, below one with, such as `got`. */
  | { readonly ask: 'above'; readonly index: number; readonly got: string; readonly rows: number }
  /** Ids that are none of the plan's, but are the same numbers. */
  | { readonly ask: 'ids'; readonly index: number; readonly same: readonly SameNumber[] }
  | { readonly ask: 'era'; readonly index: number; readonly got: string; readonly roc: string }
  | { readonly ask: 'firstDay'; readonly index: number; readonly got: string; readonly first: string }
  /** Months without a year, below lines that speak of the plan's year and of others. */
  | { readonly ask: 'monthYear'; readonly index: number; readonly got: string; readonly named: readonly number[] }
  | {
      readonly ask: 'point';
      readonly index: number;
      readonly got: string;
      /** The figure that it is with each sign; undefined where it is none with it. */
      readonly point: number | undefined;
      readonly comma: number | undefined;
    }
  /** What figures count in; `also` are further months of the same field, of which the same is asked. */
  | {
      readonly ask: 'factor';
      readonly index: number;
      readonly got: string;
      readonly value: number;
      readonly also?: readonly number[];
    }
  | { readonly ask: 'bareFactor'; readonly index: number; readonly got: string; readonly beside: string }
  /** A figure far out of the scale of the others, which would be within it in the other of two units. */
  | {
      readonly ask: 'scale';
      readonly index: number;
      readonly got: string;
      readonly beside: string;
      /** What it would count in by itself, and what the others count in. */
      readonly own: number;
      readonly unit: number;
    }
  | {
      readonly ask: 'percent';
      readonly index: number;
      readonly got: string;
      readonly percent: number;
      readonly fraction: number;
    }
  | { readonly ask: 'overHundred'; readonly index: number; readonly got: string; readonly value: number }
  /** Texts that are no choice of the column's list. */
  | { readonly ask: 'values'; readonly index: number; readonly texts: readonly string[] }
  /** No column is known for a field that every record needs; `guess` is a column that could be it. */
  | {
      readonly ask: 'column';
      readonly field: string;
      readonly guess: number | undefined;
      /** What other columns could be, if that one is. */
      readonly also: readonly { readonly index: number; readonly key: string }[];
    }
  /** The months of last year stand in columns of their own, and nothing holds their sum. */
  | { readonly ask: 'addUp'; readonly key: string; readonly indices: readonly number[] }
  /** What a column holds could be a field's, and its header does not say so. */
  | { readonly ask: 'perhaps'; readonly index: number; readonly key: string; readonly got: string }
  /** Most records stand in several rows each: months, or receipts; of several years, where there are any. */
  | {
      readonly ask: 'sum';
      readonly index: number;
      readonly rows: number;
      readonly stores: number;
      readonly years?: readonly { readonly year: number; readonly months: number }[];
    }
  /** Records have several lines of one day, or month, or a month's beside its days', such as `got`. */
  | {
      readonly ask: 'sameDay';
      readonly index: number;
      readonly stores: number;
      readonly days: number;
      readonly got: string;
    }
  /** Lines that say in a column that fills nothing that they were given back or came to nothing, and what they amount to. */
  | {
      readonly ask: 'marked';
      readonly index: number;
      readonly text: string;
      readonly rows: number;
      readonly sum: number;
    }
  /** Records that a column says have ended, on no day that is known; `before` is the last day before the plan's year. */
  | {
      readonly ask: 'ended';
      readonly index: number;
      readonly text: string;
      readonly rows: readonly Pick<Aside, 'row' | 'file' | 'text'>[];
      readonly before?: string;
    }
  /** A row that has the sum of others and all that a record needs; `alike`, of the first, the names of all such rows. */
  | ({ readonly ask: 'total'; readonly alike: readonly string[] } & Pick<Aside, 'row' | 'file' | 'text'>)
  /** Rows that say a total's word where their key or name stands, and have all that a record needs, or a record's key. */
  | {
      readonly ask: 'called';
      readonly index: number;
      readonly text: string;
      readonly rows: readonly Pick<Aside, 'row' | 'file' | 'text'>[];
      /** Why it may be none: all that is needed is there, and no sum; a sum, but beside a key of its own; the key is known. */
      readonly since: 'whole' | 'sum' | 'known';
    }
  /** Months without a year, below lines that speak of the plan's year and of others. */
  | {
      readonly ask: 'monthsOf';
      readonly named: readonly number[];
      readonly planYear: number;
      readonly keys: readonly { readonly index: number; readonly key: string }[];
    }
  /** Columns whose headers may be months; `got` is the first of them, by what it may be, with what they then fill. */
  | {
      readonly ask: 'months';
      readonly indices: readonly number[];
      readonly got: string;
      readonly months: readonly MayBeMonth[];
    }
  /** Columns of the same name; or that sound alike, of which none may be meant. */
  | { readonly ask: 'twice'; readonly key: string; readonly indices: readonly number[]; readonly orNone?: true };

/** A column read: a value for each row, faults by row, what it is read by, and what must be asked. */
export interface ReadColumn {
  /** By place in the rows that were read; null where the cell is blank or cannot be read. */
  readonly values: readonly (string | number | boolean | null)[];
  /** By place in the rows: what is wrong there, still without its place in the file. */
  readonly faults: ReadonlyMap<number, CellWrong>;
  /** Places whose value an answer will tell. */
  readonly pending: ReadonlySet<number>;
  /** Places whose row is left out, since what it says was said to be nothing and every record needs something. */
  readonly left: ReadonlySet<number>;
  /** Places whose cell names a whole month, where a day is wanted: its value is the month's first day. */
  readonly wholeMonths?: ReadonlySet<number>;
  /** Places whose amount does not count, as their line is marked and was said to be none. */
  readonly uncounted?: ReadonlySet<number>;
  /** What cells say that their amounts are in, by place. */
  readonly currencies?: ReadonlyMap<number, Currencies>;
  readonly facts: readonly Fact[];
  readonly questions: readonly Question[];
  /** Cells that hold a sign for nothing, by the sign. */
  readonly nothings: ReadonlyMap<string, number>;
  /** Texts that are no choice of an open list, and how many cells say them. */
  readonly strange: readonly string[];
  /** How many cells hold something that was read. */
  readonly read: number;
  readonly filled: number;
}

type Code = Extract<ImportFault, { readonly got: string; readonly code: string }>['code'];

/** What is wrong with a cell: a rule of its field, or a way of writing that is none. */
export type CellWrong =
  | { readonly code: Exclude<Code, 'tooLarge' | 'unpacksTooLarge' | 'noSheet' | 'otherCurrency'> }
  /** An amount in another currency than the others; what says so, what they say, and where the first of them stands. */
  | { readonly code: 'otherCurrency'; readonly got: string; readonly beside: string; readonly first: number }
  | { readonly rule: 'number' | 'whole' | 'date' | 'month' | 'noSuchDay' | 'tick' | 'choice'; readonly list?: string };
