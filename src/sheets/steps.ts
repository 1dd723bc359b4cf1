import type { Area } from '../workbook/areas';
import type { Written } from '../workbook/image';
import type { TabState, Value } from '../workbook/state';

/**
 * One step of a request, as it is noted before it is taken: where the copies will stand of what it comes over, and whose
 * the rows and columns were as they were read. If the execution ends right after it, whoever comes next tells by this what
 * was another's, and puts it back.
 */
export interface Step {
  readonly part: string;
  /** How many rows below the request's first one in the log its copies begin. */
  readonly down: number;
  readonly areas: readonly Area[];
  /** Rows above the records by their keys, as `#fields`, and columns by theirs. */
  readonly heads: Pairs;
  readonly columns: Pairs;
  readonly work: StepWork;
}

/** Keys and where each stands, from 1. */
type Pairs = readonly (readonly [key: string, at: number])[];

/** What is written: what the log tells of the request, or cells that it does not tell of; or which rows are taken away. */
export type StepWork =
  | {
      readonly kind: 'logged' | 'removed';
      /** It takes back what the log tells. */
      readonly isBack: boolean;
      /**
       * For each row that the request is about, in the order of their keys, where it stood; one that was to be added where it
       * was to come, below 0; 0 for none.
       */
      readonly rows: readonly number[];
      /** The last column that new rows are written to. */
      readonly last: number;
    }
  | { readonly kind: 'cells'; readonly cells: readonly StepCell[] };

/** A cell that is written: its place, its row's id as read, what it is to hold, and what it held. */
export type StepCell = readonly [row: number, column: number, id: Value, content: Written, held: Value];

/** What of a tab as read a step tells. */
export const placesIn = ({ placement }: TabState): Pick<Step, 'heads' | 'columns'> => ({
  heads: [...placement.rows].filter(([key]) => key.startsWith('#')),
  columns: [...placement.columns],
});

/** What is noted of a request: when, and what it is about to write. */
export interface NotedRequest {
  /** As `2027-03-16T08:00:00.000Z`; '' where that is not known. */
  readonly when: string;
  readonly steps: readonly Step[];
}

/** Bytes that are noted at most, of the 9,216 that a property takes. */
const mostBytes = 9000;

/** A request as the text that is noted of it; undefined where that is more than can be. */
export function notedText(noted: NotedRequest): string | undefined {
  const text = JSON.stringify(noted);
  // A sign takes three bytes at most, one of a pair two.
  const long = text.replace(/[\0-\x7f]+/g, '').length;
  return text.length + 2 * long <= mostBytes ? text : undefined;
}

/** The reverse of {@link notedText}; of a text that says otherwise nothing is known. */
export function notedIn(text: string): NotedRequest {
  const noted = parsed(text);
  const [when, steps] = [fieldOf(noted, 'when'), fieldOf(noted, 'steps')];
  return { when: typeof when === 'string' ? when : '', steps: isListOf(steps, isStep) ? steps : [] };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? new Map<string, unknown>(Object.entries(value)).get(key) : undefined;

const isNumber = (value: unknown): value is number => typeof value === 'number';
const isValue = (value: unknown): value is Value => ['string', 'number', 'boolean'].includes(typeof value);

const isListOf = <T>(value: unknown, isOne: (one: unknown) => one is T): value is readonly T[] =>
  Array.isArray(value) && value.every(isOne);

const isPair = (value: unknown): value is Pairs[number] =>
  Array.isArray(value) && typeof value[0] === 'string' && isNumber(value[1]);

const isWritten = (value: unknown): value is Written =>
  value === null || isValue(value) || typeof fieldOf(value, 'formula') === 'string';

const isCell = (value: unknown): value is StepCell =>
  Array.isArray(value) &&
  isNumber(value[0]) &&
  isNumber(value[1]) &&
  isValue(value[2]) &&
  isWritten(value[3]) &&
  isValue(value[4]);

const isArea = (value: unknown): value is Area =>
  ['row', 'column', 'rows', 'columns'].every((key) => isNumber(fieldOf(value, key)));

function isWork(value: unknown): value is StepWork {
  const kind = fieldOf(value, 'kind');
  if (kind === 'cells') return isListOf(fieldOf(value, 'cells'), isCell);
  return (
    (kind === 'logged' || kind === 'removed') &&
    typeof fieldOf(value, 'isBack') === 'boolean' &&
    isListOf(fieldOf(value, 'rows'), isNumber) &&
    isNumber(fieldOf(value, 'last'))
  );
}

const isStep = (value: unknown): value is Step =>
  typeof fieldOf(value, 'part') === 'string' &&
  isNumber(fieldOf(value, 'down')) &&
  isListOf(fieldOf(value, 'areas'), isArea) &&
  isListOf(fieldOf(value, 'heads'), isPair) &&
  isListOf(fieldOf(value, 'columns'), isPair) &&
  isWork(fieldOf(value, 'work'));
