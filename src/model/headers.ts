/** What people's files call a field besides its id and its labels. */
export interface FieldNames {
  /** Its own names, whatever stands beside them. */
  readonly names?: readonly string[];
  /** Names that could be another field's as well: taken only where the file has names that could not. */
  readonly vague?: readonly string[];
  /** Headers that ask for one of two choices, by that choice: yes is it, no the other one. */
  readonly whether?: Readonly<Record<string, readonly string[]>>;
  /** What files write where it has none, such as `open` for the day a store closed. */
  readonly nothing?: readonly string[];
  /** Of the day on which a record ended: whether a text, below a header, says that it has; asked about where the day is blank. */
  readonly ended?: { readonly isEnded: (header: string, text: string) => boolean };
  /** Of a day: files may have its month alone, which is as good. */
  readonly orMonth?: true;
  /** Headers that sound like it, in other languages too: asked about, never taken for it. */
  readonly sounds?: RegExp;
  /** It is a figure of last year: a year in the header must be that one. */
  readonly ofLastYear?: true;
  /** Of a figure of last year: the fields that tell when a record was open, and for how many months if that is typed. */
  readonly openIn?: { readonly from: string; readonly through: string; readonly months: string };
  /** Money below or above these, in the currency's unit, is likely in another unit. */
  readonly usual?: readonly [least: number, most: number];
}

/** How a tab's fields are called in files, by field id. */
export type TabNames = Readonly<Record<string, FieldNames>>;

/** Other words for the choices of a list, by choice id. */
export type ChoiceNames = Readonly<Record<string, readonly string[]>>;

/** What a section knows of people's files. */
export interface SectionNames {
  readonly tabs?: Readonly<Record<string, TabNames>>;
  readonly lists?: Readonly<Record<string, ChoiceNames>>;
}

/** What people can say of lines that a file marks as given back: left out, '', their amounts taken off, or counted. */
export const lineWays = ['', 'takenOff', 'counts'] as const;

/** What people can say of records that have ended on no day that is known: left out, '', ended before the year, or not. */
export const endedWays = ['', 'before', 'open'] as const;

/** What people can say of rows that are called like totals. */
export const totalWays = ['total', 'record'] as const;
