import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRedis, startPrivateRedis } from '@tracedesk/platform';
import { startTestDatabaseServer } from '../../libs/testing/src/test-database-server.js';
import { POSTGRES, redisAt, type Backend } from './deadlines-desk.js';
import { drainRows } from './deadlines-drain.js';
import { latenessRow } from './deadlines-lateness.js';
import { pendingRows } from './deadlines-pending.js';
import type { BenchOptions, Row } from './rows.js';

/** How late, how fast and at what size deadlines are handled, on each backend; throws when one is handled twice or never. */
export async function deadlineRows(options: BenchOptions): Promise<Row[]> {
  const redis = findRedis(process.env['PATH'] ?? '');
  if (redis === null)
    process.stderr.write('There is no redis-server or valkey-server on the PATH: PostgreSQL alone is measured.\n');
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-bench-'));
  const server = redis && (await startPrivateRedis(redis, folder));
  // Under Jest the run has a server already.
  const stopDatabase =
    process.env['TRACEDESK_TEST_SERVER'] === undefined ? await startTestDatabaseServer({ durable: true }) : null;
  try {
    const backends: Backend[] = [...(server ? [redisAt(server.url)] : []), POSTGRES];
    const rows: Row[] = [];
    for (const backend of backends) rows.push(await latenessRow(backend, options));
    rows.push(...(await drainRows(server?.url ?? null, options)));
    rows.push(...(await pendingRows(backends, options)));
    return rows;
  } finally {
    await stopDatabase?.();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}
