'use strict';

const typescript = [
  '@swc/jest',
  {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    sourceMaps: 'inline',
  },
];

/** What both projects share. `dist/` is what the suites load; nothing in it is a test. */
const common = {
  rootDir: __dirname,
  testEnvironment: 'node',
  transform: { '^.+\\.tsx?$': typescript },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/build/', '<rootDir>/.tmp/'],
  clearMocks: true,
};

/** @type {import('jest').Config} */
module.exports = {
  projects: [
    {
      ...common,
      displayName: 'domain',
      testMatch: ['<rootDir>/src/**/*.test.ts', '<rootDir>/tests/checks/**/*.test.ts'],
    },
    {
      ...common,
      displayName: 'app',
      testEnvironment: '<rootDir>/tests/support/environment.cjs',
      testMatch: ['<rootDir>/tests/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/(e2e|checks|bench)/'],
      moduleNameMapper: { '^file-type$': '<rootDir>/tests/support/file-type.cjs' },
      globalSetup: '<rootDir>/tests/support/setup.mjs',
      globalTeardown: '<rootDir>/tests/support/teardown.mjs',
      setupFilesAfterEnv: ['<rootDir>/tests/support/timeout.ts'],
    },
    {
      ...common,
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/timeout.ts'],
    },
  ],
  reporters: ['default', '<rootDir>/tests/support/progress.cjs'],
  testSequencer: '<rootDir>/tests/support/longest-first.cjs',
  // One Strapi a worker; the machine that runs the checks has two cores. Workers that wait for
  // PostgreSQL leave room for a third.
  maxWorkers: process.env.POINTS_TEST_DATABASE === 'postgres' ? 3 : 2,
  workerIdleMemoryLimit: '1500MB',
};
