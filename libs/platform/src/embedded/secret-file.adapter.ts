import { randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.adapter.js';
import { folderError } from './start-error.js';

const SECRET_BYTES = 24;

/** The secret that the file holds; made at the first time it is asked for, for its owner's eyes only. */
export function secretIn(file: string): string {
  const kept = readSecretFile(file);
  if (kept !== null) return kept;
  const secret = randomBytes(SECRET_BYTES).toString('base64url');
  try {
    makeFolder(dirname(file), 0o700);
    // Whole or not at all: an empty file after a crash would lock everybody out.
    writeFileSync(`${file}.new`, secret, { mode: 0o600, flush: true });
    chmodSync(`${file}.new`, 0o600);
    renameSync(`${file}.new`, file);
  } catch (cause) {
    throw folderError(dirname(file), cause);
  }
  return secret;
}

/** The secret that the file holds, or null where there is none. */
export function readSecretFile(file: string): string | null {
  try {
    return readFileSync(file, 'utf8').trim() || null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw folderError(dirname(file), error);
  }
}
