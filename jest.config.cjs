module.exports = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/setup.ts'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx|mjs)$|o_spreadsheet\\.cjs$': '<rootDir>/test/transform.cjs' },
  // hucre comes as modules only.
  transformIgnorePatterns: ['/node_modules/(?!hucre/|@odoo/o-spreadsheet/)'],
  // Every processor: left to itself jest keeps one free, and on a machine with two runs one file at a time.
  maxWorkers: '100%',
};
