import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DATABASE_ROLES, DatabaseAccess, prepareDatabase, startEmbeddedPostgres, type Preparation } from '@tracedesk/platform';
import pg from 'pg';
import { TEMPLATE, TEST_SERVER_VARIABLE, type TestServer } from './test-database-connection.js';

export { DEMONSTRATION_VARIABLE } from './test-database-connection.js';

type Migration = Preparation['migrations'][number];

/**
 * Starts one PostgreSQL for a run of Jest and migrates a template once; each spec file clones it. What the files need stands in an
 * environment variable that Jest's workers inherit. Gives the function that stops it. `durable`: it waits for the disk, as a desk's own does.
 */
export async function startTestDatabaseServer({ durable = false }: { readonly durable?: boolean } = {}): Promise<
  () => Promise<void>
> {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-postgres-'));
  const postgres = await startEmbeddedPostgres({ folder, passwordFile: join(folder, 'superuser'), durable });
  const stop = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const passwords = Object.fromEntries(
      DATABASE_ROLES.map((role) => [role, randomBytes(12).toString('hex')]),
    ) as TestServer['passwords'];
    const server: TestServer = { url: postgres.url, passwords };
    await prepareDatabase({
      access: new DatabaseAccess('server', urlOf(server, TEMPLATE), passwords),
      kind: 'demonstration',
      migrations: await everyMigration(),
    });
    await closeTemplate(server);
    process.env[TEST_SERVER_VARIABLE] = JSON.stringify(server);
  } catch (error) {
    await stop();
    throw error;
  }
  return async () => {
    delete process.env[TEST_SERVER_VARIABLE];
    await stop();
  };
}

/** From the files themselves: a room that forgets to list one is found out by its own specs, not by the template. */
export async function everyMigration(): Promise<readonly Migration[]> {
  const libs = fileURLToPath(new URL('../../', import.meta.url));
  const files = readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^[a-z]+\/src\/.*\.migration\.ts$/.test(file),
  );
  const modules = await Promise.all(
    files.sort().map(async (file) => (await import(pathToFileURL(libs + file).href)) as Record<string, unknown>),
  );
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value): value is Migration => typeof value === 'function' && /\d{13}$/.test(value.name));
}

function urlOf(server: TestServer, database: string): string {
  const url = new URL(server.url);
  url.pathname = `/${database}`;
  return url.href;
}

/** PostgreSQL copies only what nobody is connected to. */
async function closeTemplate(server: TestServer): Promise<void> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`alter database ${TEMPLATE} with is_template true allow_connections false`);
  await client.end();
}
