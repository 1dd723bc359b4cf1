const { availableParallelism } = require('node:os');

module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/prepare.cjs',
  globalTeardown: '<rootDir>/test/finish.cjs',
  testSequencer: '<rootDir>/test/order.cjs',
  setupFiles: ['<rootDir>/test/setup.ts'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx|mjs)$|o_spreadsheet\\.cjs$': '<rootDir>/test/transform.cjs' },
  // What waits for a browser or an office program takes its time on a loaded machine; speed is counted elsewhere.
  testTimeout: 120_000,
  // hucre comes as modules only.
  transformIgnorePatterns: ['/node_modules/(?!hucre/|@odoo/o-spreadsheet/)'],
  // One more than there are processors: scenes in the browser wait for much of their time.
  maxWorkers: availableParallelism() + 1,
  // What a file has made is not all let go after it: a process of several gigabytes spends its time looking through them.
  workerIdleMemoryLimit: '1200MB',
};
