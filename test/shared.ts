import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The text of a file of real data kept beside the repository; throws, saying where it should be, when it is not there. */
export function sharedFile(name: string): string {
  const path = join(__dirname, '..', '..', 'shared', 'data', name);
  if (!existsSync(path)) throw new Error(`missing: ../shared/data/${name}, a file kept beside the repository`);
  return readFileSync(path, 'utf8');
}
