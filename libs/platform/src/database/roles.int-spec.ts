import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DatabaseRole } from '../config/database-access.js';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import pg from 'pg';
import { LOGIN_ROLES, SILENT_ROLES } from './roles.js';

let desk: TestDatabase;

beforeAll(async () => {
  desk = await openTestDatabase();
});
afterAll(async () => {
  await desk?.close();
});

async function as<T>(role: DatabaseRole, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: desk.access.urlFor(role) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const trying = (role: DatabaseRole, sql: string) => as(role, (client) => client.query(sql));
const PERMISSION_DENIED = { code: '42501' };

describe('what each role may not', () => {
  it.each([
    ['app', 'select * from outbox'],
    ['app', 'delete from outbox'],
    ['app', 'update record_keys set wrapped_key = wrapped_key'],
    ['app', 'update audit_entries set format = format'],
    ['app', 'delete from audit_parts'],
    ['app', 'update idempotency_keys set person_id = person_id'],
    ['app', 'update tracing_request_drafts set created_by = created_by'],
    ['app', 'update audit_entries set appended_in = appended_in'],
    [
      'app',
      `insert into audit_entries (id, state, object_kind, object_id, occurred_at, format, part_names, commitments)
       values (uuidv7(), 'QM', 'state', uuidv7(), '2020-01-01', 'x', '{}', '{}')`,
    ],
    ['app', 'update people set role = role'],
    ['app', 'update people set active = active'],
    [
      'app',
      `insert into people (state, sign_in_name, display_name, role, password_hash) values ('QM', 'x', 'X', 'operator', 'x')`,
    ],
    ['app', `insert into authority_members (state, person_id, authority_id) values ('QM', uuidv7(), uuidv7())`],
    ['app', 'delete from authority_members'],
    ['app', `insert into states (code, time_zone, officers_submit) values ('QM', 'UTC', true)`],
    ['app', 'update states set protocol_standing = protocol_standing'],
    ['administration', 'select * from tracing_requests'],
    ['administration', 'select * from tracing_request_drafts'],
    ['administration', 'select * from responses'],
    ['administration', 'select * from protected_parts'],
    ['administration', 'select * from record_keys'],
    ['administration', 'select * from audit_parts'],
    ['administration', 'select object_id from audit_entries'],
    ['administration', 'select token_hash from sessions'],
    ['administration', 'insert into disclosures default values'],
    ['administration', 'update people set role = role'],
    ['administration', 'update states set officers_submit = officers_submit'],
    ['administration', `insert into outbox (state, queue, job, payload) values ('QM', 'deadlines', 'x', '{}')`],
    [
      'administration',
      `insert into audit_entries (id, state, object_kind, object_id, format, part_names, commitments)
       values (uuidv7(), 'QM', 'tracing_request', uuidv7(), 'x', '{}', '{}')`,
    ],
    [
      'administration',
      `insert into audit_entries (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments)
       values (uuidv7(), 'QM', 'QN', 'person', uuidv7(), 'x', '{}', '{}')`,
    ],
    ['administration', 'set role desk_owner'],
    ['administration', 'set role desk_app'],
    ['app', 'update states set officers_submit = officers_submit'],
    ['app', 'update installation set kind = kind'],
    ['app', 'update desk_clock set shift = shift'],
    ['app', 'create table desk.mine (x int)'],
    ['app', 'alter table people disable row level security'],
    ['app', 'set role desk_owner'],
    ['app', 'set role desk_door'],
    ['app', 'set role desk_eraser'],
    ['app', 'select * from bullmq.anything'],
    ['relay', 'select * from protected_parts'],
    ['relay', 'select * from record_keys'],
    ['relay', 'select * from tracing_requests'],
    ['relay', 'select * from audit_entries'],
    ['relay', `insert into outbox (state, queue, job, payload) values ('QM', 'deadlines', 'x', '{}')`],
    ['sweeper', 'select * from protected_parts'],
    ['sweeper', 'select * from audit_parts'],
    ['sweeper', 'select * from people'],
    ['sweeper', 'select request_hash from idempotency_keys'],
    ['sweeper', 'select * from outbox'],
    ['sequencer', 'select * from audit_parts'],
    ['sequencer', 'select object_id from audit_entries'],
    ['sequencer', 'select * from tracing_requests'],
    ['queue', 'select * from desk.installation'],
    ['queue', 'select desk.desk_now()'],
    ['queue', 'create table bullmq.mine (x int)'],
    ['owner', 'set role desk_eraser'],
    ['owner', 'create role desk_friend'],
  ] as const)('%s: %s', async (role, sql) => {
    await expect(trying(role, sql)).rejects.toMatchObject(PERMISSION_DENIED);
  });

  it('an owner who looks sees no row of a State, not even through the door', async () => {
    await desk.superuser(
      `insert into people (state, sign_in_name, display_name, role, password_hash) values ('QM', 'officer', 'An Officer', 'tracing_officer', 'x')`,
    );
    expect((await trying('owner', 'select * from people')).rows).toEqual([]);
    expect((await trying('app', 'select * from people')).rows).toEqual([]);
    expect((await trying('app', `select display_name from person_by_name('QM', 'officer')`)).rows).toEqual([
      { display_name: 'An Officer' },
    ]);
  });

  it('no role sees past row security, makes roles or is a superuser; the door and the eraser sign in nowhere', async () => {
    const roles = await desk.superuser<{ name: string; mighty: boolean; login: boolean }>(
      `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty, rolcanlogin as login
         from pg_roles where rolname like 'desk\\_%' order by 1`,
    );
    expect(roles.filter((role) => role.mighty)).toEqual([]);
    expect(roles.filter((role) => !role.login).map((role) => role.name)).toEqual(['desk_door', 'desk_eraser']);
    expect(roles).toHaveLength(LOGIN_ROLES.length + SILENT_ROLES.length);
  });

  it('nobody is a member of anything, but for the owner of the door, without inheriting', async () => {
    const members = await desk.superuser(
      `select m.member::regrole::text as member, m.roleid::regrole::text as role, m.inherit_option as inherits
         from pg_auth_members m where m.roleid::regrole::text like 'desk\\_%' and not (select rolsuper from pg_roles r where r.oid = m.member)`,
    );
    expect(members).toEqual([{ member: 'desk_owner', role: 'desk_door', inherits: false }]);
  });

  it('functions that run as somebody else have a fixed search path and are executed by those named only', async () => {
    const functions = await desk.superuser<{ name: string; definer: boolean; path: string | null; everybody: boolean }>(
      `select p.proname as name, p.prosecdef as definer, (select c from unnest(p.proconfig) c where c like 'search_path=%') as path,
              has_function_privilege('public', p.oid, 'execute') as everybody
         from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'desk'`,
    );
    expect(functions.filter((f) => f.definer && f.path !== 'search_path=desk, pg_temp')).toEqual([]);
    expect(functions.filter((f) => f.everybody)).toEqual([]);
  });
});

describe('what the desk itself may not, in the State that it works for', () => {
  const inState = (work: (client: pg.Client) => Promise<unknown>) =>
    as('app', async (client) => {
      await client.query(`select set_config('desk.state', 'QM', false)`);
      return work(client);
    });
  const entry = (id: string) =>
    `insert into audit_entries (id, state, object_kind, object_id, format, part_names, commitments)
     values ('${id}', 'QM', 'state', '${id}', 'x', '{envelope,person}', '{a,b}')`;
  const part = (id: string, name: string, state = 'QM') =>
    `insert into audit_parts (entry_id, name, state, salt, content) values ('${id}', '${name}', '${state}', decode(repeat('00', 32), 'hex'), 'x')`;

  it('remove a session that has not ended', async () => {
    const [person] = await desk.superuser<{ id: string }>(
      `insert into people (state, sign_in_name, display_name, role, password_hash) values ('QM', 'sitting', 'A Person', 'auditor', 'x') returning id`,
    );
    await desk.superuser(
      `insert into sessions (token_hash, id, person_id, state, expires_at)
       select decode(repeat(b, 32), 'hex'), uuidv7(), $1, 'QM', clock_timestamp() + ends from (values ('01', interval '1 hour'), ('02', interval '-2 days')) s (b, ends)`,
      [person!.id],
    );
    await inState((client) => client.query('delete from sessions'));
    expect(await desk.superuser('select expires_at > clock_timestamp() as lives from sessions')).toEqual([{ lives: true }]);
  });

  it('ask for a job in the name of another State', async () => {
    const job = (state: string) => `insert into outbox (state, queue, job, payload) values ('${state}', 'notices', 'x', '{}')`;
    await inState((client) => client.query(job('QM')));
    await expect(inState((client) => client.query(job('QN')))).rejects.toMatchObject(PERMISSION_DENIED);
  });

  it('add a part to an entry that was written before, or of another State', async () => {
    const id = '01940000-0000-7000-8000-000000000001';
    await inState(async (client) => {
      await client.query('begin');
      await client.query(entry(id));
      await client.query('savepoint s');
      await client.query(part(id, 'envelope'));
      await client.query('commit');
      await expect(client.query(part(id, 'person'))).rejects.toMatchObject(PERMISSION_DENIED);
      await expect(client.query(part(id, 'person', 'QN'))).rejects.toMatchObject(PERMISSION_DENIED);
    });
    await expect(desk.superuser(part(id, 'person', 'QN'))).rejects.toMatchObject({ code: '23503' });
  });
});

describe('what each role may', () => {
  it('the queue reads and writes what BullMQ makes as owner, later too', async () => {
    await as('owner', (owner) => owner.query('create table bullmq.jobs (id bigserial primary key, data text)'));
    await trying('queue', `insert into jobs (data) values ('x')`);
    expect((await trying('queue', 'select data from jobs')).rows).toEqual([{ data: 'x' }]);
    await as('owner', (owner) => owner.query('drop table bullmq.jobs'));
  });
});
