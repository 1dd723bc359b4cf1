// Whether what stands in dist/ and dist-host/ was built from the sources as they are now, by what all these files hold.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const outputs = ['dist', 'dist-host'];

/** What no build reads. Everything else counts as a source: building once too often is better than once too seldom. */
const unread = new Set([...outputs, 'dist-probe', 'node_modules', 'test', 'docs', 'screenshots', 'coverage']);

const stampOf = (root) => join(root, 'dist-host', 'stamp');

/** Paths of all files in a folder and below it, in one order everywhere. */
function filesIn(folder, isRead) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && isRead(name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path, () => true) : [path];
    });
}

/** One text for the names and contents of files. */
function digest(paths) {
  const all = createHash('sha256');
  for (const path of paths) all.update(`${path}\0`).update(createHash('sha256').update(readFileSync(path)).digest());
  return all.digest('hex');
}

/** One text for all that a build of `root` reads. */
export function sourcesOf(root) {
  return digest(filesIn(root, (name) => !unread.has(name)));
}

function outputsOf(root) {
  return digest(outputs.flatMap((name) => filesIn(join(root, name), (inside) => inside !== 'stamp')));
}

/** Whether everything that `build.mjs --host` makes is there, made from these sources and untouched since. */
export function isBuilt(root) {
  const stamp = stampOf(root);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === `${sourcesOf(root)} ${outputsOf(root)}`;
}

/** Says from now on that what is there was built from `sources`, which are asked for before building. */
export function markBuilt(root, sources) {
  writeFileSync(stampOf(root), `${sources} ${outputsOf(root)}`);
}

/** Says no longer that what is there was built from these sources: before something is built anew. */
export function unmarkBuilt(root) {
  rmSync(stampOf(root), { force: true });
}
