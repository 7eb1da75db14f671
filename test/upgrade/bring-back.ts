import { chmodSync, copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDatabase, prepareDatabase } from '@tracedesk/platform';
import { cloneTemplate, type TestClone } from '@tracedesk/testing/database';
import pg from 'pg';
import { MIGRATIONS } from '../../apps/desk/src/rooms.js';

/** The releases whose databases are kept here, oldest first. */
export const RELEASES = readdirSync(fileURLToPath(new URL('./', import.meta.url)))
  .filter((name) => /^\d+\.\d+\.\d+$/.test(name))
  .sort();

/** A release's database as it was kept, with its keys; `upgrade` runs what was written since. */
export interface KeptRelease {
  readonly clone: TestClone;
  readonly keysFolder: string;
  upgrade(): Promise<readonly string[]>;
  drop(): Promise<void>;
}

/** Makes the release's own tables by the migrations that it had run, and fills them with its rows. */
export async function bringBack(release: string): Promise<KeptRelease> {
  const folder = fileURLToPath(new URL(`./${release}/`, import.meta.url));
  const had = new Set(
    readFileSync(join(folder, 'tables/migrations.txt'), 'utf8')
      .split('\n')
      .map((line) => line.split('\t')[2]),
  );
  const clone = await cloneTemplate({ bare: true });
  const ofRelease = MIGRATIONS.filter(({ name }) => had.has(name));
  await prepareDatabase({ access: clone.access, kind: 'demonstration', migrations: ofRelease });
  await fill(clone, join(folder, 'tables'));
  const keysFolder = mkdtempSync(join(tmpdir(), 'tracedesk-keys-'));
  cpSync(join(folder, 'keys'), join(keysFolder, 'states'), { recursive: true });
  // A checkout opens files to others; a desk refuses such a key.
  for (const key of readdirSync(join(keysFolder, 'states'))) chmodSync(join(keysFolder, 'states', key), 0o600);
  return {
    clone,
    keysFolder,
    upgrade: () => migrateDatabase(clone.access, MIGRATIONS),
    drop: async () => {
      await clone.drop();
      rmSync(keysFolder, { recursive: true, force: true });
    },
  };
}

/** The server reads the files itself, as whoever it runs as: from a folder that all can reach. */
async function fill(clone: TestClone, tables: string): Promise<void> {
  const open = mkdtempSync(join(tmpdir(), 'tracedesk-release-'));
  chmodSync(open, 0o755);
  const client = new pg.Client({ connectionString: clone.access.administratorUrl });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica');
    for (const file of readdirSync(tables)) {
      const table = `desk.${file.replace(/\.txt$/, '')}`;
      copyFileSync(join(tables, file), join(open, file));
      chmodSync(join(open, file), 0o644);
      await client.query(`delete from ${table}`);
      await client.query(`copy ${table} from '${join(open, file)}' with (format text, header match)`);
    }
    await client.query(`select setval(pg_get_serial_sequence('desk.migrations', 'id'), (select max(id) from desk.migrations))`);
  } finally {
    await client.end();
    rmSync(open, { recursive: true, force: true });
  }
}
