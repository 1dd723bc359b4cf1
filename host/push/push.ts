import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Language } from '../../src/model/language';
import { type Held, strangersIn } from './strangers';
import { placeholder, words } from './text';

interface Pushing {
  /** Where `.clasp.json` is, and below it the built files. */
  readonly folder: string;
  /** clasp's own script. */
  readonly clasp: string;
  /** What clasp is told beside, such as `--user work`. */
  readonly options: readonly string[];
  readonly language: Language;
}

/** `said` is for the error stream. */
export interface Pushed {
  readonly status: number;
  readonly said: readonly string[];
}

const config = z.looseObject({ scriptId: z.string() });
const pulled = z.object({ pulledFiles: z.array(z.string()) });

const failed = (...said: readonly string[]): Pushed => ({ status: 1, said });

/** What the script holds now, pulled into a folder that is gone afterwards; clasp's complaint if it cannot be read. */
function heldBy(settings: z.infer<typeof config>, { clasp, options }: Pushing): readonly Held[] | string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-pull-'));
  try {
    const project = join(folder, '.clasp.json');
    writeFileSync(project, JSON.stringify({ ...settings, rootDir: '.', srcDir: '.' }));
    const args = [clasp, 'pull', '--json', '--project', project, ...options];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) return stderr.trim() || stdout.trim();
    const { pulledFiles } = pulled.parse(JSON.parse(stdout.slice(stdout.indexOf('{'))));
    // Files that hold nothing are listed and not written.
    return pulledFiles.map((name) => {
      const path = join(folder, name);
      return { name: name.replace(/\\/g, '/'), text: existsSync(path) ? readFileSync(path, 'utf8') : '' };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Pushes the built files over a script, unless that would lose what is not ours: clasp itself deletes every other file
 * without asking. Asks nothing, so that it also runs where there is no terminal.
 */
export function pushed(pushing: Pushing): Pushed {
  const text = words[pushing.language];
  const { folder, clasp, options } = pushing;
  const project = join(folder, '.clasp.json');
  if (!existsSync(project)) return failed(text.noConfig(project));
  const read = config.safeParse(JSON.parse(readFileSync(project, 'utf8')));
  if (!read.success) return failed(text.noConfig(project));
  if (read.data.scriptId === placeholder) return failed(text.noScript(project));
  if (!existsSync(clasp)) return failed(text.noClasp);
  const held = heldBy(read.data, pushing);
  if (typeof held === 'string') return failed(text.notPulled, held);
  const strangers = strangersIn(held);
  if (strangers.length > 0)
    return failed(text.strangers, ...strangers.map(({ name, kind }) => text.kinds[kind](name)), text.advice);
  const args = [clasp, 'push', '--force', '--project', project, ...options];
  const { status } = spawnSync(process.execPath, args, { cwd: folder, stdio: 'inherit' });
  return { status: status ?? 1, said: [] };
}
