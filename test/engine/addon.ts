import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Addon, AddonOptions } from '../../host/addon';
import { loadAddon, type Spare } from '../../host/realm';
import { createWorkbook, type Workbook, type WorkbookOptions } from '../../host/workbook';
import type { Language } from '../../src/model/language';
import { kept } from '../kept';

const root = resolve(__dirname, '..', '..');

/** The built script, of our sections or of a file's list of others. */
function built(sections?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-engine-'));
  const wish = sections === undefined ? [] : ['--sections', sections];
  try {
    execFileSync(process.execPath, [join(root, 'build.mjs'), '--out', folder, ...wish], { stdio: 'pipe' });
    return readFileSync(join(folder, 'Code.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The script as it goes to Google, built from the source as it stands. */
export const code = kept('Code.js', () => built());

/** The script made from the sections of a file. */
export const codeOf = (sections: string): string => kept(`Code.js of ${sections}`, () => built(sections));

/** A workbook and the add-on as one of its users has it. */
export interface Desk {
  readonly workbook: Workbook;
  readonly addon: Addon;
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh_CN', en: 'en_US' };

/**
 * Instances of each script that have ended: compiled anew for every command they cost tests more than the commands do.
 * That an execution leaves nothing to the next, `test/layers` holds; `test/build` starts each afresh, as Google does.
 */
const spares = new Map<string, Spare[]>();

/** The add-on of a user, run by instances of its script that others have used. */
export function loaded(options: AddonOptions): Addon {
  const spare = spares.get(options.code) ?? [];
  spares.set(options.code, spare);
  return loadAddon(options, spare);
}

/** Another user of a workbook, with an instance of the add-on of their own. */
export function userOf(workbook: Workbook, email: string, options: Partial<AddonOptions> = {}): Addon {
  return loaded({ code, workbook, user: { email, locale: workbook.settings.locale }, cells: false, ...options });
}

/** The add-on on a workbook. */
export function deskOn(workbook: Workbook, options: Partial<AddonOptions> = {}): Desk {
  const user = { email: 'planner@example.com', locale: workbook.settings.locale };
  return { workbook, addon: loaded({ code, workbook, user, ...options }) };
}

/** An empty workbook with the add-on. */
export function emptyDesk(language: Language, options: WorkbookOptions = {}): Desk {
  return deskOn(createWorkbook({ locale: locales[language], ...options }));
}

/** What is generated: all parts, or these sections one after the other. */
export interface Wanted {
  readonly language?: Language;
  readonly sections?: readonly string[];
}

/**
 * A generated workbook, opened as a file is: made once for all test files, then copied. Sections come one after the
 * other, each to the workbook of those before it.
 */
export function plannedDesk({ language = 'en', sections }: Wanted = {}): Desk {
  const before = sections?.slice(0, -1) ?? [];
  const section = sections?.at(-1);
  return openedDesk(
    kept(`planned ${language} ${(sections ?? ['all']).join(' ')}`, () => {
      const desk = before.length > 0 ? plannedDesk({ language, sections: before }) : emptyDesk(language);
      desk.addon.run('generatePlan', { language, region: '华东', planYear: 2027, ...(section && { section }) });
      return savedFile(desk.workbook);
    }),
  );
}

/** The workbook as a file. */
export function savedFile(workbook: Workbook): string {
  return JSON.stringify(workbook.exportData());
}

/** A file opened again. */
export function openedDesk(file: string, options: Partial<AddonOptions> = {}): Desk {
  return deskOn(createWorkbook({ data: JSON.parse(file) }), options);
}
