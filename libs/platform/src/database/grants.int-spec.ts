import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { WANTED_EXECUTORS, WANTED_GRANTS } from './wanted-grants.js';

let desk: TestDatabase;

beforeAll(async () => {
  desk = await openTestDatabase();
});
afterAll(async () => {
  await desk?.close();
});

/** One right of one role: on a whole table or sequence, or on one of its columns. Its owner's are none of those that were granted. */
const GRANTED = `
  with thing as (
    select c.oid, c.relname, c.relkind, c.relowner, c.relacl
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'desk' and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  ), granted as (
    select thing.relname, thing.relowner, acl.grantee, acl.privilege_type, acl.is_grantable, null as attname
      from thing, aclexplode(thing.relacl) acl
    union all
    select thing.relname, thing.relowner, acl.grantee, acl.privilege_type, acl.is_grantable, a.attname
      from thing join pg_attribute a on a.attrelid = thing.oid and not a.attisdropped, aclexplode(a.attacl) acl
  )
  select relname as table, case grantee when 0 then 'everybody' else regexp_replace(pg_get_userbyid(grantee), '^desk_', '') end as role,
         lower(privilege_type) || case when is_grantable then ' to give on' else '' end as privilege, attname as column
    from granted where grantee <> relowner`;

const TABLES = `
  select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = 'desk' and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;

const EXECUTORS = `
  select p.proname as name,
         array(select case acl.grantee when 0 then 'everybody' else regexp_replace(pg_get_userbyid(acl.grantee), '^desk_', '') end
                 from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl where acl.grantee <> p.proowner) as executors
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'desk'`;

interface Right {
  readonly table: string;
  readonly role: string;
  readonly privilege: string;
  readonly column: string | null;
}

function sentenceOf({ table, role, privilege, column }: Right): string {
  return `${role} may ${privilege} ${column === null ? table : `${table}.${column}`}`;
}

/** `select, update (a, b)` as its single rights. */
function rightsIn(table: string, role: string, words: string): readonly Right[] {
  return [...words.matchAll(/(\w+)(?: \(([^)]*)\))?/g)].flatMap(([, privilege, columns]) =>
    (columns?.split(', ') ?? [null]).map((column) => ({ table, role, privilege: privilege!, column })),
  );
}

const wanted = Object.entries(WANTED_GRANTS)
  .flatMap(([table, grants]) => Object.entries(grants).flatMap(([role, words]) => rightsIn(table, role, words!)))
  .map(sentenceOf)
  .sort();

describe('what each role may do with each table', () => {
  it('is written down, table by table: none is missing, and none is told of that is gone', async () => {
    const tables = await desk.superuser<{ name: string }>(TABLES);
    expect(tables.map(({ name }) => name)).toEqual(Object.keys(WANTED_GRANTS).sort());
  });

  it('is what is written down and nothing else, of every table, role, right and column', async () => {
    const granted = (await desk.superuser<Right>(GRANTED)).map(sentenceOf).sort();
    expect(granted).toEqual(wanted);
  });

  it('is written down of every function too', async () => {
    const functions = await desk.superuser<{ name: string; executors: string[] }>(EXECUTORS);
    expect(Object.fromEntries(functions.map(({ name, executors }) => [name, executors.sort().join(' ')]))).toEqual(
      WANTED_EXECUTORS,
    );
  });
});
