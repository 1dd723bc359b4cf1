import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where files of tests put what they share, made for one run of jest. */
function folder(): string {
  const path = process.env.REGION_TARGETS_KEPT;
  if (path === undefined) throw new Error('tests are run by jest with its globalSetup');
  return path;
}

const asleep = new Int32Array(new SharedArrayBuffer(4));

/** Makes the folder, which only one of all that run side by side can; false if another has. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

/**
 * What is costly to make and the same in every test file: made by the first that asks for it in a run, while others
 * wait, and read by all. `name` says what it is; two that differ have different names. Saved workbooks are kept by it:
 * `plannedDesk` and `wholeFile` open a copy each time.
 */
export function kept(name: string, make: () => string): string {
  const file = join(folder(), encodeURIComponent(name));
  const lock = `${file}.lock`;
  while (!existsSync(file)) {
    if (!taken(lock)) {
      Atomics.wait(asleep, 0, 0, 50);
      continue;
    }
    try {
      if (!existsSync(file)) {
        writeFileSync(`${file}.new`, make());
        // At once: nobody reads half of it.
        renameSync(`${file}.new`, file);
      }
    } finally {
      rmdirSync(lock);
    }
  }
  return readFileSync(file, 'utf8');
}
