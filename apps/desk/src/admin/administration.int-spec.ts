import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadContactPoints } from '@tracedesk/directory';
import { CreatePerson } from '@tracedesk/identity';
import { stateCode } from '@tracedesk/kernel';
import { DATABASE_ROLES } from '@tracedesk/platform';
import { cloneTemplate, type TestClone } from '@tracedesk/testing/database';
import pg from 'pg';
import { readAdminArguments } from './admin-arguments.js';
import { perform, type Answer } from './admin-commands.adapter.js';
import { openAdministration, type Administration } from './administration.adapter.js';

let clone: TestClone;
let folder: string;
let administration: Administration;

/** A real desk's database, as the administrator of a server has it: empty. */
beforeAll(async () => {
  clone = await cloneTemplate({ bare: true });
  folder = mkdtempSync(join(tmpdir(), 'tracedesk-admin-'));
  administration = await openAdministration(environment());
}, 60_000);
afterAll(async () => {
  await administration?.close();
  await clone.drop();
  rmSync(folder, { recursive: true, force: true });
});

function environment(): Record<string, string> {
  const passwords = DATABASE_ROLES.map((role) => [
    `DESK_${role.toUpperCase()}_PASSWORD`,
    decodeURIComponent(new URL(clone.access.urlFor(role)).password),
  ]);
  return {
    ...(Object.fromEntries(passwords) as Record<string, string>),
    DATABASE_URL: clone.access.administratorUrl,
    DATA_DIR: folder,
  };
}

async function admin(line: string, by = administration): Promise<Answer> {
  const read = readAdminArguments(line.split(' '));
  if (!read.ok) throw new Error(read.complaint);
  if (read.command.name === 'zone-data') throw new Error('Zone data are no matter of the database.');
  return perform(by, read.command);
}

async function rows<Row>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: clone.access.administratorUrl });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
  }
}

describe('beginning a real desk', () => {
  it('refuses a State that does not exist, and one of the demonstration', async () => {
    expect(await admin('create-state XX --time-zone Europe/Zurich')).toEqual({
      ok: false,
      says: 'XX is not the code of a State that this desk knows.',
    });
    expect(await admin('create-state QM --time-zone Europe/Zurich')).toMatchObject({ ok: false });
  });

  it('refuses a time zone that does not exist', async () => {
    const { ok, says } = await admin('create-state CH --time-zone Europe/Bern');
    expect([ok, says]).toEqual([
      false,
      '--time-zone Europe/Bern is no name of the IANA time zone database: give an area and a city, such as Europe/Zurich.',
    ]);
  });

  it('refuses people of a State that is not there yet', async () => {
    expect(await admin('create-administrator FR claire')).toEqual({
      ok: false,
      says: 'FR is not on this desk yet: create-state FR comes first.',
    });
  });

  it('lets a State join, with a key that nobody else can read, and once only', async () => {
    expect(await admin('create-state CH --time-zone Europe/Zurich --officers-submit')).toMatchObject({ ok: true });
    expect(statSync(join(folder, 'keys', 'states', 'CH.key')).mode & 0o777).toBe(0o600);
    expect(await rows('select * from desk.states')).toMatchObject([{ code: 'CH', officers_submit: true, demonstration: false }]);
    expect(await admin('create-state CH --time-zone Europe/Zurich')).toEqual({ ok: false, says: 'CH is on the desk already.' });
  });

  it('makes an administrator with a password that is shown once and stored nowhere', async () => {
    const { ok, says } = await admin('create-administrator CH anna');
    const password = /: (\S+)$/.exec(says)?.[1];
    expect([ok, password]).toEqual([true, expect.stringMatching(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)]);
    const [person] = await rows<{ everything: string }>('select people::text as everything from desk.people');
    expect(person!.everything).toContain('administrator');
    expect(person!.everything).not.toContain(password);
    expect(await admin('create-administrator CH anna')).toMatchObject({ ok: false });
    expect(await admin('create-administrator CH 1anna')).toMatchObject({ ok: false });
  });

  it('gives a new password to whom there is, and says so where there is nobody', async () => {
    expect(await admin('reset CH nobody')).toEqual({ ok: false, says: 'CH has nobody called nobody.' });
    expect(await admin('reset CH anna')).toMatchObject({ ok: true });
    expect(await admin('disable CH anna')).toMatchObject({ ok: true });
  });

  it('names the office that answers', async () => {
    expect(await admin('add-contact-point CH --office Fedpol --email tracing@fedpol.example --languages de,fr')).toMatchObject({
      ok: true,
    });
  });

  it('records of a State and the Firearms Protocol what a source says, and of which day', async () => {
    const said = '--standing party --source UNTC:XVIII-12-c --as-of 2026-01-31 --deposited-on 2012-11-29';
    expect(await admin(`record-firearms-protocol CH ${said}`)).toEqual({
      ok: true,
      says: 'The directory says of Switzerland and the Firearms Protocol: party, as of 2026-01-31.',
    });
    const { rooms } = administration;
    const found = await rooms
      .get(ReadContactPoints)
      .ofState({ kind: 'process', name: 'administration', state: stateCode('CH') }, stateCode('CH'));
    expect(found).toMatchObject({
      value: {
        firearmsProtocol: { standing: 'party', depositedOn: '2012-11-29', source: 'UNTC:XVIII-12-c', asOf: '2026-01-31' },
      },
    });
  });

  it('says to which authorities of its State a person belongs, each once however it is written', async () => {
    expect(await admin('set-authorities CH anna --authorities Fedpol;Customs;fedpol')).toEqual({
      ok: true,
      says: 'anna of CH belongs to: Customs; Fedpol.',
    });
    expect(await admin('set-authorities CH nobody --authorities Fedpol')).toEqual({
      ok: false,
      says: 'CH has nobody called nobody.',
    });
    expect(await admin('set-authorities CH anna --authorities ;')).toEqual({
      ok: true,
      says: 'anna of CH belongs to no authority.',
    });
  });

  it('enters each of these acts, and each denial', async () => {
    const entries = await rows<{ action: string; capacity: string }>(
      `select e ->> 'action' as action, e ->> 'capacity' as capacity
         from (select convert_from(content, 'UTF8')::jsonb as e, entry_id from desk.audit_parts where name = 'envelope') entry order by entry_id`,
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'state.created',
      'action.denied',
      'person.created',
      'action.denied',
      'action.denied',
      'password.reset',
      'person.disabled',
      'contact_point.added',
      'state.firearms_protocol_recorded',
      'person.authorities_set',
      'action.denied',
      'person.authorities_set',
    ]);
    expect(new Set(entries.map(({ capacity }) => capacity))).toEqual(new Set(['administration']));
  });

  it('finds everything there when it comes back', async () => {
    const again = await openAdministration(environment());
    expect(again.rooms.get(CreatePerson)).toBeDefined();
    await again.close();
  });
});

describe('administering from a machine of its own', () => {
  it('needs, once the desk is prepared, the password of the administration’s own role and no other', async () => {
    const url = new URL(clone.access.administratorUrl);
    const { DESK_ADMINISTRATION_PASSWORD = '' } = environment();
    const closed = { DATABASE_URL: `postgres://${url.host}${url.pathname}`, DATA_DIR: folder };
    await expect(openAdministration(closed)).rejects.toMatchObject({
      code: 'PASSWORD_MISSING',
      message: expect.stringContaining('DESK_ADMINISTRATION_PASSWORD'),
    });
    const alone = await openAdministration({ ...closed, DESK_ADMINISTRATION_PASSWORD });
    try {
      expect(await admin('create-person CH berta --role auditor', alone)).toMatchObject({ ok: true });
      expect(await admin('disable CH berta', alone)).toMatchObject({ ok: true });
    } finally {
      await alone.close();
    }
  });
});

describe('a folder without a desk', () => {
  it('is told in one sentence', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'tracedesk-empty-'));
    await expect(openAdministration({ DATA_DIR: empty })).rejects.toMatchObject({ code: 'NO_DESK_HERE' });
    rmSync(empty, { recursive: true });
  });
});
