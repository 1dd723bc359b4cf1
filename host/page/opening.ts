import type { Language } from '../../src/model/language';
import type { ModelConfig } from '../engine/model';
import { createWorkbook, type Workbook } from '../workbook';
import type { Line } from './line';
import { keptProperties } from './properties';
import { readContents } from './reading';
import { type Rescued, rescued } from './rescue';
import type { Contents } from './shelf';

/** The workbook's locale by the page's language. */
const LOCALES: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/** From so many changes on, a workbook that is opened is kept as a whole again. */
const MANY = 40;

/** What a workbook is opened with. */
export interface Opening {
  readonly line: Line;
  readonly id: string;
  readonly language: Language;
  readonly custom: NonNullable<ModelConfig['custom']>;
  /** What other windows call this one. */
  readonly windowName: string;
  /** What a workbook is called that is made of what could be read of another. */
  readonly restoredTitle: (title: string) => string;
}

/** That a workbook could not be opened, and what was opened in its place. */
export interface Restored {
  /** The title of the one that could not be opened. */
  readonly title: string;
  readonly reason: string;
  /** What could be read of it; undefined where that was done earlier, or nothing could be read. */
  readonly rescued: Omit<Rescued, 'data'> | undefined;
  /** Whether it was done earlier: changes made since are in it. */
  readonly isKnown: boolean;
}

export interface Opened {
  /** The id that it is kept under: another than asked for where that one could not be opened. */
  readonly id: string;
  readonly workbook: Workbook;
  /** Whether nothing is in it yet: also where it was opened before, as in the other language. */
  readonly isBlank: boolean;
  readonly restored: Restored | undefined;
  /** Keeps the workbook as a whole if it has gathered many changes and none of them is this window's. */
  tidy(): void;
}

/** Opens the workbook that is kept under an id, or a new empty one; in place of one that cannot be opened what can be read of it. */
export async function opened(opening: Opening): Promise<Opened> {
  const { line, id, language } = opening;
  const there = await line.open(id);
  const contents = there ?? (await line.create({ id, title: '', changed: Date.now() }, empty(language)));
  if (!contents) throw new Error('the workbook is gone');
  try {
    return begun(opening, id, contents, undefined);
  } catch (error) {
    // Nothing of it is touched: it stays as it is kept, to be downloaded.
    console.warn(error);
    line.restart();
    return inPlaceOf(opening, contents, error instanceof Error ? error.message : String(error));
  }
}

/** The workbook, and this window at work on it. */
function begun(
  { line, custom, windowName }: Opening,
  id: string,
  contents: Contents,
  restored: Restored | undefined,
): Opened {
  const workbook = createWorkbook({
    id,
    address: new URL('/d/', location.href).href,
    newId: () => crypto.randomUUID(),
    ...readContents(contents),
    userProperties: keptProperties,
    // The script comes with functions.
    waits: true,
    config: {
      custom,
      transportService: line.transport,
      client: { id: crypto.randomUUID(), name: windowName },
    },
  });
  sendWhole(workbook);
  line.ready();
  const revision = revisionOf(workbook);
  return {
    id,
    workbook,
    restored,
    isBlank: restored === undefined && isBlank(workbook.model),
    tidy: () => {
      if (contents.revisions.length < MANY || revisionOf(workbook) !== revision) return;
      line.snapshot(JSON.stringify(workbook.exportData()), revision);
    },
  };
}

const opens = (data: string, revisions: Contents['revisions']): string =>
  JSON.stringify(createWorkbook(readContents({ data, revisions })).exportData());

/** What can be read of a workbook that cannot be opened, as a workbook of its own: made once, then opened again. */
async function inPlaceOf(opening: Opening, broken: Contents, reason: string): Promise<Opened> {
  const { line, id, language, restoredTitle } = opening;
  const books = await line.list();
  const book = books.find((one) => one.id === id);
  const title = book?.title ?? '';
  const made = book?.restoredAs !== undefined && books.some((one) => one.id === book.restoredAs) && book.restoredAs;
  if (made) {
    const contents = await line.open(made);
    const restored: Restored = { title, reason, rescued: undefined, isKnown: true };
    if (contents) return begun(opening, made, contents, restored);
  }
  const found = rescued(broken, await line.former(id), opens);
  const newId = crypto.randomUUID();
  const named = { id: newId, title: restoredTitle(title), changed: Date.now() };
  const contents = await line.create(named, found?.data ?? empty(language));
  if (!contents) throw new Error('the workbook is gone');
  await line.mark(id, newId);
  const rest = found && { lost: found.lost, from: found.from };
  const restored: Restored = { title, reason, rescued: rest, isKnown: false };
  const there = begun(opening, newId, contents, restored);
  there.workbook.keep({ settings: { ...there.workbook.settings, title: named.title } });
  there.workbook.settle();
  return there;
}

/** Whether a workbook is as a new one: a single tab, and nothing in it. */
export function isBlank({ getters }: Workbook['model']): boolean {
  const [only, ...others] = getters.getSheetIds();
  return only !== undefined && others.length === 0 && Object.keys(getters.getCells(only)).length === 0;
}

function empty(language: Language): string {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return JSON.stringify(createWorkbook({ title: '', locale: LOCALES[language], timeZone }).exportData());
}

function session(workbook: Workbook): object {
  const found: unknown = Reflect.get(workbook.model, 'session');
  if (typeof found !== 'object' || found === null) throw new Error('this version of the engine has no session');
  return found;
}

/** The revision that the workbook stands at, as all windows know it. */
function revisionOf(workbook: Workbook): string {
  const revision: unknown = Reflect.get(session(workbook), 'serverRevisionId');
  if (typeof revision !== 'string') throw new Error('this version of the engine has no revisions');
  return revision;
}

/**
 * The engine sends runs of cells as differences between their numbers, and 0.9 arrives as 0.8999999999999986: here
 * commands are sent as they are.
 */
function sendWhole(workbook: Workbook): void {
  const squisher: unknown = Reflect.get(session(workbook), 'commandSquisher');
  if (typeof squisher !== 'object' || squisher === null) throw new Error('this version of the engine sends otherwise');
  Reflect.set(squisher, 'squish', (commands: unknown) => commands);
}
