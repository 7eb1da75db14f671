import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '@tracedesk/testing';
import { memoryOf } from './memory.js';
import { median, seconds, type BenchOptions, type Row } from './rows.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = [
  'apps',
  'libs',
  'scripts',
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'tsconfig.build.json',
];
const COLD_GOAL_MS = 30_000;
const WARM_GOAL_MS = 3_000;
const REST_GOAL_MB = 300;
/** Until the last work of a start is done. */
const REST_AFTER_MS = 8_000;

/** From the command to `/health/ready`: a copy without dist and data, then the same again, and what the desk holds when nobody asks it anything. */
export async function startingRows({ short }: BenchOptions): Promise<Row[]> {
  const copy = mkdtempSync(join(tmpdir(), 'tracedesk-bench-'));
  try {
    for (const source of SOURCES) cpSync(join(ROOT, source), join(copy, source), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    const cold = await start(copy);
    await stop(cold.child);
    const warm: number[] = [];
    for (let turn = 0; turn < (short ? 1 : 5); turn += 1) {
      const again = await start(copy);
      warm.push(again.took);
      await stop(again.child);
    }
    const atRest = await start(copy);
    await pause(short ? 1_000 : REST_AFTER_MS);
    const shares = memoryOf(atRest.child.pid ?? -1);
    await stop(atRest.child);
    return [
      row('start, cold: with build and first data', cold.took, COLD_GOAL_MS, short),
      row(`start, warm (median of ${warm.length})`, median(warm), WARM_GOAL_MS, short),
      restRow(shares, short),
    ];
  } finally {
    rmSync(copy, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function row(name: string, took: number, goal: number, short: boolean): Row {
  return { name, figure: seconds(took), goal: `≤ ${goal / 1000} s`, beside: '', ratio: '', reached: short ? null : took <= goal };
}

function restRow(shares: ReturnType<typeof memoryOf>, short: boolean): Row {
  const total = shares.reduce((sum, { megabytes }) => sum + megabytes, 0);
  const beside = shares
    .filter(({ megabytes }) => megabytes >= 0.5)
    .map(({ name, processes, megabytes }) => `${name}${processes > 1 ? ` (${processes})` : ''} ${megabytes.toFixed(0)}`)
    .join(', ');
  return {
    name: 'memory at rest (sum of PSS)',
    figure: `${total.toFixed(0)} MB`,
    goal: `≤ ${REST_GOAL_MB} MB`,
    beside,
    ratio: '',
    reached: short ? null : total <= REST_GOAL_MB,
  };
}

async function start(folder: string): Promise<{ child: ChildProcess; took: number }> {
  const port = await freePort();
  const { DATABASE_URL: _database, REDIS_URL: _redis, HOST: _host, NODE_OPTIONS: _options, ...kept } = process.env;
  const env = { ...kept, PORT: String(port), DATA_DIR: join(folder, '.data') };
  const begun = performance.now();
  // What `npm start` executes.
  const child = spawn(process.execPath, ['scripts/run.js', 'apps/desk/src/main'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`The desk did not start:\n${output}`);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return { child, took: performance.now() - begun };
    await pause(10);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill('SIGINT');
  if (child.exitCode === null) await once(child, 'exit');
}

/** Where the figures can be measured at all. */
export const canMeasureMemory = existsSync('/proc/self/smaps_rollup');
