// What files of tests have in common and none of them changes: the spreadsheet engine, the host's part that runs it, and
// the libraries that check and make values. Jest gives each test file a realm of its own, in which they would be read and
// compiled anew, be slow for as long as V8 does not know them, and look up every global in another object. Here they are
// loaded once for each of jest's processes, and outside of those realms. transform.cjs lets the test files have them.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, sep } = require('node:path');
const vm = require('node:vm');
const { transformSync } = require('esbuild');

const root = join(__dirname, '..') + sep;

/** Of the host, what nothing but the engine is needed for; what none of these files needs would be there twice. */
const names = [
  ...['addon', 'arguments', 'cells', 'clock', 'commands', 'dialect', 'execution', 'extras', 'plain', 'realm'],
  ...['separators', 'userEntered', 'workbook', 'zones'],
];
const own = new RegExp(`^(?:host/(?:engine/.*|services/.*|${names.join('|')})|test/engine/spares)\\.ts$`);
const packages = /^node_modules\/(?:@odoo\/o-spreadsheet|fast-check|zod)\//;

/** Whether a file is loaded once for all test files of a process. */
exports.isShared = (filename) => {
  if (!filename.startsWith(root)) return false;
  const path = filename.slice(root.length).split(sep).join('/');
  return own.test(path) || packages.test(path);
};

/** TypeScript as the script that Node reads. */
exports.scriptOf = (source, filename, banner = '') =>
  transformSync(source, {
    loader: filename.endsWith('x') ? 'tsx' : 'ts',
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    banner,
    sourcemap: 'inline',
    sourcefile: filename,
  });

// Later ones of Node read TypeScript themselves, but as modules of the other kind.
Module._extensions['.ts'] = (module, path) =>
  module._compile(exports.scriptOf(readFileSync(path, 'utf8'), path).code, path);

/** A module that is loaded once for each process. */
exports.shared = (filename) => require(filename);

/** Loads the same modules in a realm of a test file's own: for one that gives them other globals. */
exports.ownIn = (context) => {
  const loaded = new Map();
  const load = (filename) => {
    if (loaded.has(filename)) return loaded.get(filename).exports;
    const module = { exports: {} };
    loaded.set(filename, module);
    const outer = Module.createRequire(filename);
    const inner = (name) => (Module.isBuiltin(name) ? require(name) : load(outer.resolve(name)));
    const text = readFileSync(filename, 'utf8');
    const code = filename.endsWith('.ts') ? exports.scriptOf(text, filename).code : text;
    const names = ['module', 'exports', 'require'];
    vm.compileFunction(code, names, { parsingContext: context, filename })(module, module.exports, inner);
    return module.exports;
  };
  return load;
};
