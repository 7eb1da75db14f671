import { ALIASES, ROOT } from './scripts/aliases.js';
import { swcOptionsFor } from './scripts/swc-options.js';

const exactly = (text) => `^${text.replace(/[/.]/g, '\\$&')}$`;

const shared = {
  rootDir: ROOT,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleFileExtensions: ['js', 'ts', 'tsx', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    ...Object.fromEntries(Object.entries(ALIASES).map(([alias, file]) => [exactly(alias), file])),
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '\\.ts$': ['@swc/jest', swcOptionsFor('.ts')],
    '\\.tsx$': ['@swc/jest', swcOptionsFor('.tsx')],
  },
  setupFiles: ['<rootDir>/scripts/jest-property-runs.js'],
  setupFilesAfterEnv: ['<rootDir>/libs/testing/src/matchers.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

/** One embedded PostgreSQL for the run, with a migrated template that each file clones. */
const withDatabase = {
  globalSetup: '<rootDir>/scripts/jest-database-up.js',
  globalTeardown: '<rootDir>/scripts/jest-database-down.js',
};

/** `npx jest` runs all four; `--selectProjects unit` one of them; a path runs that file in the project it belongs to. */
export default {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,test,scripts}/**/*.spec.{ts,tsx,js}'] },
    {
      ...shared,
      ...withDatabase,
      displayName: 'integration',
      testMatch: ['<rootDir>/{apps,libs,test}/**/*.int-spec.{ts,tsx}'],
    },
    { ...shared, ...withDatabase, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'] },
    {
      ...shared,
      ...withDatabase,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.e2e-spec.ts'],
    },
  ],
  // Jest heeds this only here, not in a project. Long enough for a machine that does other things too.
  testTimeout: 60_000,
  maxWorkers: 2,
};
