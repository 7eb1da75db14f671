import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How StrykerJS is to change the pure files and ask the unit specs. Which files, and where the report goes, `mutants.js` says. */
export default {
  mutate: process.env.MUTANT_RANGES.split(','),
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner', './scripts/mutants/words-for-developers.js'],
  ignorers: ['words-for-developers'],
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { projectType: 'custom', configFile: 'scripts/mutants/jest.config.js' },
  coverageAnalysis: 'perTest',
  dryRunTimeoutMinutes: 20,
  // What only runs while a file loads would be asked of every spec of its room.
  ignoreStatic: process.env.MUTANT_STATIC === 'left out',
  concurrency: 2,
  reporters: ['json'],
  jsonReporter: { fileName: process.env.MUTANT_REPORT },
  ignorePatterns: ['/dist', '/.data', '/.cache', '/docs', '/test', '/docker'],
  tempDirName: join(tmpdir(), `mutants-${process.pid}`),
  cleanTempDir: 'always',
  allowConsoleColors: false,
  logLevel: process.env.MUTANT_LOG ?? 'warn',
};
