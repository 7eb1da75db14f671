import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './aliases.js';

/**
 * `node scripts/test.js check` runs what a change needs before it is committed; `node scripts/test.js all` everything that CI runs.
 * Every step runs, even after a failed one, unless it needs that one. The last line sums the tests; a step without tests that fails counts as one failed.
 */
const npm = (script) => ({ name: script, command: ['npm', ['run', '--silent', script]] });
const jest = (...projects) => ({ name: projects.join(' and '), projects });

/** The whole-system tests start what was built; without it each of them would try to build, and fail, for itself. One file after another: each starts a desk. */
const wholeSystem = (project, { only, but } = {}) => ({
  ...jest(project),
  name: only ?? project,
  only,
  but,
  inBand: true,
  needed: 'build',
});

/** They kill, wait and start again, and leave the cores to others most of the time. */
const WAITING = 'test/e2e/(chaos|life)';

/** Stages follow one another; the lanes of a stage run side by side, since no step of theirs keeps two cores busy. */
const CHECK = [[[npm('lint')], [npm('types'), npm('boundaries'), npm('generate:check')]], [[jest('unit', 'integration')]]];
const STAGES = {
  check: CHECK,
  all: [
    ...CHECK,
    [[npm('build')]],
    [[wholeSystem('e2e', { but: WAITING })], [wholeSystem('e2e', { only: WAITING })], [wholeSystem('browser')]],
  ],
};

const SUMMARIES = join(ROOT, '.cache/jest');
const NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim();

const stages = STAGES[process.argv[2]];
if (!stages) throw new TypeError('Say check or all.');

const total = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];
const notRun = [];

rmSync(SUMMARIES, { recursive: true, force: true });
mkdirSync(SUMMARIES, { recursive: true });
for (const lanes of stages) await Promise.all(lanes.map((steps) => runLane(steps, { alone: lanes.length === 1 })));
report();

async function runLane(steps, { alone }) {
  for (const step of steps) {
    const started = performance.now();
    if (alone) console.log(`\n── ${step.name}`);
    const { well, said } = await runStep(step, { alone });
    if (!well) failedSteps.push(step.name);
    const took = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${said}── ${step.name}: ${well ? 'ok' : 'FAILED'}, ${took} s`);
  }
}

function runStep(step, { alone }) {
  if (failedSteps.includes(step.needed)) {
    total.failed += 1;
    return { well: false, said: `NOT RUN: ${step.name}, because this needs the step that failed: ${step.needed}\n` };
  }
  return step.projects ? runJest(step) : runCommand(step, { alone });
}

/** Alone on the terminal a step speaks as it goes; beside another it is heard at its end. */
async function runCommand({ command: [program, parameters] }, { alone }) {
  const { code, said } = await run(program, parameters, alone ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']);
  if (code !== 0) total.failed += 1;
  return { well: code === 0, said };
}

/** Jest's JSON also goes to stdout, where nobody reads it: the file has the same. */
async function runJest({ name, projects, inBand, only, but }) {
  const summary = join(SUMMARIES, `${name.replaceAll(/\W+/g, '-')}.json`);
  const jestMain = join(ROOT, 'node_modules/jest/bin/jest.js');
  const parameters = [
    jestMain,
    '--selectProjects',
    ...projects,
    ...(inBand ? ['--runInBand'] : []),
    ...(only ? ['--testPathPatterns', only] : []),
    ...(but ? ['--testPathIgnorePatterns', but] : []),
    '--json',
    '--outputFile',
    summary,
    '--passWithNoTests',
  ];
  const { code } = await run(process.execPath, parameters, ['ignore', 'ignore', 'inherit']);
  return { well: addSummary(summary) && code === 0, said: '' };
}

function run(program, parameters, stdio) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS }, stdio });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (words) => (said += words));
    child.on('error', ({ message }) => resolve({ code: 1, said: `${message}\n` }));
    child.on('close', (code) => resolve({ code, said }));
  });
}

function addSummary(file) {
  let summary;
  try {
    summary = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    total.failed += 1;
    return false;
  }
  total.passed += summary.numPassedTests;
  // A file that could not even be loaded has no tests to count.
  total.failed += summary.numFailedTests + summary.numRuntimeErrorTestSuites;
  total.skipped += summary.numPendingTests + summary.numTodoTests;
  for (const { name, assertionResults } of summary.testResults) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'pending' || status === 'todo') notRun.push(`${name.slice(ROOT.length + 1)}: ${fullName}`);
    }
  }
  return true;
}

function report() {
  if (notRun.length > 0) {
    console.log(`\nNOT RUN on this machine${process.env.CI ? ', and CI is set, so this fails' : ''}:`);
    for (const test of notRun) console.log(`  ${test}`);
  }
  if (failedSteps.length > 0) console.log(`\nFAILED: ${failedSteps.join(', ')}`);
  const failed = total.failed > 0 || failedSteps.length > 0 || (Boolean(process.env.CI) && notRun.length > 0);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = failed ? 1 : 0;
}
