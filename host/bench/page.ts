import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Figure, Group } from './figure';

/** The grid's own files, and the styles that it is drawn with. */
const others = /^(?:o_spreadsheet|owl|library)\./;

/** Sizes of the local page's own files, fonts and pictures aside. */
export function pageGroup(folder: string): Group {
  return {
    title: 'Local page',
    runs: 1,
    figures: () => {
      if (!existsSync(folder)) throw new Error('the page is not built');
      const files = readdirSync(folder).filter((name) => /\.(?:html|js|css)$/.test(name));
      const sizes = files.map((name) => ({ name, value: statSync(join(folder, name)).size }));
      const sum = (some: typeof sizes): number => some.reduce((total, { value }) => total + value, 0);
      const own = sizes.filter(({ name }) => !others.test(name));
      return [
        { name: 'all scripts, styles and pages', value: sum(sizes), unit: 'bytes', most: 3_000_000 },
        {
          name: 'of these, the page’s own with Preact, hucre and the chart library',
          value: sum(own),
          unit: 'bytes',
          most: 900_000,
        },
        ...sizes.map((size): Figure => ({ ...size, name: `  ${size.name}`, unit: 'bytes', most: 'comparison' })),
      ];
    },
  };
}
