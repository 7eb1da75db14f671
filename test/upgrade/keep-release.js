import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/**
 * Keeps what a release made, for the releases after it: `node test/upgrade/keep-release.js DATA_DIR VERSION`, beside a running demonstration
 * that was made by that release's own code. Writes a COPY of every table that holds rows, and the keys, to test/upgrade/VERSION.
 */
const [folder, version] = process.argv.slice(2);
if (folder === undefined || !/^\d+\.\d+\.\d+$/.test(version ?? '')) {
  console.error('node test/upgrade/keep-release.js DATA_DIR VERSION');
  process.exit(2);
}
const kept = new URL(`./${version}/`, import.meta.url).pathname;
rmSync(kept, { recursive: true, force: true });
for (const part of ['tables', 'keys']) mkdirSync(join(kept, part), { recursive: true });

const password = readFileSync(join(folder, 'keys/database/postgres.password'), 'utf8').trim();
const port = readFileSync(join(folder, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[3];
const client = new pg.Client(`postgres://postgres:${password}@127.0.0.1:${port}/tracedesk`);
await client.connect();
// The server writes the files itself, as whoever it runs as.
const open = mkdtempSync(join(tmpdir(), 'tracedesk-kept-'));
chmodSync(open, 0o777);
try {
  await client.query('begin isolation level repeatable read');
  const { rows } = await client.query(
    `select relname as name from pg_class where relnamespace = 'desk'::regnamespace and relkind = 'r' order by 1`,
  );
  for (const { name } of rows) {
    // Sessions and counters are of the day; whoever signs in makes new ones.
    if (['sessions', 'throttle_counters', 'idempotency_keys'].includes(name)) continue;
    const { rowCount } = await client.query(`copy desk.${name} to '${join(open, name)}' with (format text, header true)`);
    if (rowCount > 0) writeFileSync(join(kept, 'tables', `${name}.txt`), readFileSync(join(open, name)));
  }
  for (const key of readdirSync(join(folder, 'keys/states')))
    copyFileSync(join(folder, 'keys/states', key), join(kept, 'keys', key));
} finally {
  await client.end();
  rmSync(open, { recursive: true, force: true });
}
