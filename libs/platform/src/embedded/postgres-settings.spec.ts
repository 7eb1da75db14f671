import { describe, expect, it } from '@jest/globals';
import { POSTGRES_MAJOR, postgresArguments, SUPERUSER } from './postgres-settings.js';
import { diskFull, folderError, type StartError } from './start-error.js';

const settingsOf = (durable: boolean): Record<string, string> => {
  const [dash, data, ...rest] = postgresArguments('/srv/desk/postgres', 5433, durable);
  expect([dash, data, rest.filter((_, at) => at % 2 === 0).every((one) => one === '-c')]).toEqual([
    '-D',
    '/srv/desk/postgres',
    true,
  ]);
  return Object.fromEntries(
    rest
      .filter((_, at) => at % 2 === 1)
      .map((one) => {
        const [name = '', value = ''] = one.split(/=(.*)/s);
        return [name, value] as const;
      }),
  );
};

describe('the desk’s own PostgreSQL', () => {
  it('is reached from this machine only, with a password that it keeps as SCRAM, and counts in UTC', () => {
    expect(settingsOf(true)).toMatchObject({
      ...{ listen_addresses: '127.0.0.1', unix_socket_directories: '', password_encryption: 'scram-sha-256', port: '5433' },
      ...{ timezone: 'UTC', log_timezone: 'UTC' },
    });
  });

  it('writes down no value that a statement failed on', () => {
    expect(settingsOf(true)).toMatchObject({
      ...{ log_min_messages: 'log', log_min_error_statement: 'panic', log_error_verbosity: 'terse' },
      ...{ log_checkpoints: 'off', log_connections: '' },
    });
  });

  it('keeps to the memory that a desk has', () => {
    expect(settingsOf(true)).toMatchObject({
      ...{ max_connections: '40', shared_buffers: '24MB', huge_pages: 'off', work_mem: '4MB', maintenance_work_mem: '32MB' },
      ...{ max_wal_size: '256MB', io_method: 'sync', jit: 'off', max_worker_processes: '2', max_parallel_workers: '0' },
      ...{ max_logical_replication_workers: '0', autovacuum_max_workers: '1', autovacuum_worker_slots: '1' },
    });
    expect([POSTGRES_MAJOR, SUPERUSER]).toEqual(['18', 'postgres']);
  });

  it('loses nothing that was said to be stored, but where nothing has to last', () => {
    expect(
      Object.keys(settingsOf(true)).filter((name) => ['fsync', 'synchronous_commit', 'full_page_writes'].includes(name)),
    ).toEqual([]);
    expect(settingsOf(false)).toEqual({ ...settingsOf(true), fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' });
  });
});

describe('a folder that cannot be written to', () => {
  const told = (code: string) => folderError('/srv/desk', Object.assign(new Error('x'), { code })) as StartError;

  it.each([
    ['EACCES', 'permission denied'],
    ['EPERM', 'not permitted'],
    ['EROFS', 'the file system is read-only'],
    ['ENOENT', 'no folder can be made there'],
    ['ENOTDIR', 'a part of the path is not a folder'],
    ['EEXIST', 'a part of the path is not a folder'],
    ['ELOOP', 'its links go in a circle'],
    ['ENAMETOOLONG', 'the path is too long'],
  ])('for %s is told with the reason and what would help', (code, reason) => {
    const error = told(code);
    expect(error).toMatchObject({ code: 'FOLDER_NOT_WRITABLE', context: { folder: '/srv/desk' }, cause: { code } });
    expect(error.message).toBe(
      `The folder /srv/desk cannot be written to: ${reason}. Give another with DATA_DIR, or change its owner.`,
    );
  });

  it.each(['ENOSPC', 'EDQUOT'])('for %s is told as a disk that is full', (code) => {
    expect(told(code)).toMatchObject({ code: 'DISK_FULL', context: { folder: '/srv/desk' }, cause: { code } });
    expect(diskFull('/srv/desk').message).toBe('There is no space left on the disk that holds /srv/desk.');
  });

  it('for any other reason passes through as it is', () => {
    for (const cause of [Object.assign(new Error('x'), { code: 'EIO' }), new Error('ours')])
      expect(folderError('/srv/desk', cause)).toBe(cause);
  });
});
