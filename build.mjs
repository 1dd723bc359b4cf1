// Builds what goes to Google: dist/Code.js, dist/Sidebar.html, dist/Reader.html, dist/appsscript.json. With --host also the commands that
// run the add-on here: dist-host/*.mjs and dist-host/page. With --out DIR these files go to DIR. With --inline the app
// stands in Code.js as code instead of text. With --sections FILE the app is made from that file's list of sections
// instead of ours, which it may build on. With --probe nothing but the probe is built, the small add-on that runs the
// cases of test/google on Google, into dist-probe/ or --out.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import vm from 'node:vm';
import { build } from 'esbuild';
import { pageFiles } from './host/page/bundle.mjs';
import { markBuilt, sourcesOf, unmarkBuilt } from './host/stamp.mjs';
import { readerPage, sidebarPage } from './sidebar/build.mjs';

const root = dirname(fileURLToPath(import.meta.url));
const dist = join(root, 'dist');
const { values: options } = parseArgs({
  options: {
    host: { type: 'boolean', default: false },
    inline: { type: 'boolean', default: false },
    out: { type: 'string' },
    probe: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    sections: { type: 'string' },
  },
});

/** What Apps Script's V8 parses for certain. */
const target = 'es2020';

/** Looked up once for the whole bundle: in a sandboxed realm, each look-up of a global costs more than the call. */
const localGlobals = 'Array, Math, Number, Object, String';

/** What every cell starts, as short as it gets; and the app, whose functions keep their names in stack traces. */
const short = { minify: true };
const readable = { minifySyntax: true, minifyWhitespace: true };

const common = { absWorkingDir: root, bundle: true, write: false, charset: 'utf8', logLevel: 'warning' };

/** The sections that the app is made from: those of the source, or of `--sections`. */
function sectionsFrom(file) {
  const ours = join(root, 'src', 'sections');
  return {
    name: 'sections',
    setup(bundle) {
      bundle.onResolve({ filter: /(?:^|\/)sections$/ }, ({ path, resolveDir, importer }) =>
        resolve(resolveDir, path) === ours && importer !== file ? { path: file } : undefined,
      );
    },
  };
}
const plugins = options.sections === undefined ? [] : [sectionsFrom(resolve(options.sections))];

/** The bundled text of a module, the names it exports, and the files in it. */
async function bundled(settings) {
  const { outputFiles, metafile } = await build({ ...common, plugins, metafile: true, ...settings });
  const exported = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const inputs = Object.keys(metafile.inputs);
  return { text: outputFiles[0].text, exported, inputs };
}

/** The cell functions, their help and the sections, as the source describes them. */
async function descriptions() {
  const contents = `
    export { cellFunctions } from './src/functions';
    export { written } from './src/model/help';
    export { sections } from './src/sections';
    export { cellHelp } from './src/sections/help';`;
  const { text } = await bundled({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    format: 'esm',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`);
}

/** A module with all it imports as the text of a function that answers its exports; else as `bundled`. */
async function part(entry, minified) {
  const settings = {
    entryPoints: [entry],
    format: 'esm',
    target,
    ...minified,
    // With the project's own settings each of the modules would say "use strict"; the file says it once.
    tsconfigRaw: { compilerOptions: { target, verbatimModuleSyntax: true } },
  };
  const { text, exported, inputs } = await bundled(settings);
  const [, body, list] = /^(.*)export\{([^{}]*)\};\s*$/s.exec(text) ?? [];
  if (list === undefined) throw new Error(`${entry}: the bundle does not end as expected`);
  const answer = list.split(',').map((name) => name.split(' as ').reverse().join(':'));
  return { text: `function(){${body}return{${answer}}}`, exported, inputs };
}

/** Stands for what would end a comment. */
const commentEnd = '*\u2215';

/**
 * A function that makes the app. Google reads the file anew for every cell, and skipping a comment is all that the app
 * then costs: the comment is the body of a function, whose text the language gives back as it stands (ECMAScript 2019,
 * Function.prototype.toString), and is evaluated where it stands when a command first needs it. `sourceURL` is the name
 * in stack traces.
 */
function appAsComment(app) {
  if (app.text.includes(commentEnd)) throw new Error('the app has a letter that is kept for the end of comments');
  const comment = `(${app.text})()\n//# sourceURL=App.js`.split('*/').join(commentEnd);
  return `function source(){/*${comment}*/}const make=()=>{const text=String(source);return eval(text.slice(text.indexOf('/*')+2,-3).split('${commentEnd}').join('*/'))};`;
}

/** The same for a host that evaluates no text (`--inline`): V8 looks through such a function at every start. */
function appAsCode(app) {
  return `const make=${app.text};`;
}

/**
 * One variable, `regionTargets`: the cell functions, ready, and the app, which is made when a command first needs it.
 * The globals used most are at hand.
 */
function library(cells, app) {
  const make = options.inline ? appAsCode(app) : appAsComment(app);
  const kept = `const{callCell}=(${cells.text})();${make}let made;`;
  const answer = '{callCell,app:()=>made||(made=make())}';
  return `"use strict";var regionTargets=(function({${localGlobals}}){${kept}return${answer}})(globalThis);\n`;
}

/** One line for the autocomplete card, which shows neither line breaks nor HTML. */
function cardLine({ zh, en }) {
  const line = `${zh} / ${en}`;
  if (/[<>\n\r]|\*\//.test(line)) throw new Error(`not fit for the autocomplete card: ${line}`);
  return line;
}

/** What Google looks for: a top-level function with its parameters' real names and its help. */
function cellStub({ name, args }, help, written) {
  const names = args.map((argument) => argument.name).join(', ');
  const card = [
    cardLine(help.text),
    ...args.map((argument) => `@param {${argument.type}} ${argument.name} ${cardLine(help.args[written(argument)])}`),
    '@customfunction',
  ];
  const lines = card.map((line) => ` * ${line}\n`).join('');
  return `/**\n${lines} */\nfunction ${name}(${names}) {\n  return regionTargets.callCell('${name}', arguments);\n}\n`;
}

function forwarder(name) {
  return `function ${name}(...args) {\n  return regionTargets.app().${name}(...args);\n}\n`;
}

/** What the app has for this is no global: each section has a command of its own. */
function sectionCommand({ id }) {
  return `function generate_${id}() {\n  return regionTargets.app().generateSection('${id}');\n}\n`;
}

async function code() {
  const { cellFunctions, cellHelp, sections, written } = await descriptions();
  const [cells, app] = await Promise.all([part('src/functions.ts', short), part('src/main.ts', readable)]);
  if (app.inputs.includes('src/functions.ts'))
    throw new Error('the app uses src/functions.ts: it would be there twice');
  const stubs = cellFunctions.map((called) => cellStub(called, cellHelp[called.name], written));
  const called = app.exported.filter((name) => name !== 'generateSection');
  const commands = [...called.map(forwarder), ...sections.map(sectionCommand)];
  const text = [library(cells, app), ...stubs, ...commands].join('\n');
  check(text, app.exported);
  return { text, inputs: [...cells.inputs, ...app.inputs] };
}

/** Google evaluates the file whole, without any of its services yet: it must parse, ask for none, and hold every function. */
function check(text, commands) {
  const context = vm.createContext({});
  vm.runInContext(text, context, { filename: 'Code.js' });
  for (const name of ['callCell', ...commands.map((command) => `app().${command}`)]) {
    if (vm.runInContext(`typeof regionTargets.${name}`, context) !== 'function')
      throw new Error(`${name} is no function`);
  }
}

/**
 * The commands that are there: `cli` makes a workbook file, `bench` measures, `push` sends the add-on to Google, `serve`
 * shows the local page.
 */
async function hostFiles() {
  const names = ['cli', 'bench', 'push', 'serve'].filter((name) => existsSync(join(root, 'host', `${name}.ts`)));
  return Promise.all(
    names.map(async (name) => {
      const settings = { platform: 'node', format: 'esm', target: 'node20', packages: 'external' };
      const { text } = await bundled({ entryPoints: [`host/${name}.ts`], ...settings });
      return [`${name}.mjs`, text];
    }),
  );
}

/** Writes the files and says how large they are. */
function writeFolder(folder, files) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) {
    writeFileSync(join(folder, name), text);
    if (options.quiet) continue;
    console.log(`${(Buffer.byteLength(text) / 1000).toFixed(1).padStart(8)} KB  ${join(folder, name)}`);
  }
}

/** Files of earlier builds would be pushed to Google with the rest. */
function removeOthers(folder, files) {
  const names = new Set(files.map(([name]) => name));
  for (const other of readdirSync(folder)) if (!names.has(other)) rmSync(join(folder, other), { recursive: true });
}

async function buildAddon() {
  const sources = sourcesOf(root);
  const [{ script, sidebar, reader }, host, page] = await Promise.all([
    Promise.all([code(), readerPage()]).then(async ([{ text, inputs }, reader]) => ({
      script: text,
      sidebar: await sidebarPage([...inputs, ...reader.inputs]),
      reader: reader.text,
    })),
    options.host ? hostFiles() : [],
    options.host ? pageFiles(root) : [],
  ]);
  const files = [
    ['Code.js', script],
    ['Sidebar.html', sidebar],
    ['Reader.html', reader],
    ['appsscript.json', readFileSync(join(root, 'appsscript.json'), 'utf8')],
  ];
  if (options.out === undefined) unmarkBuilt(root, sources);
  writeFolder(options.out ?? dist, files);
  if (options.out === undefined) removeOthers(dist, files);
  if (host.length > 0) writeFolder(join(root, 'dist-host'), host);
  if (page.length > 0) {
    writeFolder(join(root, 'dist-host', 'page'), page);
    removeOthers(join(root, 'dist-host', 'page'), page);
  }
  if (options.host && options.out === undefined) markBuilt(root, sources);
}

/** The probe's `.clasp.json` says which script it is pushed to: it is written once, and stays as its owner has it. */
async function buildProbe() {
  const { claspProject, probeFiles } = await import('./test/google/probe/build.mjs');
  const folder = options.out ?? join(root, 'dist-probe');
  writeFolder(folder, await probeFiles(root));
  const project = join(folder, '.clasp.json');
  if (!existsSync(project)) writeFileSync(project, claspProject);
}

try {
  await (options.probe ? buildProbe() : buildAddon());
} catch (error) {
  // esbuild has printed its own.
  if (!error.errors) console.error(error.message);
  process.exitCode = 1;
}
