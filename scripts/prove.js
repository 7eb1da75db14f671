import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './aliases.js';

/**
 * The long form of the proofs: every `*.property.spec.ts` with PROPERTY_RUNS drawn cases for each property (100,000 if not said).
 * Writes docs/proof/properties.md with the commit and the machine, so that a figure can be asked where it comes from.
 */
const runs = Number(process.env.PROPERTY_RUNS ?? 100_000);
const summary = join(ROOT, '.cache/prove.json');

mkdirSync(join(ROOT, '.cache'), { recursive: true });
const parameters = ['--selectProjects', 'unit', '--testPathPatterns', 'property\\.spec', '--testTimeout', '3600000'];
const { status } = spawnSync(
  process.execPath,
  [join(ROOT, 'node_modules/jest/bin/jest.js'), ...parameters, '--json', '--outputFile', summary],
  {
    cwd: ROOT,
    env: {
      ...process.env,
      PROPERTY_RUNS: String(runs),
      NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  },
);
const { testResults } = JSON.parse(readFileSync(summary, 'utf8'));
const rows = testResults.flatMap(({ assertionResults }) =>
  assertionResults.map(
    ({ fullName, status: outcome, duration }) => `| ${fullName} | ${outcome} | ${(duration / 1000).toFixed(1)} s |`,
  ),
);

mkdirSync(join(ROOT, 'docs/proof'), { recursive: true });
writeFileSync(
  join(ROOT, 'docs/proof/properties.md'),
  `# Properties, asked ${runs.toLocaleString('en')} times each

Written by \`npm run prove\` at commit ${git('rev-parse', 'HEAD')}${git('status', '--porcelain') ? ' (with uncommitted changes)' : ''}.
${new Date().toISOString().slice(0, 10)}, ${type()} ${arch()}, ${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}.

| property | outcome | took |
| --- | --- | --- |
${rows.sort().join('\n')}
`,
);
console.log(rows.join('\n'));
process.exitCode = status ?? 1;

function git(...words) {
  return spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
}
