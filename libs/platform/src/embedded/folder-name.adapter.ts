import { readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderError } from './start-error.js';

/** What tells a folder from its copies: where it lies, and which one of the file system it is. */
export interface FolderName {
  readonly path: string;
  readonly inode: string;
}

/** Where a folder was copied from, and since when the copy has been used by itself. */
export interface Origin {
  readonly path: string;
  readonly since: string;
}

export function nameOfFolder(folder: string): FolderName {
  const { dev, ino } = statSync(folder, { bigint: true });
  return { path: realpathSync(folder), inode: `${dev}:${ino}` };
}

/** A folder that was moved keeps its number; one that was put back in its place, or lies on a disk that counts anew, keeps its path. A copy elsewhere has neither. */
export function isAnotherFolder(one: FolderName, other: FolderName): boolean {
  return one.path !== other.path && one.inode !== other.inode;
}

const FILE = 'folder.json';

interface Remembered extends FolderName {
  readonly copyOf: Origin | null;
}

/** Writes the folder's name into it, once it is taken; tells of which folder it is a copy, if of any. A copy stays one. */
export function rememberFolder(folder: string): Origin | null {
  const own = nameOfFolder(folder);
  const known = readName(join(folder, FILE));
  const copyOf =
    known !== null && isAnotherFolder(known, own)
      ? { path: known.path, since: new Date().toISOString() }
      : (known?.copyOf ?? null);
  if (known?.path !== own.path || known.inode !== own.inode) write(join(folder, FILE), { ...own, copyOf });
  return copyOf;
}

function readName(file: string): Remembered | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Remembered;
  } catch {
    return null;
  }
}

function write(file: string, remembered: Remembered): void {
  try {
    writeFileSync(`${file}.new`, `${JSON.stringify(remembered, null, 2)}\n`, { mode: 0o600, flush: true });
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw folderError(file, cause);
  }
}
