import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './servant.adapter.js';
import { folderError, StartError } from './start-error.js';

/** Two desks on one folder would each believe the database theirs. */
export interface FolderLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly since: string;
}

/** Takes the folder for this process. A holder that is gone, however it went, holds nothing. */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'desk.lock');
  const own: Holder = { pid: process.pid, since: birthOf(process.pid) };
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw folderError(folder, cause);
      const holder = readHolder(file);
      if (holder !== null && holds(holder)) {
        const message = `The folder ${folder} is in use by another desk (process ${holder.pid}): stop that one, or give this one another DATA_DIR.`;
        throw new StartError('FOLDER_IN_USE', message, { folder, pid: holder.pid });
      }
      rmSync(file, { force: true });
    }
  }
}

function readHolder(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** Process numbers come again, above all in containers: the same number born at another time is somebody else. */
function holds({ pid, since }: Holder): boolean {
  return pid !== process.pid && isAlive(pid) && birthOf(pid) === since;
}

const STARTTIME_FIELD = 19;

/** When the process began, as the kernel counts since it booted, and which boot that was; empty where the system does not tell. */
function birthOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[STARTTIME_FIELD] ?? ''}`;
  } catch {
    return '';
  }
}
