import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * The files of the local page, as [name, content]: its scripts and styles with all they need in them, fonts beside
 * them, and apart what is needed later.
 */
export async function pageFiles(root) {
  /** The file that the grid's package names for browsers is a script that exports nothing. */
  const gridAsModule = {
    name: 'grid-as-module',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^@odoo\/o-spreadsheet$/ }, ({ path }) => ({
        path: join(root, 'node_modules', path, 'dist', 'o_spreadsheet.esm.js'),
      })),
  };
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['main.tsx', 'frame.ts', 'keeper.ts'].map((name) => `host/page/${name}`),
    outdir: 'page',
    bundle: true,
    splitting: true,
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'warning',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    loader: { '.xml': 'text', '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    plugins: [gridAsModule],
  });
  const copied = [
    ['index.html', 'host/page/index.html'],
    ['sample.csv', 'host/sample/stores.csv'],
  ];
  return [
    ...outputFiles.map(({ path, contents }) => [basename(path), contents]),
    ...copied.map(([name, path]) => [name, readFileSync(join(root, path))]),
  ];
}
