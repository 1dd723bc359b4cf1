import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { found, type Program } from './machine.mjs';

/**
 * Tests of what a fresh clone may not have: they run where it is there, else they are skipped with the reason in their
 * name. The runner looks whether the reason is true and counts them in its last line; a test skipped in any other way
 * is a failure. What is needed is read within the tests: the body runs where it is not there, too.
 */
type Describe = (name: string, body: () => void) => void;

const needing = (missing: string | undefined): Describe =>
  missing === undefined ? describe : (name, body) => describe.skip(`${name} (skipped: no ${missing})`, body);

/** Real data kept beside the repository, as `data/cdnow-sample.txt`. */
export interface Shared {
  readonly path: string;
  readonly text: () => string;
  readonly describe: Describe;
}

/** A file kept beside the repository, and the tests that need it. */
export function shared(name: string): Shared {
  const path = join(__dirname, '..', '..', 'shared', name);
  return {
    path,
    text: () => readFileSync(path, 'utf8'),
    describe: needing(existsSync(path) ? undefined : `../shared/${name}`),
  };
}

/** Tests that need programs of the machine. */
export function describeWith(...names: readonly Program[]): Describe {
  return needing(names.find((name) => found(name) === undefined));
}
