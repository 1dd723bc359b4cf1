import { join } from 'node:path';
import { type Addon, type AddonOptions, createWorkbook, loadAddon } from '../../host/index';
import { planner } from '../host/start';
import { probeFiles } from './probe/build.mjs';

/** The probe's files as they go to Google, by name. */
export async function probe(): Promise<ReadonlyMap<string, string>> {
  return new Map(await probeFiles(join(__dirname, '..', '..')));
}

/** What a person answers to the probe's questions, from the first on. */
export const answers = [{ button: 'OK' }, { button: 'OK', text: 'yes' }] as const;

/** The probe in a new workbook, of a script that belongs to it, in a bare realm. */
export function opened(files: ReadonlyMap<string, string>, options: Partial<AddonOptions> = {}): Addon {
  const addon = loadAddon({
    code: files.get('Code.js') ?? '',
    files: { Page: files.get('Page.html') ?? '' },
    workbook: createWorkbook({ locale: 'en_US', timeZone: 'Asia/Shanghai' }),
    user: planner,
    bound: true,
    ...options,
  });
  // A person opens the file, and types a letter into it.
  addon.menu('LIMITED');
  addon.type('Sheet1', 'A1', 'x');
  return addon;
}
