import type { Language } from '../../src/model/language';
import type { ModelConfig, Revisions } from '../engine/model';
import { createWorkbook, type Workbook } from '../workbook';
import type { Line } from './line';
import { keptProperties } from './properties';

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
}

export interface Opened {
  readonly workbook: Workbook;
  readonly isNew: boolean;
  /** Keeps the workbook as a whole if it has gathered many changes and none of them is this window's. */
  tidy(): void;
}

/** Opens the workbook that is kept under an id, or a new empty one. */
export async function opened({ line, id, language, custom, windowName }: Opening): Promise<Opened> {
  const there = await line.open(id);
  const contents = there ?? (await line.create({ id, title: '', changed: Date.now() }, empty(language)));
  if (!contents) throw new Error('the workbook is gone');
  const workbook = createWorkbook({
    id,
    address: new URL('/d/', location.href).href,
    newId: () => crypto.randomUUID(),
    data: JSON.parse(contents.data),
    revisions: contents.revisions.map(({ message }): Revisions[number] => JSON.parse(message)),
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
    workbook,
    isNew: !there,
    tidy: () => {
      if (contents.revisions.length < MANY || revisionOf(workbook) !== revision) return;
      line.snapshot(JSON.stringify(workbook.exportData()), revision);
    },
  };
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
