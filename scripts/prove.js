import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { arch, cpus, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './aliases.js';
import { pageOfMutants } from './mutants/page.js';

/**
 * The long forms of the proofs, each with its page in docs/proof, which names the commit and the machine: `node scripts/prove.js [properties] [model] [system] [chaos] [mutants]`,
 * all of them without a word.
 * - properties: every `*.property.spec.ts` with PROPERTY_RUNS drawn cases for each property;
 * - model: MODEL_ACTS acts of anybody in any order, each held against what must stay true (test/model);
 * - system: what the whole-system tests try as a sample: every story on both queues, every wrong place of every body;
 * - chaos: 100,000 deadlines while what they stand on breaks (test/chaos);
 * - mutants: every careless change of the pure files, or MUTANTS of each room drawn by MUTANT_SEED, against the unit specs (scripts/mutants).
 */
const PROPERTY_RUNS = Number(process.env.PROPERTY_RUNS ?? 100_000);
const MODEL_ACTS = Number(process.env.MODEL_ACTS ?? 100_000);
const LONGEST_MS = '14400000';

const PROOFS = {
  properties: () => ({
    title: `Properties, asked ${PROPERTY_RUNS.toLocaleString('en')} times each`,
    ...jest(['--selectProjects', 'unit', '--testPathPatterns', 'property\\.spec'], { PROPERTY_RUNS: String(PROPERTY_RUNS) }),
  }),
  model: () => ({
    title: `${MODEL_ACTS.toLocaleString('en')} acts of anybody in any order`,
    ...jest(['--selectProjects', 'integration', '--testPathPatterns', 'test/model'], { MODEL_ACTS: String(MODEL_ACTS) }),
  }),
  system: () => ({
    title: 'Every story on both queues, and every wrong place of every body',
    ...jest(['--selectProjects', 'e2e', '--runInBand', '--testPathPatterns', 'test/e2e/(stories|hostile-input)'], { WHOLE: '1' }),
  }),
  chaos: () => ({ title: 'Deadlines while what they stand on breaks', ...chaos() }),
  mutants: async () => ({ title: 'Careless changes that the unit specs notice', ...(await pageOfMutants(process.env)) }),
};

const NOT_PROVED =
  '**Not proved.** At least one row below is not as it should be: this page is no proof until a later run replaces it.';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in PROOFS));
if (unknown.length > 0) throw new TypeError(`There are the proofs ${Object.keys(PROOFS).join(', ')}; not ${unknown.join(', ')}.`);

for (const name of asked.length > 0 ? asked : Object.keys(PROOFS)) {
  const { title, table, proved } = await PROOFS[name]();
  mkdirSync(join(ROOT, 'docs/proof'), { recursive: true });
  writeFileSync(
    join(ROOT, `docs/proof/${name}.md`),
    [`# ${title}`, `Written by \`npm run prove -- ${name}\` ${provenance()}`, ...(proved ? [] : [NOT_PROVED]), `${table}\n`].join(
      '\n\n',
    ),
  );
  console.log(`${title}\n${table}\n`);
  if (!proved) process.exitCode = 1;
}

function jest(parameters, environment) {
  const summary = join(ROOT, '.cache/prove.json');
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const main = join(ROOT, 'node_modules/jest/bin/jest.js');
  const { status } = spawnSync(
    process.execPath,
    [main, ...parameters, '--testTimeout', LONGEST_MS, '--json', '--outputFile', summary],
    {
      cwd: ROOT,
      env: { ...process.env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning', ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const { testResults } = JSON.parse(readFileSync(summary, 'utf8'));
  const rows = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(
      ({ fullName, status: outcome, duration }) => `| ${fullName} | ${outcome} | ${(duration / 1000).toFixed(1)} s |`,
    ),
  );
  return { table: ['| property | outcome | took |', '| --- | --- | --- |', ...rows.sort()].join('\n'), proved: status === 0 };
}

function chaos() {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'chaos'], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return { table: stdout.trim(), proved: status === 0 };
}

function provenance() {
  const commit = git('rev-parse', '--short', 'HEAD');
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `at commit ${commit}${git('status', '--porcelain') ? ' (with uncommitted changes)' : ''},
${new Date().toISOString().slice(0, 10)}, ${type()} ${arch()}, ${cpus().length} × ${cpu.model}, ${memory} GB, Node ${process.version}.`;
}

function git(...words) {
  return spawnSync('git', words, { cwd: ROOT, encoding: 'utf8' }).stdout.trim();
}
