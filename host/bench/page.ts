import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Group } from './figure';

/** Sizes of the local page's own files, fonts and pictures aside. */
export function pageGroup(folder: string): Group {
  return {
    title: 'Local page',
    figures: () => {
      if (!existsSync(folder)) throw new Error('the page is not built');
      const files = readdirSync(folder).filter((name) => /\.(?:html|js|css)$/.test(name));
      const sizes = files.map((name): Figure => ({ name, value: statSync(join(folder, name)).size, unit: 'bytes' }));
      const all = sizes.reduce((sum, { value }) => sum + value, 0);
      return [{ name: 'all of these', value: all, unit: 'bytes' }, ...sizes];
    },
  };
}
