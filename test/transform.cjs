// Jest runs TypeScript through the same compiler that builds the bundle; types are checked by tsc before the tests.
const { transformSync } = require('esbuild');

/** Jest gives each file a realm of its own, where looking up a global costs more than calling it: once a module will do. */
const names = [
  ...['Array', 'Boolean', 'Error', 'JSON', 'Map', 'Math', 'Number', 'Object', 'Promise', 'Reflect', 'RegExp', 'Set'],
  ...['String', 'Symbol', 'WeakMap', 'WeakSet', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
];
const GLOBALS = `const { ${names.join(', ')} } = globalThis;`;

module.exports = {
  process(source, filename) {
    // The engine is a script already.
    if (filename.endsWith('.cjs')) return { code: GLOBALS + source };
    return transformSync(source, {
      loader: filename.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      banner: GLOBALS,
      sourcemap: 'inline',
      sourcefile: filename,
    });
  },
};
