import type { ImportRecord } from '../sidebar/import/records';
import { contentsOf } from '../src/app/contents';
import { bookOf } from '../src/app/create';
import type { FieldValue } from '../src/model/answer';
import type { Language } from '../src/model/language';
import { type Book, everything, workbookRequests } from '../src/workbook/api/request';
import type { User } from './execution';
import type { Prefill } from './sample/prefill';
// With all that services give each other.
import './services/index';
import { type NewFile, takeSteps, workbookOf } from './services/sheetsApi';
import type { Workbook } from './workbook';

/** A region's plan to be made. */
export interface Wish {
  readonly language: Language;
  readonly region: string;
  readonly year: number;
  readonly stores: readonly Pick<ImportRecord, 'values'>[];
  /** What the plan is filled with besides, and the names in the people list. */
  readonly prefilled: readonly Prefill[];
  readonly people: readonly Readonly<Record<string, FieldValue>>[];
  /** Sections that have their tabs from the start, of those whose tabs come when they are first needed. */
  readonly needed?: readonly string[] | undefined;
  /** As `Asia/Shanghai`; the machine's if left out. */
  readonly timeZone?: string | undefined;
}

/** The region's workbook, drawn: what the add-on would make as a new file, with all that is typed in it. */
export function bookFor({ language, region, year, stores, prefilled, people, needed, timeZone }: Wish): Book {
  const records = new Map([
    ['stores', stores.map(({ values }) => values)],
    ['people', people],
  ]);
  const contents = contentsOf({ language, prefilled, records, newId: () => crypto.randomUUID() });
  return bookOf({ language, region, planYear: year }, timeZone ?? ownTimeZone(), contents, needed);
}

const ownTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

const user: User = { email: '', locale: 'en' };

/**
 * The workbook of a book, to be calculated: the one that the menu's command, the forms and an import would make, without
 * their service calls.
 */
export function workbookFor(book: Book, place?: NewFile): Workbook {
  const { create, fill } = workbookRequests(book, everything);
  const workbook = workbookOf(create, user, place);
  takeSteps(workbook, fill, user);
  return workbook;
}
