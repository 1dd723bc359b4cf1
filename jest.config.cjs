module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: { '\\.(ts|tsx)$': '<rootDir>/test/transform.cjs' },
};
