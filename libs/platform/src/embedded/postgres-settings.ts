export const POSTGRES_MAJOR = '18';
/** Whoever makes roles and databases. The desk itself never works as it. */
export const SUPERUSER = 'postgres';

const SETTINGS: Readonly<Record<string, string>> = {
  // Reached from this machine only, and with a password.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The whole desk has 300 MB at rest: few connections, small caches, no helpers for work that one desk does not have.
  max_connections: '40',
  shared_buffers: '24MB',
  huge_pages: 'off',
  work_mem: '4MB',
  maintenance_work_mem: '32MB',
  max_wal_size: '256MB',
  io_method: 'sync',
  jit: 'off',
  max_worker_processes: '2',
  max_parallel_workers: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '1',
  // Messages of failed statements quote the values they failed on: they are told to the desk, not written down.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  log_connections: '',
};

const NOT_DURABLE: Readonly<Record<string, string>> = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The command line: settings given here stand above any file in the data folder. */
export function postgresArguments(data: string, port: number, durable: boolean): string[] {
  const settings = { ...SETTINGS, port: String(port), ...(durable ? {} : NOT_DURABLE) };
  return ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}
