import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ready } from '../ready';

export interface Ended {
  readonly status: number | null;
  readonly said: readonly string[];
  readonly warned: readonly string[];
}

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Runs the built command in a folder, with LANG and no other word on language, as Node runs the tests; what it printed, by lines. */
export function run(folder: string, args: readonly string[], lang = 'en_US.UTF-8'): Ended {
  const command = join(ready().host, 'cli.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [...process.execArgv, command, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, LANG: lang },
    encoding: 'utf8',
  });
  return { status, said: linesOf(stdout), warned: linesOf(stderr) };
}

/** A new folder, for files that tests write. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'region-targets-'));

/** Names of what is in a folder, hidden files too. */
export const namesIn = (folder: string): readonly string[] => readdirSync(folder).sort();

export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });
