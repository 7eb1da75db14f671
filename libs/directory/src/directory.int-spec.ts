import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AUDIT_EVENTS, AuditLog, EventCatalogue } from '@tracedesk/audit';
import { isTimeZone, ok, stateCode, type DeskProcess, type StateCode } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DIRECTORY_EVENTS } from './directory.events.js';
import { ContactPointReview } from './contact-point-review.processor.js';
import { ContactPoints } from './contact-points.repository.js';
import { Directory } from './directory.service.js';
import { stateSubject } from './state-subject.js';
import { AddContactPoint } from './use-cases/add-contact-point.service.js';
import { AmendContactPoint } from './use-cases/amend-contact-point.service.js';
import { ConfirmContactPoint } from './use-cases/confirm-contact-point.service.js';
import { CreateState } from './use-cases/create-state.service.js';
import { EndContactPoint } from './use-cases/end-contact-point.service.js';
import { ReadContactPoints } from './use-cases/read-contact-points.service.js';

const [QM, QN, QZ] = [stateCode('QM'), stateCode('QN'), stateCode('QZ')];
const administrationOf = (state: StateCode): DeskProcess => ({ kind: 'process', name: 'administration', state });
/** Connects as people do. */
const upkeepOf = (state: StateCode): DeskProcess => ({ kind: 'process', name: 'upkeep', state });

let desk: TestDatabase;
let directory: Directory;
let audit: AuditLog;
let add: AddContactPoint;
let end: EndContactPoint;
let create: CreateState;
let amend: AmendContactPoint;
let confirm: ConfirmContactPoint;
let read: ReadContactPoints;

beforeAll(async () => {
  desk = await openTestDatabase({ states: [] });
  audit = new AuditLog(new EventCatalogue([...AUDIT_EVENTS, ...DIRECTORY_EVENTS]), desk.stateKeys);
  directory = new Directory(desk.database);
  add = new AddContactPoint(desk.work, audit, new ContactPoints());
  end = new EndContactPoint(desk.work, audit, new ContactPoints());
  amend = new AmendContactPoint(desk.work, audit, new ContactPoints());
  confirm = new ConfirmContactPoint(desk.work, audit, new ContactPoints());
  read = new ReadContactPoints(desk.work, directory, new ContactPoints());
  create = new CreateState(desk.work, audit, desk.stateKeys);
  await create.execute(administrationOf(QM), { code: QM, timeZone: 'Pacific/Kiritimati', officersSubmit: true });
  await create.execute(administrationOf(QN), { code: QN, timeZone: 'Europe/Oslo', officersSubmit: false });
});
afterAll(async () => desk.close());

async function anOffice(state: StateCode, validFrom = '2026-01-01', validUntil: string | null = null): Promise<string> {
  const office = {
    office: 'Firearms Desk',
    email: 'tracing@desk.example',
    telephone: null,
    languages: ['en'],
    validFrom,
    validUntil,
  };
  const added = await add.execute(upkeepOf(state), office);
  if (!added.ok) throw new Error(added.denial.code);
  return added.value.id;
}

async function answeringFor(state: StateCode, on: string): Promise<string[]> {
  const points = await desk.work.read(upkeepOf(QN), (tx) => directory.activeContactPoints(tx, state, new Date(on)));
  return points.map(({ id }) => id);
}

describe('the zone of a State', () => {
  it('may be any that PostgreSQL names too: two programs that count days know the same zones', async () => {
    const named = await desk.superuser<{ name: string }>(
      `select name from pg_timezone_names where name !~ '^(posix|right)/' and name not in ('Factory', 'posixrules', 'localtime')`,
    );
    expect(named.length).toBeGreaterThan(400);
    expect(named.map(({ name }) => name).filter((name) => !isTimeZone(name))).toEqual([]);
    const known = new Set(named.map(({ name }) => name));
    expect(Intl.supportedValuesOf('timeZone').filter((zone) => isTimeZone(zone) && !known.has(zone))).toEqual([]);
  });

  it.each(['IST', 'MIT', '+02:00', 'Mars/Olympus'])('is refused as %s, with the field and what was found', async (timeZone) => {
    expect(await create.execute(administrationOf(QZ), { code: QZ, timeZone, officersSubmit: true })).toMatchObject({
      denial: { code: 'TIME_ZONE_UNKNOWN', field: 'timeZone', details: { found: timeZone } },
    });
  });

  it('is nobody else’s trouble where an old entry names none: its own days are those of UTC until it is mended', async () => {
    await desk.superuser(`insert into states (code, time_zone, officers_submit) values ('QV', 'MIT', true)`);
    const states = await read.directoryNow(upkeepOf(QM));
    expect(states.map(({ state }) => [state.code, state.timeZone])).toContainEqual(['QV', 'UTC']);
    const parties = await desk.work.read(upkeepOf(QM), (tx) => directory.parties(tx, [QM, stateCode('QV')], tx.now));
    expect(parties.map(({ code, timeZone }) => [code, timeZone]).sort()).toEqual([
      ['QM', 'Pacific/Kiritimati'],
      ['QV', 'UTC'],
    ]);
    await desk.superuser(`delete from states where code = 'QV'`);
  });
});

describe('a State that joins', () => {
  it('cannot join twice, nor with a time zone that does not exist', async () => {
    const again = { code: QM, timeZone: 'Europe/Oslo', officersSubmit: true };
    expect(await create.execute(administrationOf(QM), again)).toMatchObject({ denial: { code: 'STATE_EXISTS' } });
    expect(await create.execute(administrationOf(QZ), { ...again, code: QZ, timeZone: '+02:00' })).toMatchObject({
      denial: { code: 'TIME_ZONE_UNKNOWN' },
    });
  });

  it('has a key, an entry, and can be looked up by every other', async () => {
    expect(desk.stateKeys.has(QN)).toBe(true);
    const [seen, entries] = await desk.work.read(upkeepOf(QM), async (tx) => [
      await directory.state(tx, QN),
      await audit.timelineOf(tx, stateSubject(QM)),
    ]);
    expect(seen).toEqual({
      code: 'QN',
      timeZone: 'Europe/Oslo',
      officersSubmit: false,
      active: true,
      dissolvedOn: null,
      demonstration: false,
    });
    expect(entries).toMatchObject([{ action: 'state.created', capacity: 'administration' }]);
    expect(await directory.servedStates()).toEqual(['QM', 'QN']);
  });

  it('is served no more once it is dissolved, and can be asked nothing', async () => {
    await create.execute(administrationOf(QZ), {
      code: QZ,
      timeZone: 'Europe/Vienna',
      officersSubmit: false,
      dissolvedOn: '1991-12-26',
    });
    await anOffice(QZ, '1980-01-01');
    expect(await directory.isServed(QZ)).toBe(false);
    expect(await answeringFor(QZ, '2026-03-02T12:00:00Z')).toEqual([]);
  });
});

describe('a point of contact', () => {
  it('answers on its days only, by the calendar of its own State', async () => {
    const id = await anOffice(QM, '2026-03-02', '2026-03-03');
    // Kiritimati is fourteen hours ahead: its 2 March begins on 1 March at 10:00 UTC.
    expect(await answeringFor(QM, '2026-03-01T09:59:59Z')).toEqual([]);
    expect(await answeringFor(QM, '2026-03-01T10:00:00Z')).toEqual([id]);
    expect(await answeringFor(QM, '2026-03-03T09:59:59Z')).toEqual([id]);
    expect(await answeringFor(QM, '2026-03-03T10:00:00Z')).toEqual([]);
  });

  it('is changed by its own State only', async () => {
    const id = await anOffice(QN);
    const byOther = await end.execute(upkeepOf(QM), { id, validUntil: '2026-06-30' });
    expect(byOther).toMatchObject({ denial: { code: 'CONTACT_POINT_NOT_FOUND' } });
    const pastTheClause = await desk.work.run(upkeepOf(QM), 'contact_point.end', async (tx) => {
      await tx.query(`UPDATE contact_points SET valid_until = '2026-06-30' WHERE id = $1`, [id]);
      return ok(await tx.query('SELECT valid_until FROM contact_points WHERE id = $1', [id]));
    });
    expect(pastTheClause).toEqual({ ok: true, value: [{ valid_until: null }] });
    await expect(
      desk.work.run(upkeepOf(QM), 'contact_point.add', async (tx) =>
        ok(
          await tx.query(`INSERT INTO contact_points (state, office, email, languages, valid_from, updated_at)
          VALUES ('QN', 'Impostor', 'x@y.example', '{en}', '2026-01-01', now())`),
        ),
      ),
    ).rejects.toMatchObject({ code: expect.anything() });
  });

  it('does not end before it begins, and ends by a last day, not by vanishing', async () => {
    const id = await anOffice(QN, '2026-02-01');
    expect(await end.execute(upkeepOf(QN), { id, validUntil: '2026-01-31' })).toMatchObject({
      denial: { code: 'VALIDITY_ENDS_BEFORE_IT_BEGINS' },
    });
    expect(await end.execute(upkeepOf(QN), { id, validUntil: '2026-02-28' })).toMatchObject({ ok: true, value: { id } });
    const all = await desk.work.read(upkeepOf(QM), (tx) => directory.contactPoints(tx, QN));
    expect(all).toContainEqual(expect.objectContaining({ id, validUntil: '2026-02-28' }));
  });
});

describe('what a State says of an office', () => {
  it('is changed by nobody who saw an older version, and by no other State', async () => {
    const id = await anOffice(QN);
    const changes = { channels: ['I-24/7'] };
    expect(await amend.execute(upkeepOf(QM), { id, version: 1 }, changes)).toMatchObject({
      denial: { code: 'CONTACT_POINT_NOT_FOUND' },
    });
    expect(await amend.execute(upkeepOf(QN), { id, version: 2 }, changes)).toMatchObject({
      denial: { code: 'VERSION_CONFLICT' },
    });
    expect(await amend.execute(upkeepOf(QN), { id, version: 1 }, { opensAt: '09:00' })).toMatchObject({
      denial: { code: 'WORKING_HOURS_INCOMPLETE', field: 'closesAt' },
    });
    expect(await read.historyOf(upkeepOf(QM), id)).toEqual({ ok: true, value: [] });
  });

  it('keeps what stood there before, for every State to read, and names the changed fields in the log', async () => {
    const id = await anOffice(QN);
    const hours = { workingDays: [1, 2, 3, 4, 5], opensAt: '08:00', closesAt: '16:00' };
    const changed = await amend.execute(upkeepOf(QN), { id, version: 1 }, { ...hours, telephone: '+47 1' });
    expect(changed).toMatchObject({ value: { ...hours, telephone: '+47 1', version: 2, office: 'Firearms Desk' } });
    expect(await confirm.execute(upkeepOf(QN), { id, version: 2 })).toMatchObject({ value: { version: 3 } });

    const history = await read.historyOf(upkeepOf(QM), id);
    expect(history).toMatchObject({
      value: [
        { version: 2, content: hours },
        { version: 1, content: { telephone: null, workingDays: [] } },
      ],
    });
    const entries = await desk.work.read(upkeepOf(QN), (tx) => audit.timelineOf(tx, { kind: 'contact_point', id }));
    expect(entries.map(({ action, facts }) => [action, facts['fields']])).toEqual([
      ['contact_point.added', undefined],
      ['contact_point.amended', 'workingDays opensAt closesAt telephone'],
      ['contact_point.confirmed', undefined],
    ]);
  });

  it('cannot be rewritten: a version, once kept, stays', async () => {
    const id = await anOffice(QN);
    await confirm.execute(upkeepOf(QN), { id });
    for (const statement of [
      `UPDATE contact_point_versions SET version = 9 WHERE contact_point_id = '${id}'`,
      `DELETE FROM contact_point_versions WHERE contact_point_id = '${id}'`,
    ]) {
      const attempt = desk.work.run(upkeepOf(QN), 'contact_point.amend', async (tx) => ok(await tx.query(statement)));
      await expect(attempt).rejects.toMatchObject({ code: expect.anything() });
    }
  });

  it('is asked for again after 180 days', async () => {
    const id = await anOffice(QN);
    await desk.advance('180 days');
    const reminded = await read.unconfirmed(upkeepOf(QN));
    expect(reminded.map((office) => office.id)).toContain(id);
    await confirm.execute(upkeepOf(QN), { id });
    expect((await read.unconfirmed(upkeepOf(QN))).map((office) => office.id)).not.toContain(id);
    expect(await read.unconfirmed(upkeepOf(QM))).not.toContainEqual(expect.objectContaining({ id }));
  });
});

describe('a State whose offices nobody looks after', () => {
  const notices = () => desk.superuser<{ payload: object }>(`select payload from outbox where job = 'write-notice'`);
  const asking = () => new ContactPointReview(desk.database, desk.outbox, new DeskLog('silent')).ask();

  it('is asked for an update once, every State sees it, and a confirmation takes it back', async () => {
    await desk.superuser(`delete from contact_point_versions; delete from contact_points; delete from outbox`);
    const [stale, fresh] = [await anOffice(QM), await anOffice(QN)];
    await desk.superuser(`update contact_points set confirmed_at = now() - interval '3 years 1 day' where id = '${stale}'`);
    expect(await asking()).toBe(1);
    expect(await asking()).toBe(0);
    expect(await notices()).toMatchObject([
      { payload: { state: QM, kind: 'contact_point.update_asked', audience: 'administrator' } },
    ]);
    const seen = await read.one(upkeepOf(QN), stale);
    expect(seen).toMatchObject({ value: { updateAskedAt: expect.any(Date) } });
    expect(await read.one(upkeepOf(QN), fresh)).toMatchObject({ value: { updateAskedAt: null } });
    expect(await read.chosenFor(upkeepOf(QN), QM, 'ITI')).toMatchObject({
      warnings: expect.arrayContaining(['OFFICE_ASKED_TO_UPDATE']),
    });
    expect(await read.unconfirmed(upkeepOf(QM))).toMatchObject([{ id: stale }]);
    await confirm.execute(upkeepOf(QM), { id: stale });
    expect(await read.one(upkeepOf(QN), stale)).toMatchObject({ value: { updateAskedAt: null } });
    expect(await asking()).toBe(0);
  });

  it('is asked where its last office has expired', async () => {
    await desk.superuser(`delete from contact_point_versions; delete from contact_points; delete from outbox`);
    const expired = await anOffice(QM, '2020-01-01', '2024-12-31');
    expect(await asking()).toBe(1);
    expect(await read.unconfirmed(upkeepOf(QM))).toMatchObject([{ id: expired }]);
  });
});
