import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..');

/** What a build is not made of. */
const others = new Set(['.git', '.ci', 'dist', 'dist-host', 'docs', 'node_modules', 'test']);
const sources = readdirSync(root).filter((name) => !others.has(name));

/** Puts one text in the place of another in a file of the source; throws if it is not there. */
export type Change = (file: string, from: string | RegExp, to: string) => void;

/** The script as it would be built from the source with some changes: how a later version of the add-on is tried. */
export function changedCode(changed: (change: Change, write: (file: string, text: string) => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'region-targets-changed-'));
  try {
    for (const name of sources) cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
    changed((file, from, to) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const after = text.replace(from, to);
      if (after === text) throw new Error(`${file} has no ${from}`);
      write(file, after);
    }, write);
    execFileSync(process.execPath, [join(folder, 'build.mjs'), '--out', join(folder, 'out')], { stdio: 'pipe' });
    return readFileSync(join(folder, 'out', 'Code.js'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}
