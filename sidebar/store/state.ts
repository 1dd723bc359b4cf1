import type { Opened, PartStatus } from '../../src/app/endpoints/open';
import type { Following } from '../../src/app/following';
import type { Answer } from '../../src/model/answer';
import type { Found } from '../../src/model/finding';
import { type Language, languageOf } from '../../src/model/language';
import type { Applied } from '../../src/model/proposal';
import type { Book } from '../book';
import type { Draft } from '../form/draft';
import type { DraftKept } from '../form/kept';
import type { Slips } from '../form/slip';
import type { Run } from '../intake/run';
import { type Filter, noFilter } from '../rows/find';
import { meantValue } from '../steps';
import { plainTerms, type Terms, units } from '../value/terms';
import { NoAnswer, type Server } from '../wire';

/** Which view is shown. */
export type View =
  | { readonly kind: 'overview' }
  | { readonly kind: 'about' }
  | { readonly kind: 'check' }
  /** Signing the plan, and opening it again. */
  | { readonly kind: 'signing' }
  /** The change log, of one record if that is given. */
  | { readonly kind: 'log'; readonly part?: string; readonly record?: string }
  | { readonly kind: 'generate' }
  /** Beginning the next year's plan from this one. */
  | { readonly kind: 'nextYear' }
  /** A page for each store: of a supervisor's, or of one store by its key and its record. */
  | { readonly kind: 'storePages'; readonly store?: string; readonly record?: string }
  /** The plan as it might be: kept, compared, put in its place. */
  | { readonly kind: 'alternatives' }
  | { readonly kind: 'part'; readonly part: string }
  | {
      readonly kind: 'record';
      readonly part: string;
      readonly record: string;
      /** The cell to start in. */
      readonly cell?: string;
      /** Which button led here from the record beside it. */
      readonly by?: 'previous' | 'next';
    }
  | {
      readonly kind: 'new';
      readonly part: string;
      /** What its form begins with, by cell. */
      readonly typed?: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'several'; readonly part: string }
  | { readonly kind: 'respread'; readonly part: string }
  | { readonly kind: 'fill' }
  | { readonly kind: 'import'; readonly part: string };

/** How a part's rows are looked at; kept while the sidebar is open. */
export interface Listing {
  readonly filter: Filter;
  /** The field whose figure stands beside each row; its usual one if undefined. */
  readonly figure: string | undefined;
  readonly order: 'none' | 'up' | 'down';
}

export const plainListing: Listing = { filter: noFilter, figure: undefined, order: 'none' };

/** What was done last, in words, and how to take it back. */
export interface Notice {
  readonly text: string;
  readonly undo: (() => Promise<Answer>) | undefined;
  /** What was done: it is said for as long as it is so. */
  readonly of?: Applied;
  /** The record that it is about, if it is about one only: it is said in no other one's form. */
  readonly record?: string;
}

/** What went wrong with something that is no form's save. */
export type Trouble =
  | { readonly kind: NoAnswer['kind'] | 'busy' }
  | { readonly kind: 'said'; readonly message: string };

/** What was found in the workbook that is not as it should be. */
export interface Checkup {
  /** Undefined until it was looked through. */
  readonly found: readonly Found[] | undefined;
  readonly isLooking: boolean;
  readonly at: Date | undefined;
  /** Whether what was found was mended since the view was opened. */
  readonly mended: 'yes' | 'no';
}

export const unchecked: Checkup = { found: undefined, isLooking: false, at: undefined, mended: 'no' };

export interface State {
  readonly language: Language;
  readonly opened: Opened | undefined;
  readonly checked: readonly PartStatus[];
  /** How the plan is on its way, as it was read last. */
  readonly following: Following | undefined;
  readonly readAt: Date | undefined;
  /** Something is being read for the first time, or could not be read. */
  readonly reading: boolean;
  readonly unread: NoAnswer['kind'] | undefined;
  readonly books: Readonly<Record<string, Book>>;
  /** Books that a save may have made old. */
  readonly stale: ReadonlySet<string>;
  readonly view: View;
  readonly listings: Readonly<Record<string, Listing>>;
  readonly draft: Draft | undefined;
  /** What is typed where no record is filled in. */
  readonly slips: Slips;
  /** Of those the ones that are too long to be kept: in the browser alone, or nowhere. */
  readonly unkept: Readonly<Record<string, 'browser' | 'nowhere'>>;
  readonly savedAt: Date | undefined;
  /** What of the open form was saved then: it is said for as long as it is so. */
  readonly saved: Applied | undefined;
  /** Where to go once the unsaved form is saved or given up. */
  readonly leaving: View | undefined;
  /** An action other than a form's save is under way; how far, for those in blocks. */
  readonly busy: { readonly done: number; readonly of: number } | undefined;
  readonly trouble: Trouble | undefined;
  readonly notice: Notice | undefined;
  readonly run: Run | undefined;
  readonly check: Checkup;
  /** What was typed and not saved before the sidebar was opened. */
  readonly offered: readonly DraftKept[];
}

/** What the money and the months of the plan are shown in. */
function termsOf(language: Language, opened: Opened | undefined): Terms {
  const firstMonth = meantValue(opened, 'firstMonth');
  const planYear = meantValue(opened, 'planYear');
  return {
    ...plainTerms(language),
    unit: units.get(meantValue(opened, 'displayUnit')) ?? 1,
    currency: String(meantValue(opened, 'currency') ?? 'CNY'),
    firstMonth: typeof firstMonth === 'number' && firstMonth >= 1 && firstMonth <= 12 ? Math.floor(firstMonth) : 1,
    ...(typeof planYear === 'number' && { planYear }),
  };
}

/** State, server and ids, handed to everything that the sidebar does. */
export interface Hub {
  readonly state: State;
  readonly server: Server;
  readonly newId: () => string;
  readonly terms: () => Terms;
  set(change: Partial<State>): void;
  subscribe(listener: () => void): () => void;
}

export function hubOf(server: Server, locale: string, newId: () => string): Hub {
  let state: State = {
    language: languageOf(locale),
    opened: undefined,
    checked: [],
    following: undefined,
    readAt: undefined,
    reading: true,
    unread: undefined,
    books: {},
    stale: new Set(),
    view: { kind: 'overview' },
    listings: {},
    draft: undefined,
    slips: {},
    unkept: {},
    savedAt: undefined,
    saved: undefined,
    leaving: undefined,
    busy: undefined,
    trouble: undefined,
    notice: undefined,
    run: undefined,
    check: unchecked,
    offered: [],
  };
  const listeners = new Set<() => void>();
  return {
    get state() {
      return state;
    },
    server,
    newId,
    terms: () => termsOf(state.language, state.opened),
    set(change) {
      state = { ...state, ...change };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Why no answer came; what is no missing answer is a mistake of ours, and goes to the log. */
export function noAnswerKind(error: unknown): NoAnswer['kind'] {
  if (error instanceof NoAnswer) return error.kind;
  console.error(error);
  return 'failed';
}

/** How often what met a busy lock is tried again by itself, and after how many milliseconds. */
export const patience = { times: 3, pause: 3000 };

export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
