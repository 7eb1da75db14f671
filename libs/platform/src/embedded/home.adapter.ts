import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isAnotherFolder, nameOfFolder, type FolderName } from './folder-name.adapter.js';
import { makeFolder } from './make-folder.adapter.js';
import { isSameFolder } from './running-process.adapter.js';
import { NOBODY, type Account } from './servant.adapter.js';
import { folderError, StartError } from './start-error.js';

/** Where a server's files lie and as whom it runs. */
export interface Home {
  readonly folder: string;
  /** Undefined: as ourselves. */
  readonly account: Account | undefined;
}

/** Where root puts what the account must reach when the folder that was asked for lies behind a closed door (a checkout under /root). */
const OPEN_PLACES = ['/var/lib/tracedesk', '/var/tmp/tracedesk'];

/**
 * Makes the folder for a server's files. For an ordinary user it is the one asked for; root's is open to `nobody`, and if a folder
 * above is closed to everybody else, a link to a folder elsewhere stands in its place.
 */
export function makeHome(asked: string): Home {
  try {
    makeFolder(dirname(asked), 0o755);
    if (leadsNowhere(asked)) throw filesMissing(asked);
    if (process.getuid?.() !== 0) {
      makeFolder(asked, 0o755);
      return { folder: asked, account: undefined };
    }
    const folder = linkedFolder(asked) ?? (reachable(dirname(asked)) || openDoor(dirname(asked)) ? asked : elsewhere(asked));
    makeFolder(folder, 0o755);
    chmodSync(folder, 0o755);
    return { folder, account: ownerOf(join(folder, 'data')) ?? NOBODY };
  } catch (cause) {
    throw folderError(asked, cause);
  }
}

const OWNER_FILE = 'belongs-to.json';

/**
 * Writes into the server's folder which data folder it serves; false where it serves another one, which is still there: whoever copies
 * a data folder may have copied a link in it, and both would work on one database.
 */
export function claimHome(asked: string): boolean {
  const own = nameOfFolder(dirname(asked));
  const file = join(asked, OWNER_FILE);
  const owner = readOwner(file);
  if (owner !== null && isAnotherFolder(owner, own) && isSameFolder(join(owner.path, basename(asked)), asked)) return false;
  if (owner?.path !== own.path || owner.inode !== own.inode) writeOwner(file, own);
  return true;
}

/** The data folder that the server's folder serves. */
export function ownerOfHome(asked: string): string {
  return readOwner(join(asked, OWNER_FILE))?.path ?? dirname(asked);
}

function readOwner(file: string): FolderName | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FolderName;
  } catch {
    return null;
  }
}

function writeOwner(file: string, own: FolderName): void {
  try {
    writeFileSync(file, `${JSON.stringify(own)}\n`, { mode: 0o600 });
  } catch (cause) {
    throw folderError(dirname(file), cause);
  }
}

/** Whether it is a link whose end is not there: a backup took the link along and left the files. */
export function leadsNowhere(asked: string): boolean {
  return lstatSync(asked, { throwIfNoEntry: false })?.isSymbolicLink() === true && !existsSync(asked);
}

function filesMissing(asked: string): StartError {
  const target = readlinkSync(asked);
  const message = `${asked} is a link to ${target}, and there is nothing there: bring that folder back as well, or put its copy in place of the link.`;
  return new StartError('FILES_MISSING', message, { folder: asked, target });
}

function linkedFolder(asked: string): string | null {
  const found = lstatSync(asked, { throwIfNoEntry: false });
  return found?.isSymbolicLink() ? readlinkSync(asked) : null;
}

/** Data that an ordinary user began stays that user's, also when root starts the desk. */
function ownerOf(data: string): Account | null {
  const found = statSync(data, { throwIfNoEntry: false });
  return found === undefined || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}

function reachable(folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], { ...NOBODY, cwd: '/' }).status === 0;
}

/** The desk's own data folder may be passed through by others: everything in it that is nobody else's business is closed by itself. */
function openDoor(folder: string): boolean {
  const { mode, uid } = statSync(folder);
  if (uid !== 0) return false;
  chmodSync(folder, (mode & 0o777) | 0o011);
  if (reachable(folder)) return true;
  chmodSync(folder, mode & 0o777);
  return false;
}

function elsewhere(asked: string): string {
  for (const place of OPEN_PLACES) {
    try {
      makeFolder(place, 0o755);
      // In a folder that everybody may write to, somebody else's place is no place for us.
      if (statSync(place).uid !== 0 || !reachable(place)) continue;
      const folder = mkdtempSync(join(place, 'desk-'));
      symlinkSync(folder, asked);
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
    }
  }
  throw new StartError(
    'FOLDER_NOT_WRITABLE',
    `PostgreSQL does not run as root, and the user nobody cannot reach ${asked}: start the desk as an ordinary user, or give a DATA_DIR that all users can reach.`,
    { folder: asked },
  );
}
