import { describe, expect, it } from '@jest/globals';
import { diskFull, folderError, StartError } from './start-error.js';

const failing = (code: string) => Object.assign(new Error(code), { code });

describe('a folder that the desk cannot write to', () => {
  it.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'not permitted'],
    ['EROFS', 'the file system is read-only'],
    ['ENOENT', 'no folder can be made there'],
    ['ENOTDIR', 'a part of the path is not a folder'],
    ['EEXIST', 'a part of the path is not a folder'],
    ['ELOOP', 'its links go in a circle'],
    ['ENAMETOOLONG', 'the path is too long'],
  ])('is named with what the system said, and what would help: %s', (code, reason) => {
    const cause = failing(code);
    const error = folderError('/data', cause) as StartError;
    expect(error).toBeInstanceOf(StartError);
    expect(error).toMatchObject({ code: 'FOLDER_NOT_WRITABLE', context: { folder: '/data' }, cause });
    expect(error.message).toBe(
      `The folder /data cannot be written to: ${reason}. Give another with DATA_DIR, or change its owner.`,
    );
  });

  it.each(['ENOSPC', 'EDQUOT'])('has no space left: %s', (code) => {
    const cause = failing(code);
    expect(folderError('/data', cause)).toMatchObject({ code: 'DISK_FULL', context: { folder: '/data' }, cause });
  });

  it('is not blamed for other faults', () => {
    for (const cause of [failing('EMFILE'), new TypeError('no')]) expect(folderError('/data', cause)).toBe(cause);
  });

  it('is said to be full in one sentence', () => {
    expect(diskFull('/data').message).toBe('There is no space left on the disk that holds /data.');
  });
});
