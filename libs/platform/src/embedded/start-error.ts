import { CodedError } from '@tracedesk/kernel';

export type StartErrorCode =
  | 'NO_PLATFORM_PACKAGE'
  | 'FOLDER_NOT_WRITABLE'
  | 'FOLDER_IN_USE'
  | 'FOLDER_OF_ANOTHER_USER'
  | 'FOLDER_OF_ANOTHER_DESK'
  | 'FILES_MISSING'
  | 'DISK_FULL'
  | 'DATA_OF_ANOTHER_VERSION'
  | 'POSTGRES_NOT_STARTED'
  | 'REDIS_NOT_STARTED'
  | 'QUEUE_NOT_USABLE'
  | 'DATABASE_NOT_USABLE'
  | 'PORT_IN_USE'
  | 'ADDRESS_NOT_USABLE'
  | 'PASSWORD_MISSING';

/** Why a desk cannot start, in one sentence for the person who started it: what was found, and what would help. */
export class StartError extends CodedError<StartErrorCode> {}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ENOENT: 'no folder can be made there',
  ENOTDIR: 'a part of the path is not a folder',
  EEXIST: 'a part of the path is not a folder',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'the path is too long',
};

/** What went wrong with a folder the desk needs to write to. Other errors pass through as they are. */
export function folderError(folder: string, cause: unknown): unknown {
  const { code = '' } = cause as { code?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(folder, cause);
  const reason = SYSTEM_REASONS[code];
  if (reason === undefined) return cause;
  const message = `The folder ${folder} cannot be written to: ${reason}. Give another with DATA_DIR, or change its owner.`;
  return new StartError('FOLDER_NOT_WRITABLE', message, { folder }, { cause });
}

export function diskFull(folder: string, cause?: unknown): StartError {
  return new StartError('DISK_FULL', `There is no space left on the disk that holds ${folder}.`, { folder }, { cause });
}
