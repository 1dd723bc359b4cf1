import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build, transform } from 'esbuild';
import { licencesOf } from '../../licences/index.mjs';

/** What the licence of the grid asks for beside its text: that another build of it can take its place. */
const foreword = `
The spreadsheet engine and grid, @odoo/o-spreadsheet, and what draws it, @odoo/owl, are under the GNU Lesser General
Public License, version 3. They are not part of the page's own scripts. Each is a file of its own beside this one, the
package's with its spaces taken out, and nothing else is changed:

  o_spreadsheet.js   the package's dist/o_spreadsheet.esm.js
  o_spreadsheet.xml  its dist/o_spreadsheet.xml
  o_spreadsheet.css  its dist/o_spreadsheet.css
  owl.js             the package's dist/owl.es.js

To use another version, or one that you have changed, put its files in their place under these names, and serve the page
with "node dist-host/serve.mjs"; index.html says where the page looks for them. "npm start" makes these files anew from
node_modules/@odoo, where another version may be put just as well. Their sources are at the addresses below.`;

const engine = ['@odoo/o-spreadsheet', '@odoo/owl'];

/** Of the icon font's formats the page has one, which every browser that runs the page reads. */
const oneFontFormat = {
  name: 'one-font-format',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]font-awesome[\\/]css[\\/]font-awesome\.min\.css$/ }, ({ path }) => {
      const [all, woff2] = /src:url\([^{}]*?(url\([^()]*\.woff2[^()]*\) format\('woff2'\))[^{}]*?(?=;font-)/.exec(
        readFileSync(path, 'utf8'),
      ) ?? [''];
      if (woff2 === undefined) throw new Error(`${path} has no font as woff2`);
      return { contents: readFileSync(path, 'utf8').replace(all, `src:${woff2}`), loader: 'css' };
    }),
};

/** The sample's stores in both languages, read: the page need not know how lists are. */
async function sampleStores(root) {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'host', 'sample', 'stores.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sample',
    target: 'node20',
    logLevel: 'warning',
  });
  const { storesIn } = runInNewContext(`${outputFiles[0].text}; sample`);
  return ['en', 'zh'].map((language) => {
    const list = readFileSync(join(root, 'host', 'sample', `stores.${language}.csv`), 'utf8');
    return [`sample.${language}.json`, JSON.stringify(storesIn(list).map(({ values }) => ({ values })))];
  });
}

/**
 * The files of the local page, as [name, content]: its scripts and styles with all they need in them, beside them the
 * font, the grid's own files and everybody's licences, and apart what is needed later.
 */
export async function pageFiles(root) {
  const common = {
    absWorkingDir: root,
    outdir: 'page',
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    charset: 'utf8',
    logLevel: 'warning',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'eof',
    loader: { '.woff2': 'file' },
    external: engine,
    plugins: [oneFontFormat],
  };
  const packaged = (path) => join(root, 'node_modules', '@odoo', path);
  const minified = async (name, path) => {
    const { code } = await transform(readFileSync(packaged(path), 'utf8'), { minify: true, target: 'es2022' });
    return [name, `/* ${path}: replaceable, see licences.txt */\n${code}`];
  };
  const [engineFile, owlFile, ...built] = await Promise.all([
    minified('o_spreadsheet.js', 'o-spreadsheet/dist/o_spreadsheet.esm.js'),
    minified('owl.js', 'owl/dist/owl.es.js'),
    build({ ...common, entryPoints: ['host/page/main.tsx', 'host/page/library.css'], format: 'esm', splitting: true }),
    // What runs in a frame or a worker is one file each.
    build({ ...common, entryPoints: ['host/page/frame.ts', 'host/page/keeper.ts'], format: 'iife' }),
  ]);
  const copied = [
    ['index.html', 'host/page/index.html'],
    ['o_spreadsheet.xml', packaged('o-spreadsheet/dist/o_spreadsheet.xml')],
    ['o_spreadsheet.css', packaged('o-spreadsheet/dist/o_spreadsheet.css')],
  ];
  const samples = await sampleStores(root);
  const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const beside = engine.map((name) => `node_modules/${name}/`);
  return [
    ...built.flatMap(({ outputFiles }) => outputFiles.map(({ path, contents }) => [basename(path), contents])),
    engineFile,
    owlFile,
    ...samples,
    ...copied.map(([name, path]) => [name, readFileSync(resolve(root, path))]),
    ['licences.txt', licencesOf(root, [...inputs, ...beside], foreword)],
  ];
}
