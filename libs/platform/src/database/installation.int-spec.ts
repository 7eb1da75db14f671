import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { cloneTemplate, type TestClone } from '@tracedesk/testing/database';
import pg from 'pg';
import { DATABASE_ROLES, DatabaseAccess } from '../config/database-access.js';
import { PLATFORM_MIGRATIONS } from '../migrations/index.js';
import { checkDatabase, prepareDatabase, refuseOldServer, type InstallationKind } from './installation.adapter.js';
import { SILENT_ROLES } from './roles.js';

// Each of these makes a whole database, some of them three.
jest.setTimeout(60_000);

let empty: TestClone;

beforeEach(async () => {
  empty = await cloneTemplate({ bare: true });
});
afterEach(async () => {
  await empty.drop();
});

const prepare = (kind: InstallationKind, access = empty.access) =>
  prepareDatabase({ access, kind, migrations: PLATFORM_MIGRATIONS });

async function asSuperuser(...statements: string[]): Promise<pg.QueryResult[]> {
  const client = new pg.Client({ connectionString: empty.access.administratorUrl });
  await client.connect();
  try {
    const results = [];
    for (const statement of statements) results.push(await client.query(statement));
    return results;
  } finally {
    await client.end();
  }
}

describe('a database is refused', () => {
  it.each([12, 17])('when its server is PostgreSQL %i', async (version) => {
    const server = { query: async () => ({ rows: [{ version }] }) } as never;
    await expect(refuseOldServer(server)).rejects.toMatchObject({
      code: 'DATABASE_TOO_OLD',
      message: `The database server is PostgreSQL ${version}; the desk needs PostgreSQL 18 or newer.`,
    });
  });

  it('when it holds tables of something else', async () => {
    await asSuperuser('create table public.customers (id int)');
    await expect(prepare('server')).rejects.toMatchObject({ code: 'DATABASE_NOT_OURS' });
    const [schemas] = await asSuperuser(`select nspname from pg_namespace where nspname = 'desk'`);
    expect(schemas!.rows).toEqual([]);
  });

  it('when it is a demonstration and a server is wanted, and the reverse', async () => {
    await prepare('demonstration');
    await expect(prepare('server')).rejects.toMatchObject({ code: 'DATABASE_OF_ANOTHER_KIND' });
    await expect(checkDatabase(empty.access, 'server')).rejects.toMatchObject({ code: 'DATABASE_OF_ANOTHER_KIND' });
    await asSuperuser(`drop schema desk cascade`, 'drop schema bullmq cascade');
    await prepare('server');
    await expect(prepare('demonstration')).rejects.toMatchObject({ code: 'DATABASE_OF_ANOTHER_KIND' });
    await expect(checkDatabase(empty.access, 'server')).resolves.toBeUndefined();
  });

  it('when the clock of a server was replaced, or that of a demonstration was put back', async () => {
    await prepare('server');
    await asSuperuser(
      `create or replace function desk.desk_now() returns timestamptz language sql as 'select clock_timestamp() - interval ''1 day'''`,
    );
    await expect(prepare('server')).rejects.toMatchObject({ code: 'DATABASE_CLOCK_CHANGED' });
    await expect(checkDatabase(empty.access, 'server')).rejects.toMatchObject({ code: 'DATABASE_CLOCK_CHANGED' });
    await asSuperuser(
      `update desk.installation set kind = 'demonstration'`,
      `create or replace function desk.desk_now() returns timestamptz language sql as 'select clock_timestamp()'`,
    );
    await expect(prepare('demonstration')).rejects.toMatchObject({ code: 'DATABASE_CLOCK_CHANGED' });
  });

  it('when nobody answers there, without showing a password', async () => {
    const nowhere = new DatabaseAccess('server', 'postgres://admin:hidden@127.0.0.1:1/desk', { owner: 'hidden', app: 'hidden' });
    const error = (await prepare('server', nowhere).catch((e: unknown) => e)) as Error;
    expect(error).toMatchObject({ code: 'DATABASE_UNREACHABLE' });
    expect(error.message).toContain('127.0.0.1:1/desk');
    expect(`${error.message}${JSON.stringify(error)}`).not.toContain('hidden');
  });

  it('when it was never set up and this process does not do that', async () => {
    await prepare('server');
    await asSuperuser('truncate desk.installation');
    await expect(checkDatabase(empty.access, 'server')).rejects.toMatchObject({ code: 'DATABASE_NOT_PREPARED' });
  });

  it('when it lacks migrations whose tables this process works on, in one sentence', async () => {
    await prepare('server');
    await expect(checkDatabase(empty.access, 'server', PLATFORM_MIGRATIONS)).resolves.toBeUndefined();
    await asSuperuser(`delete from desk.migrations where name like 'Outbox%'`);
    await expect(checkDatabase(empty.access, 'server', PLATFORM_MIGRATIONS)).rejects.toMatchObject({
      code: 'DATABASE_OLDER',
      message: expect.stringMatching(/lacks 2 of the \d+ migrations that Tracedesk \S+ needs, Outbox[^\n]*\.$/),
    });
    await asSuperuser('drop table desk.migration_versions');
    await expect(checkDatabase(empty.access, 'server', PLATFORM_MIGRATIONS)).rejects.toMatchObject({ code: 'DATABASE_OLDER' });
  });

  it('when a migration of newer code forbids this one, by who prepares as well; without it the newer database is taken', async () => {
    await prepare('server');
    await asSuperuser(`insert into desk.migration_versions values ('Later1', '0.1.0')`);
    await expect(prepare('server')).resolves.toMatchObject({ created: false });
    await asSuperuser(`insert into desk.migration_versions values ('Later2', '99.0.0')`);
    const refused = {
      code: 'DATABASE_NEWER',
      message: expect.stringContaining('since Later2 it needs Tracedesk 99.0.0 or newer'),
    };
    await expect(prepare('server')).rejects.toMatchObject(refused);
    await expect(checkDatabase(empty.access, 'server', PLATFORM_MIGRATIONS)).rejects.toMatchObject(refused);
  });

  it('when its user may not set it up', async () => {
    await asSuperuser(
      `do $$ begin if not exists (select from pg_roles where rolname = 'a_guest') then create role a_guest login password 'guest'; end if; end $$`,
    );
    const url = new URL(empty.access.administratorUrl);
    url.username = 'a_guest';
    url.password = 'guest';
    const passwords = { owner: 'x', app: 'x' };
    await expect(prepare('server', new DatabaseAccess('server', url.href, passwords))).rejects.toMatchObject({
      code: 'DATABASE_RIGHTS_MISSING',
    });
  });
});

describe('a database is set up', () => {
  it('once, however many processes start at the same time, and again without a change', async () => {
    const results = await Promise.all([prepare('demonstration'), prepare('demonstration'), prepare('demonstration')]);
    expect(results.filter((result) => result.created)).toHaveLength(1);
    expect(results.map((result) => result.migrationsRun).sort()).toEqual([0, 0, PLATFORM_MIGRATIONS.length]);
    expect(await prepare('demonstration')).toEqual({ created: false, migrationsRun: 0 });
  });

  it('telling each migration that was run, once', async () => {
    const told: string[] = [];
    const preparing = {
      access: empty.access,
      kind: 'server',
      migrations: PLATFORM_MIGRATIONS,
      told: (name: string) => void told.push(name),
    } as const;
    await prepareDatabase(preparing);
    await prepareDatabase(preparing);
    expect(told.sort()).toEqual(PLATFORM_MIGRATIONS.map(({ name }) => name).sort());
  });

  it('beside others on the same server, with which it shares the roles', async () => {
    const others = await Promise.all([cloneTemplate({ bare: true }), cloneTemplate({ bare: true })]);
    try {
      const results = await Promise.all([empty, ...others].map(({ access }) => prepare('server', access)));
      expect(results.map(({ created }) => created)).toEqual([true, true, true]);
    } finally {
      await Promise.all(others.map((other) => other.drop()));
    }
  });

  it('to the end when the first attempt broke off half-way', async () => {
    await prepare('server');
    await asSuperuser('drop schema desk cascade', 'create schema desk authorization desk_owner');
    expect(await prepare('server')).toMatchObject({ created: true });
  });

  it('on a server that has no database of that name yet', async () => {
    await empty.drop();
    expect(await prepare('server')).toMatchObject({ created: true });
  });

  it('so that a server has no way to move the clock', async () => {
    await prepare('server');
    await expect(asSuperuser(`select desk.advance_desk_clock('1 day')`)).rejects.toMatchObject({ code: '42883' });
    const [clock] = await asSuperuser(`select abs(extract(epoch from desk.desk_now() - clock_timestamp())) < 1 as real`);
    expect(clock!.rows).toEqual([{ real: true }]);
  });

  it("so that a demonstration's clock moves, and only forward", async () => {
    await prepare('demonstration');
    await expect(asSuperuser(`select desk.advance_desk_clock('-1 day')`)).rejects.toMatchObject({ code: '22023' });
    await expect(asSuperuser(`select desk.advance_desk_clock('0')`)).rejects.toMatchObject({ code: '22023' });
    await asSuperuser(`select desk.advance_desk_clock('P7D')`, `select desk.advance_desk_clock('1 hour')`);
    const [clock] = await asSuperuser(
      `select round(extract(epoch from desk.desk_now() - clock_timestamp()) / 3600)::int as hours`,
    );
    expect(clock!.rows).toEqual([{ hours: 169 }]);
  });

  it('with nothing left to everybody: neither the database nor a table outside the desk', async () => {
    await prepare('server');
    const app = new pg.Client({ connectionString: empty.access.urlFor('app') });
    await app.connect();
    await expect(app.query('create temporary table mine (x int)')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('create table public.mine (x int)')).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });

  it('by a user who makes roles and owns the database, superuser or not', async () => {
    const name = new URL(empty.access.administratorUrl).pathname.slice(1);
    await asSuperuser(
      `do $$ begin if not exists (select from pg_roles where rolname = 'an_administrator') then create role an_administrator login createrole password 'admin'; end if; end $$`,
      `alter database ${name} owner to an_administrator`,
      // As if that user had made the roles: elsewhere in this run a superuser did.
      ...[...DATABASE_ROLES, ...SILENT_ROLES].map(
        (role) => `grant desk_${role} to an_administrator with admin true, inherit false, set false`,
      ),
    );
    const url = new URL(empty.access.administratorUrl);
    url.username = 'an_administrator';
    url.password = 'admin';
    const access = new DatabaseAccess('server', url.href, passwordsOf(empty.access));
    try {
      expect(await prepare('server', access)).toMatchObject({ created: true });
    } finally {
      await asSuperuser(
        `alter database ${name} owner to postgres`,
        'drop owned by an_administrator',
        'drop role an_administrator',
      );
    }
  });
});

function passwordsOf(access: DatabaseAccess) {
  return Object.fromEntries(DATABASE_ROLES.map((role) => [role, new URL(access.urlFor(role)).password]));
}
