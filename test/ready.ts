import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { kept } from './kept';

const root = resolve(__dirname, '..');

/** What the commands here need, as they have it: `dist` and `dist-host`, built unless they stand there as these sources make them. */
export function ready(): { readonly addon: string; readonly host: string } {
  kept('ready', () => {
    execFileSync(process.execPath, [join(root, 'host', 'ready.mjs')], { stdio: 'pipe' });
    return 'built';
  });
  return { addon: join(root, 'dist'), host: join(root, 'dist-host') };
}
