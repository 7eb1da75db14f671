import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';

/**
 * What reading leaves behind. A link in mail, a chat or a document is followed with the session (`SameSite=Lax`), so whoever writes the link
 * chooses when an officer reads: it may leave nothing but this.
 */
const LEFT_BY_READING: Readonly<Record<string, string>> = {
  'sessions UPDATE': 'when the session was last used, at most once a minute: it ends after an hour without',
  'audit_entries INSERT': 'an entry that something was asked for and denied: so it was, whoever wrote the link',
  'audit_parts INSERT': 'the parts of that entry',
  'disclosures INSERT within a sitting':
    'which requests a chain showed, under the purpose that its reader stated for the case by a POST',
  'denied_reads INSERT': 'how often, so that many denials are one entry',
  'denied_reads UPDATE': 'how often, so that many denials are one entry',
};
/** What is entered of reading: denials, and the requests that a chain showed under a purpose that was stated for its case. */
const ENTERED = ['action.denied', 'disclosure.opened', 'read.denied'];

/** Of some 120: fewer would mean that the walk had lost what there is to show. */
const LEAST_SHOWN = 75;

interface Left {
  readonly table: string;
  readonly op: string;
  readonly entry: string | null;
}
type Body = Record<string, unknown>;

const PEOPLE: readonly (readonly [state: string, name: string])[] = [
  ['QR', 'officer'],
  ['QM', 'officer'],
  ['QR', 'administrator'],
  ['QR', 'supervisor'],
];
/** What an address must say behind its question mark to be answered. */
const ASKED_WITH: Readonly<Record<string, string>> = { '/api/v1/contact-points': '?code=QM' };
const NOBODY = '00000000-0000-4000-8000-000000000000';

let desk: TestDesk;
let routes: readonly string[];
/** What may stand at each place of an address. */
const ids: Record<string, readonly string[]> = {};
const tokens = new Map<string, string>();

beforeAll(async () => {
  desk = await openTestDesk({ doors: 'desk' });
  routes = getRoutes();
  for (const person of PEOPLE) await tokenOf(...person);
  await everythingToRead();
  await watchRows();
}, 180_000);
afterAll(() => desk?.close());

describe('following a link', () => {
  const left = new Map<string, Set<string>>();
  const entered = new Set<string>();
  const shown = new Set<string>();

  beforeAll(async () => {
    for (const route of routes)
      for (const path of pathsOf(route))
        for (const person of PEOPLE) {
          const { status, rows } = await followed(path, person);
          if (status >= 500) throw new Error(`${path} is broken`);
          if (status < 400) shown.add(route);
          for (const { table, op, entry } of rows) {
            note(left, `${table} ${op}`, route);
            if (entry !== null) entered.add(entry);
          }
        }
  }, 240_000);

  it('changes no row but those that reading leaves behind, wherever it leads', () => {
    const others = [...left].filter(([change]) => !(change in LEFT_BY_READING));
    expect(Object.fromEntries(others.map(([change, by]) => [change, [...by]]))).toEqual({});
  });

  it('is entered where it was denied or showed what a stated purpose opens, and as no other act', () => {
    expect([...entered].sort()).toEqual(ENTERED);
  });

  it('was tried where there is something to show', () => {
    expect(routes.length).toBeGreaterThan(110);
    expect(shown.size).toBeGreaterThan(LEAST_SHOWN);
  });
});

function note(map: Map<string, Set<string>>, key: string, value: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(value));
}

/** Every GET of the pages and of the API, as their controllers declare them. */
function getRoutes(): readonly string[] {
  const found = new Set<string>();
  for (const module of desk.app.get(ModulesContainer).values())
    for (const { metatype } of module.controllers.values()) {
      if (!metatype) continue;
      const bases = [Reflect.getMetadata(PATH_METADATA, metatype) as string | string[]].flat();
      const prototype = metatype.prototype as Record<string, unknown>;
      for (const name of Object.getOwnPropertyNames(prototype)) {
        const handler = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
        if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) continue;
        for (const base of bases)
          for (const path of [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat())
            found.add(`/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1'));
      }
    }
  return [...found].sort();
}

/** The addresses that a route has here: one for each thing that may stand at each of its places. */
function pathsOf(route: string): readonly string[] {
  const subject = route.replace('/api/v1', '').split('/')[1] ?? '';
  let paths = [route];
  for (const [place, name = ''] of route.matchAll(/:(\w+)/g)) {
    const there = (name === 'id' ? ids[subject] : ids[name]) ?? [NOBODY];
    paths = paths.flatMap((path) => there.map((one) => path.replace(place, one)));
  }
  return paths.map((path) => path + (ASKED_WITH[route] ?? ''));
}

async function followed(path: string, person: readonly [string, string]): Promise<{ status: number; rows: readonly Left[] }> {
  const session = await tokenOf(...person);
  await desk.database.superuser('truncate row_changes');
  const answer = await desk.app.inject({
    method: 'GET',
    url: path,
    headers: { cookie: `desk_session=${session}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  });
  const rows = await desk.database.superuser<Left>('select "table", op, entry from row_changes');
  return { status: answer.statusCode, rows };
}

/** Every row that is inserted, changed or deleted is noted, in whatever table of the desk. */
async function watchRows(): Promise<void> {
  const { superuser } = desk.database;
  await superuser('create table row_changes ("table" text not null, op text not null, entry text)');
  await superuser(`create function note_row_change() returns trigger language plpgsql security definer set search_path = desk as $$
    begin
      insert into row_changes values (tg_table_name,
        tg_op || case when tg_table_name = 'disclosures' and to_jsonb(new) ->> 'within' is not null then ' within a sitting' else '' end, case when tg_table_name = 'audit_parts' and to_jsonb(new) ->> 'name' = 'envelope'
        then substring(convert_from((to_jsonb(new) ->> 'content')::bytea, 'UTF8') from '"action":"([^"]*)"') end);
      return null;
    end $$`);
  const tables = await superuser<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'desk' and tablename <> 'row_changes'`,
  );
  for (const { name } of tables)
    await superuser(
      `create trigger note_row_change after insert or update or delete on "${name}" for each row execute function note_row_change()`,
    );
}

/** A request at several stages, a case, a consent, an office, a practice and whatever else has an address, with sittings in which content is open. */
async function everythingToRead(): Promise<void> {
  const walk = new TracingWalk(desk);
  const acknowledged = await walk.acknowledged();
  const answered = acknowledged.id as string;
  const requests = [(await walk.drafted()).id as string, (await walk.submitted()).id as string, answered];
  const item = { kind: 'export', finding: 'TRANSFERRED_TO_STATE', state: 'QS', details: 'Exported.', restrictions: ['15c'] };
  await call(['QM', 'officer'], `/tracing-requests/${answered}/respond`, { kind: 'full', items: [item] }, acknowledged.version);
  Object.assign(ids, {
    'tracing-requests': requests,
    code: ['QM'],
    state: ['QM'],
    clock: ['response'],
    section: ['firearm'],
    act: ['grant', 'withdraw'],
    file: ['desk.css'],
  });
  // The requested State reads; at the requesting State no sitting is open, and none may be opened by a link.
  for (const state of ['QM'] as const)
    for (const id of requests.slice(1))
      await call([state, 'officer'], '/disclosures', {
        subject: { kind: 'tracing_request', id },
        purpose: 'assigned_task',
        justification: 'To read it.',
      });
  const asked = {
    use: 'onward_release',
    names: ['1.1'],
    purpose: 'To ask on.',
    reasons: 'It leads there.',
    recipient: { state: 'QS' },
  };
  ids['consents'] = [String((await call(['QR', 'officer'], '/consents', { ...asked, requestId: answered }))['id'])];
  const weapon = await call(['QR', 'officer'], '/cases', { requestIds: [answered], manner: 'seized', uniquelyMarked: true });
  ids['cases'] = [String(weapon['id'])];
  await call(['QR', 'officer'], '/disclosures', {
    subject: { kind: 'weapon_case', id: weapon['id'] },
    purpose: 'assigned_task',
    justification: 'To read it.',
  });
  const office = { office: 'Tracing', email: 'tracing@office.example', languages: ['en'], validFrom: '2020-01-01' };
  ids['contact-points'] = [String((await call(['QR', 'administrator'], '/contact-points', office))['id'])];
}

async function call(person: readonly [string, string], path: string, payload: Body, version?: number): Promise<Body> {
  const headers = {
    authorization: `Bearer ${await tokenOf(...person)}`,
    'idempotency-key': randomUUID(),
    ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  };
  const answer = await desk.app.inject({ method: 'POST', url: `/api/v1${path}`, headers, payload });
  if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
  return JSON.parse(answer.body) as Body;
}

async function tokenOf(state: string, name: string): Promise<string> {
  const known = tokens.get(`${state}/${name}`);
  if (known) return known;
  const { password } = desk.demonstration;
  const answer = await desk.app.inject({ method: 'POST', url: '/api/v1/session', payload: { state, name, password } });
  const { token } = JSON.parse(answer.body) as { token: string };
  tokens.set(`${state}/${name}`, token);
  return token;
}
