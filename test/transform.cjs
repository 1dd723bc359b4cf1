// Jest runs TypeScript through the same compiler that builds the bundle; types are checked by tsc before the tests.
const { transformSync } = require('esbuild');

module.exports = {
  process(source, filename) {
    return transformSync(source, {
      loader: filename.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      sourcemap: 'inline',
      sourcefile: filename,
    });
  },
};
