import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { deadlineRows } from './deadlines.js';
import { tableOf, type Row } from './rows.js';
import { serialRows } from './serials.js';
import { canMeasureMemory, startingRows } from './starting.js';
import { workingRows } from './working.js';

const USAGE = `Measures a desk of this repository, each figure beside what it is compared with.

  npm run bench                     prints the table
  npm run bench -- --write          also writes docs/figures.md
  npm run bench -- --short          few calls: shows that it works, judges sizes only (CI)
  npm run bench -- deadlines        only this part; there are: starting, working, deadlines, serials

Needs an idle machine: what else runs, slows both sides, but not by the same share. Exit code 1 if a goal is not reached.
`;

const PARTS = ['starting', 'working', 'deadlines', 'serials'] as const;

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
  const options = { short: values.short === true };
  const parts = positionals.length === 0 ? PARTS : positionals.filter(isPart);
  if (values.write === true && parts.length < PARTS.length) throw new Error('--write takes all parts: the page holds them all.');
  const rows: Row[] = [];
  if (parts.includes('starting')) {
    if (!canMeasureMemory) process.stderr.write('Memory is measured on Linux only (/proc/*/smaps_rollup).\n');
    rows.push(...(await startingRows(options)));
  }
  if (parts.includes('working')) rows.push(...(await workingRows(options)));
  if (parts.includes('deadlines')) rows.push(...(await deadlineRows(options)));
  if (parts.includes('serials')) rows.push(...serialRows(options));
  const table = tableOf(rows);
  process.stdout.write(`${table}\n\n${machine()}\n`);
  if (values.write === true)
    writeFileSync(fileURLToPath(new URL('../../docs/figures.md', import.meta.url)), pageOf(table, options.short));
  if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
}

function isPart(word: string): word is (typeof PARTS)[number] {
  return PARTS.some((part) => part === word);
}

function machine(): string {
  const [cpu] = cpus();
  const memory = (totalmem() / 1024 ** 3).toFixed(0);
  const load = execFileSync('cat', ['/proc/loadavg'], { encoding: 'utf8' }).split(' ')[0] ?? '?';
  return `${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${memory} GB, ${system()} ${release()}, Node ${process.versions.node}; load at the end ${load}.`;
}

function pageOf(table: string, short: boolean): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `# Figures

Written by \`npm run bench -- --write\` at commit ${commit}. Measured on ${machine()}${short ? ' **A short run on a busy machine: it shows that the bench works, not how fast the desk is.**' : ''}

${table}

How they are measured, and how to repeat them: \`npm run bench\` on an idle machine.

- **Start, cold**: from the command that \`npm start\` executes, in a copy without \`dist\` and without data, to \`/health/ready\`: build, initdb, migrations, demonstration. **Warm**: the same again.
- **Memory at rest**: the proportional set sizes of the desk's process and of everything it started, seconds after it is ready.
- **Submit**: complete drafts, their check read, submitted by eight clients that keep their connections, in turns with the baseline. The **baseline** is
  plain pg in its own process: the statements that one submission really sent (with those that look up the session), recorded from the desk, sent again unprepared for
  other drafts over a pool of the same size, with new ids and the same bytes. That each of its acts left a request and an entry is checked.
- **List, read**: median over HTTP of one client, beside plain pg sending the same statements one by one.
- **Serial number**: numbers generated from a seed, each misread once, looked for by their keys: no machine changes these figures.
- **First page**: everything a browser without cache fetches (the redirect, the document, style sheets, scripts, icons), bytes as sent, without headers.
- **Lateness**: deadlines that fall due every 20 ms, their wake-ups given to the outbox as a move gives them, a whole worker in this process. Another connection
  looks every 10 ms which misses are committed and entered; the figure is its business time less the due time, so it is never too small.
- **Drain**: one sweep of deadlines due at the same instant, until the last is committed with its flag, its audit entry and two notice jobs. In turns with
  **plain BullMQ** on a Redis of its own: as many jobs that do nothing, added before the clock starts, one worker, sixteen at a time.
- **One million pending**: one every three seconds from five minutes ahead, so that a reconciliation adds the most wake-ups it ever adds. The sweep that finds nothing is the
  median of 200; the reconciliation alone is timed, from the query to the last wake-up added.

The deadlines' part alone is \`npm run bench -- deadlines\`, on an own PostgreSQL that waits for its disk. It fails unless there are exactly as many misses and entries as
deadlines, and twice as many notices.

The ratios carry over to other machines, the absolute figures do not.
`;
}
