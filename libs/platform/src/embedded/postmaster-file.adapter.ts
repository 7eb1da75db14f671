import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './servant.adapter.js';
import { StartError } from './start-error.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown';
}

const LOOK_EVERY_MS = 10;
const LONGEST_START_MS = 60_000;
const LONGEST_STOP_MS = 60_000;

/** The PostgreSQL that runs on the data folder, as it writes about itself into `postmaster.pid`; null where none does. */
export function postmasterOf(data: string): Postmaster | null {
  const lines = read(join(data, 'postmaster.pid'))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !isPostgres(pid)) return null;
  const state = lines[7]?.trim();
  const known = state === 'starting' || state === 'ready' || state === 'stopping' || state === 'standby';
  return { pid, port: Number(lines[3]), state: known ? state : 'unknown' };
}

/** Resolves to true when PostgreSQL takes connections. A recovery after a crash may take its time. */
export async function whenReady(data: string): Promise<boolean> {
  const until = Date.now() + LONGEST_START_MS;
  while (Date.now() < until) {
    if (postmasterOf(data)?.state === 'ready') return true;
    await pause();
  }
  return false;
}

/** Resolves when no PostgreSQL runs on the data folder any more. */
export async function whenGone(data: string): Promise<void> {
  const until = Date.now() + LONGEST_STOP_MS;
  while (postmasterOf(data) !== null) {
    if (Date.now() > until) {
      throw new StartError(
        'POSTGRES_NOT_STARTED',
        `A PostgreSQL left over from before still runs on ${data} and does not end.`,
        {},
      );
    }
    await pause();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

/** Process numbers come again. Where the system does not tell what a process is, its file is believed. */
function isPostgres(pid: number): boolean {
  const name = read(`/proc/${pid}/comm`);
  return name === null || name.trim() === 'postgres';
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
