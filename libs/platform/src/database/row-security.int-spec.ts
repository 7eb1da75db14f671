import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';

let desk: TestDatabase;

beforeAll(async () => {
  desk = await openTestDatabase();
});
afterAll(async () => {
  await desk?.close();
});

/** Every table of the schema, with the columns that name a State; a deadline's own `state` (runs, paused, …) is none. */
const TABLES = `
  select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced, pg_get_userbyid(c.relowner) as owner,
         (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
         array(select a.attname::text from pg_attribute a
                where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attname ~ '(^|_)state$' order by 1) as states
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'desk' and c.relkind in ('r', 'p')`;

/** What no State owns: read by all, or by nobody. A new table stands here with a reason, or under row security. */
const WITHOUT_A_STATE: Readonly<Record<string, string>> = {
  migrations: "TypeORM's list of what was run",
  migration_versions: 'of each migration the oldest code that can live with it',
  installation: 'one row: what kind of database this is',
  desk_clock: "one row: the shift of a demonstration's clock",
  throttle_counters: 'hashes of names and addresses, counted before anybody is known',
  write_probe: 'one row: when this database last took a write',
  states: 'the States themselves, read by all',
};

interface Table {
  readonly name: string;
  readonly forced: boolean;
  readonly owner: string;
  readonly policies: number;
  readonly states: readonly string[];
}

describe('row security', () => {
  it('is forced, with policies, on every table that names a State', async () => {
    const tables = await desk.superuser<Table>(TABLES);
    const open = tables.filter((table) => table.states.length > 0 && !(table.forced && table.policies > 0));
    expect(open.map((table) => table.name)).toEqual([]);
    expect(tables.filter((table) => table.states.length > 0).map((table) => table.name)).toEqual(
      expect.arrayContaining([
        'record_keys',
        'protected_parts',
        'outbox',
        'idempotency_keys',
        'audit_entries',
        'audit_parts',
        'people',
        'sessions',
      ]),
    );
  });

  it('is missing only where no row belongs to a State', async () => {
    const tables = await desk.superuser<Table>(TABLES);
    const open = tables.filter((table) => !table.forced && !(table.name in WITHOUT_A_STATE));
    expect(open.map((table) => table.name)).toEqual([]);
  });

  it('binds the owner too: no table belongs to a superuser or to a role that is used', async () => {
    const tables = await desk.superuser<Table>(TABLES);
    expect(new Set(tables.map((table) => table.owner))).toEqual(new Set(['desk_owner']));
  });

  it('gives no rows outside a unit of work, whatever the table', async () => {
    const readable = await desk.superuser<{ name: string }>(
      `select name from (${TABLES}) t where forced and has_table_privilege('desk_app', 'desk.' || quote_ident(name), 'select') and cardinality(states) > 0`,
    );
    expect(readable.length).toBeGreaterThan(3);
    for (const { name } of readable)
      expect([name, await desk.database.door(`select 1 from ${name} limit 1`)]).toEqual([name, []]);
  });

  it('says of every row that may be changed what it must still be afterwards', async () => {
    const policies = await desk.superuser<{ name: string; silent: boolean }>(
      `select tablename || '.' || policyname as name, with_check is null as silent
         from pg_policies where schemaname = 'desk' and cmd in ('UPDATE', 'ALL') order by 1`,
    );
    expect(policies.length).toBeGreaterThan(20);
    expect(policies.filter(({ silent }) => silent).map(({ name }) => name)).toEqual([]);
  });

  it('reads the State in the one form that an ended transaction cannot turn into an error', async () => {
    const policies = await desk.superuser<{ name: string; text: string }>(
      `select c.relname || '.' || p.polname as name, concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) as text
         from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'desk'`,
    );
    const settings = policies.flatMap(({ name, text }) =>
      (text.match(/.{0,10}current_setting\([^)]*\)/g) ?? []).map((found) => [name, found]),
    );
    expect(settings.filter(([, found]) => !/NULLIF\(current_setting\('desk\.state'::text, true\)/.test(found!))).toEqual([]);
  });

  it('keeps no State out of a unique key that several States fill', async () => {
    const uniques = await desk.superuser<{ name: string }>(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'desk' and c.relname <> 'migrations' and i.indisunique and not exists (
          select from unnest(i.indkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k
           where a.atttypid in ('uuid'::regtype, 'bytea'::regtype) or a.attname ~ '(^|_)state$')
        order by 1`,
    );
    // References are random; an audit entry's number is given by the sequencer, who sees them all; a bilateral profile is named after its two States.
    expect(uniques.map(({ name }) => name.replace(/^desk\./, '')).filter((name) => !HARMLESS.has(name))).toEqual([]);
  });
});

const HARMLESS = new Set([
  'installation_pkey',
  'migration_versions_pkey',
  'desk_clock_pkey',
  'write_probe_pkey',
  'states_pkey',
  'audit_entries_number_key',
  'tracing_requests_reference_key',
  'bilateral_profiles_profile_version_key',
  'bilateral_profiles_agreed',
  'bilateral_profiles_proposed',
]);
