import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { parseArgs } from 'node:util';
import { deadlineRows } from './deadlines.js';
import { figuresPage, PARTS, type Part } from './figures-page.js';
import { tableOf, type BenchOptions, type Row } from './rows.js';
import { serialRows } from './serials.js';
import { canMeasureMemory, startingRows } from './starting.js';
import { strangerRows } from './strangers.js';
import { workingRows } from './working.js';

const USAGE = `Measures a desk of this repository, each figure beside what it is compared with.

  npm run bench                     prints the table
  npm run bench -- --write          also writes docs/figures.md: the sections of what was measured
  npm run bench -- --short          few calls: shows that it works, judges sizes only (CI)
  npm run bench -- deadlines        only this part; there are: starting, working, deadlines, serials, strangers

Needs an idle machine: what else runs, slows both sides, but not by the same share. Exit code 1 if a goal is not reached.
`;

const PAGE = new URL('../../docs/figures.md', import.meta.url);

const MEASURES: Readonly<Record<Part, (options: BenchOptions) => Promise<readonly Row[]> | readonly Row[]>> = {
  starting: (options) => {
    if (!canMeasureMemory) process.stderr.write('Memory is measured on Linux only (/proc/*/smaps_rollup).\n');
    return startingRows(options);
  },
  working: workingRows,
  deadlines: deadlineRows,
  serials: serialRows,
  strangers: strangerRows,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean' },
    short: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help === true || !positionals.every(isPart)) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const short = values.short === true;
  const asked = (Object.keys(PARTS) as Part[]).filter((part) => positionals.length === 0 || positionals.includes(part));
  const measured: { part: Part; rows: readonly Row[] }[] = [];
  for (const part of asked) measured.push({ part, rows: await MEASURES[part]({ short }) });
  const rows = measured.flatMap((one) => one.rows);
  process.stdout.write(`${tableOf(rows)}\n\n${machine()}\n`);
  if (values.write === true) {
    const tables = measured.map((one) => ({ part: one.part, table: tableOf(one.rows) }));
    writeFileSync(PAGE, figuresPage(readFileSync(PAGE, 'utf8'), tables, provenance(short)));
  }
  if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
}

function isPart(word: string): word is Part {
  return Object.keys(PARTS).includes(word);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const load = execFileSync('cat', ['/proc/loadavg'], { encoding: 'utf8' }).split(' ')[0] ?? '?';
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, ${system()} ${release()}, Node ${process.versions.node}; load at the end ${load}.`;
}

function provenance(short: boolean): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `At commit ${commit}, on ${machine()}${short ? ' **A short run: it shows that the bench works, not how fast the desk is.**' : ''}`;
}
