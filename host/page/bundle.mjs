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
  const common = {
    absWorkingDir: root,
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    charset: 'utf8',
    logLevel: 'warning',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    loader: { '.xml': 'text', '.woff2': 'file', '.woff': 'file', '.ttf': 'file', '.eot': 'file', '.svg': 'file' },
    plugins: [gridAsModule],
  };
  const built = await Promise.all([
    build({ ...common, entryPoints: ['host/page/main.tsx'], format: 'esm', splitting: true }),
    // What runs in a frame or a worker is one file each.
    build({ ...common, entryPoints: ['host/page/frame.ts', 'host/page/keeper.ts'], format: 'iife' }),
  ]);
  const copied = [
    ['index.html', 'host/page/index.html'],
    ['sample.en.csv', 'host/sample/stores.en.csv'],
    ['sample.zh.csv', 'host/sample/stores.zh.csv'],
  ];
  return [
    ...built.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [basename(path), contents])),
    ...copied.map(([name, path]) => [name, readFileSync(join(root, path))]),
  ];
}
