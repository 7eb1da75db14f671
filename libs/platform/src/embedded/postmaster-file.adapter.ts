import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, isSameFolder, programOf, worksIn } from './running-process.adapter.js';
import { StartError } from './start-error.js';

export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly state: 'starting' | 'ready' | 'stopping' | 'standby' | 'unknown';
}

const LOOK_EVERY_MS = 10;
const LONGEST_START_MS = 60_000;
const LONGEST_STOP_MS = 60_000;

/**
 * The PostgreSQL that runs on the data folder, as it writes about itself into `postmaster.pid`; null where none does. The file alone is
 * not believed: it is copied with the folder, and then tells of the server of the original.
 */
export function postmasterOf(data: string): Postmaster | null {
  const told = readPostmaster(data);
  return told !== null && runs(told, data) ? told : null;
}

/** Takes away what a copied folder says of the server of its original, and an old file whose number another program has now. */
export function forgetOtherPostmaster(data: string): void {
  const told = readPostmaster(data);
  // PostgreSQL would take either for itself, and not start.
  if (told !== null && !runs(told, data)) rmSync(postmasterFile(data), { force: true });
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

interface Told extends Postmaster {
  /** The data folder, as the server was given it. */
  readonly folder: string;
}

/** The lines of the file: number, data folder, start, port, two addresses, shared memory, state. */
function readPostmaster(data: string): Told | null {
  const lines = read(postmasterFile(data))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const state = lines[7]?.trim();
  const known = state === 'starting' || state === 'ready' || state === 'stopping' || state === 'standby';
  return { pid, folder: lines[1] ?? '', port: Number(lines[3]), state: known ? state : 'unknown' };
}

/** Where the system does not tell in which folder a process works, the folder that its file names decides. */
function runs({ pid, folder }: Told, data: string): boolean {
  return isAlive(pid) && (programOf(pid) ?? 'postgres') === 'postgres' && (worksIn(pid, data) ?? isSameFolder(folder, data));
}

function postmasterFile(data: string): string {
  return join(data, 'postmaster.pid');
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
