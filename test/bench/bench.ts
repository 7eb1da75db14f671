import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type as system } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { tableOf, type Row } from './rows.js';
import { canMeasureMemory, startingRows } from './starting.js';
import { workingRows } from './working.js';

const USAGE = `Measures a desk of this repository, each figure beside what it is compared with.

  npm run bench                     prints the table
  npm run bench -- --write          also writes docs/figures.md
  npm run bench -- --short          few calls: shows that it works, judges sizes only (CI)
  npm run bench -- --only starting  or working

Needs an idle machine: what else runs, slows both sides, but not by the same share. Exit code 1 if a goal is not reached.
`;

const { values } = parseArgs({
  options: {
    write: { type: 'boolean' },
    short: { type: 'boolean' },
    only: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});

if (values.help === true) process.stdout.write(USAGE);
else await bench();

async function bench(): Promise<void> {
  const options = { short: values.short === true };
  const rows: Row[] = [];
  if (values.only !== 'working') {
    if (!canMeasureMemory) process.stderr.write('Memory is measured on Linux only (/proc/*/smaps_rollup).\n');
    rows.push(...(await startingRows(options)));
  }
  if (values.only !== 'starting') rows.push(...(await workingRows(options)));
  const table = tableOf(rows);
  process.stdout.write(`${table}\n\n${machine()}\n`);
  if (values.write === true)
    writeFileSync(fileURLToPath(new URL('../../docs/figures.md', import.meta.url)), pageOf(table, options.short));
  if (rows.some(({ reached }) => reached === false)) process.exitCode = 1;
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
- **First page**: everything a browser without cache fetches (the redirect, the document, style sheets, scripts, icons), bytes as sent, without headers.

The ratios carry over to other machines, the absolute figures do not.
`;
}
