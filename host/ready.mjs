// Builds all that the commands here need, as `build.mjs --host --quiet` does, unless it stands there as it should be.
import { fileURLToPath } from 'node:url';
import { isBuilt } from './stamp.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
if (!isBuilt(root)) {
  process.argv.push('--host', '--quiet');
  await import('../build.mjs');
}
