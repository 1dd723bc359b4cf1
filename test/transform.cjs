// Jest runs TypeScript through the same compiler that builds the bundle; types are checked by tsc before the tests.
const { isShared, scriptOf } = require('./shared.cjs');

/** Jest gives each file a realm of its own, where looking up a global costs more than calling it: once a module will do. */
const names = [
  ...['Array', 'Boolean', 'Error', 'Infinity', 'JSON', 'Map', 'Math', 'NaN', 'Number', 'Object', 'Promise', 'Reflect'],
  ...['RegExp', 'Set', 'String', 'Symbol', 'WeakMap', 'WeakSet', 'isFinite', 'isNaN', 'parseFloat', 'parseInt'],
];
const GLOBALS = `const { ${names.join(', ')} } = globalThis;`;

module.exports = {
  process(source, filename) {
    if (isShared(filename)) return { code: `module.exports = sharedModule(${JSON.stringify(filename)});` };
    return scriptOf(source, filename, GLOBALS);
  },
};
