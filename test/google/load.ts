import { join } from 'node:path';
import vm from 'node:vm';
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

/** Runs the scripts of a page that the probe shows, whose google.script.run calls the add-on, until the page says so. */
export async function shown(addon: Addon, html: string): Promise<void> {
  const said = { textContent: '' };
  const runner = (done: (answer: unknown) => void, failed: (error: unknown) => void): object =>
    new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'withSuccessHandler') return (handler: typeof done) => runner(handler, failed);
          if (name === 'withFailureHandler') return (handler: typeof failed) => runner(done, handler);
          return (...args: readonly unknown[]) => {
            try {
              done(addon.run(String(name), ...args));
            } catch (error) {
              failed(error);
            }
          };
        },
      },
    );
  const google = {
    script: {
      run: runner(
        () => {},
        () => {},
      ),
    },
  };
  const context = vm.createContext({ window: {}, document: { getElementById: () => said }, google });
  for (const [, text = ''] of html.matchAll(/<script>([\s\S]*?)<\/script>/g)) vm.runInContext(text, context);
  for (let turn = 0; turn < 100 && said.textContent === ''; turn += 1) await new Promise(setImmediate);
  if (said.textContent === '') throw new Error('the page has not come to its end');
}
