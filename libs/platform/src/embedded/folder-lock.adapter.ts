import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAnotherFolder, nameOfFolder, type FolderName } from './folder-name.adapter.js';
import { birthOf, isAlive } from './running-process.adapter.js';
import { folderError, StartError } from './start-error.js';

/** Two desks on one folder would each believe the database theirs. */
export interface FolderLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly since: string;
  /** The folder that is held; desks before 0.2.0 did not write it. */
  readonly folder?: FolderName;
}

/** Takes the folder for this process. A holder that is gone, however it went, holds nothing; nor does one that was copied here with its lock. */
export function lockFolder(folder: string): FolderLock {
  const file = join(folder, 'desk.lock');
  const own = { pid: process.pid, since: birthOf(process.pid), folder: nameOfFolder(folder) };
  for (let attempt = 0; ; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: 'wx', mode: 0o600 });
      return { release: () => rmSync(file, { force: true }) };
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST' || attempt > 2) throw folderError(folder, cause);
      const holder = readHolder(file);
      if (holder !== null && holds(holder, own.folder)) {
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

function holds({ pid, since, folder }: Holder, own: FolderName): boolean {
  if (folder !== undefined && isAnotherFolder(folder, own)) return false;
  return pid !== process.pid && isAlive(pid) && birthOf(pid) === since;
}
