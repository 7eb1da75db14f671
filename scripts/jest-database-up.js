import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.js';

/** Jest neither maps aliases nor transforms ESM here, hence the loader. */
export default async function databaseUp() {
  const server = await import('../libs/testing/src/test-database-server.ts');
  globalThis.tracedeskTestDatabaseDown = await server.startTestDatabaseServer();
  globalThis.tracedeskTestFolder = mkdtempSync(join(tmpdir(), 'tracedesk-run-'));
  // Root's PostgreSQL runs as nobody, who has to come through.
  chmodSync(globalThis.tracedeskTestFolder, 0o711);
  process.env[server.DEMONSTRATION_VARIABLE] = join(globalThis.tracedeskTestFolder, 'demonstration');
}
