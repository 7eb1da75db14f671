import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { DatabaseAccess, DatabaseRole } from '../config/database-access.js';
import { DatabaseError, sqlStateOf, withoutValues } from './database-error.js';
import { LOGIN_ROLES, QUEUE_SCHEMA, roleName, SCHEMA, SILENT_ROLES } from './roles.js';
import { scramVerifier } from './scram-verifier.adapter.js';

/** What waits on a person's answer: not longer than that person would. */
const WORKING_FOR_PEOPLE = [
  `search_path = ${SCHEMA}`,
  `statement_timeout = '15s'`,
  `lock_timeout = '10s'`,
  `idle_in_transaction_session_timeout = '30s'`,
  'jit = off',
];

/** Limits that keep one stuck statement from holding the others; the owner's migrations may take their time. */
const SETTINGS: Readonly<Record<DatabaseRole, readonly string[]>> = {
  owner: [`search_path = ${SCHEMA}`, `lock_timeout = '30s'`],
  app: WORKING_FOR_PEOPLE,
  administration: WORKING_FOR_PEOPLE,
  sweeper: [
    `search_path = ${SCHEMA}`,
    `statement_timeout = '60s'`,
    `lock_timeout = '10s'`,
    `idle_in_transaction_session_timeout = '60s'`,
    'jit = off',
  ],
  sequencer: [`search_path = ${SCHEMA}`, `idle_in_transaction_session_timeout = '60s'`, 'jit = off'],
  relay: [`search_path = ${SCHEMA}`, `idle_in_transaction_session_timeout = '60s'`, 'jit = off'],
  queue: [`search_path = ${QUEUE_SCHEMA}`],
};

const INSUFFICIENT_PRIVILEGE = '42501';
/** Roles belong to the whole server: another database of it is being set up at this moment (duplicate role, row changed under us, deadlock). */
const SET_UP_BESIDE_US: ReadonlySet<string> = new Set(['XX000', '23505', '42710', '40P01']);
const ATTEMPTS = 10;

/**
 * Makes the roles and schemas, with the passwords given, or brings them up to date; as a superuser or as a role that may create roles
 * and owns the database. None of the desk's roles is a superuser or sees past row security. Running it again changes nothing else.
 */
export async function bootstrapDatabase(administrator: Client, access: DatabaseAccess): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await administrator.query('begin');
      await makeRoles(administrator, access);
      await makeSchemas(administrator);
      await administrator.query('commit');
      break;
    } catch (error) {
      await administrator.query('rollback');
      const code = sqlStateOf(error) ?? '';
      if (code === INSUFFICIENT_PRIVILEGE) throw rightsMissing();
      if (!SET_UP_BESIDE_US.has(code) || attempt === ATTEMPTS) throw withoutValues(error);
      await sleep(Math.random() * 100 * attempt);
    }
  }
  await refuseTooMightyRoles(administrator);
}

async function makeRoles(administrator: Client, access: DatabaseAccess): Promise<void> {
  for (const role of LOGIN_ROLES) {
    await createRole(administrator, roleName(role), 'login');
    if (access.has(role)) {
      const verifier = escapeLiteral(scramVerifier(passwordOf(access, role)));
      await administrator.query(`alter role ${roleName(role)} password ${verifier}`);
    }
    for (const setting of SETTINGS[role]) await administrator.query(`alter role ${roleName(role)} set ${setting}`);
  }
  for (const role of SILENT_ROLES) await createRole(administrator, roleName(role), 'nologin');
  // Without `inherit false` the owner would also inherit the door's row policies, and read what only the look-ups may.
  await administrator.query('grant desk_door to desk_owner with inherit false, set true');
  await administrator.query(`do $$ begin
    if not (select rolsuper from pg_roles where rolname = current_user) then
      execute format('grant desk_owner to %I with inherit false, set true', current_user);
    end if;
  end $$`);
}

async function makeSchemas(administrator: Client): Promise<void> {
  for (const schema of [SCHEMA, QUEUE_SCHEMA]) {
    await administrator.query(`create schema if not exists ${schema} authorization desk_owner`);
  }
  const { rows } = await administrator.query<{ name: string }>('select current_database() as name');
  const database = escapeIdentifier(rows[0]!.name);
  await administrator.query(`revoke all on database ${database} from public`);
  await administrator.query(`grant connect on database ${database} to ${LOGIN_ROLES.map(roleName).join(', ')}`);
  // BullMQ's own migrations begin with `create schema if not exists`.
  await administrator.query(`grant create on database ${database} to desk_owner`);
}

async function createRole(administrator: Client, name: string, login: 'login' | 'nologin'): Promise<void> {
  await administrator.query(`do $$ begin
    if not exists (select from pg_roles where rolname = '${name}') then create role ${name} ${login} inherit; end if;
  end $$`);
}

/** Somebody may have given the roles more, to get something done: then row security would guard nothing. */
async function refuseTooMightyRoles(administrator: Client): Promise<void> {
  const { rows } = await administrator.query<{ rolname: string }>(
    'select rolname from pg_roles where rolname = any ($1) and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)',
    [[...LOGIN_ROLES, ...SILENT_ROLES].map(roleName)],
  );
  const [mighty] = rows;
  if (mighty) {
    throw new DatabaseError(
      'DATABASE_RIGHTS_MISSING',
      `The database role ${mighty.rolname} may do more than it should (superuser, bypassrls, createrole, createdb or replication). Take that from it.`,
    );
  }
}

function rightsMissing(): DatabaseError {
  return new DatabaseError(
    'DATABASE_RIGHTS_MISSING',
    'The user of DATABASE_URL may not set up the database. It must be a superuser, or have CREATEROLE and own the database.',
  );
}

function passwordOf(access: DatabaseAccess, role: DatabaseRole): string {
  return decodeURIComponent(new URL(access.urlFor(role)).password);
}
