module.exports = {
  testEnvironment: 'node',
  setupFiles: ['<rootDir>/test/setup.ts'],
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx|mjs)$|o_spreadsheet\\.cjs$': '<rootDir>/test/transform.cjs' },
  // hucre comes as modules only.
  transformIgnorePatterns: ['/node_modules/(?!hucre/|@odoo/o-spreadsheet/)'],
};
