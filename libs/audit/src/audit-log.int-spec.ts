import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { denied, idOf, ok, Sealed, stateCode, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { UnitOfWork } from '@tracedesk/platform';
import { AuditLog } from './audit-log.service.js';
import { AUDIT_EVENTS } from './audit.events.js';
import { opensCommitment } from './commitment.js';
import { AuditDenialJournal } from './denial-journal.service.js';
import type { NewEntry } from './entry.js';
import { EventCatalogue } from './event-catalogue.js';

const catalogue = new EventCatalogue([
  ...AUDIT_EVENTS,
  {
    action: 'tracing_request.delayed',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['ground'],
    restricted: ['reasons'],
    says: 'The requested State needs more time.',
  },
]);

let desk: TestDatabase;
let log: AuditLog;
let work: UnitOfWork;

beforeAll(async () => {
  desk = await openTestDatabase();
  log = new AuditLog(catalogue, desk.stateKeys);
  work = new UnitOfWork(desk.database, new AuditDenialJournal(log), desk.idempotencyKeys);
});
afterAll(async () => desk.close());

function anOfficerOf(state: string): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role: 'tracing_officer',
    sessionId: idOf<SessionId>(randomUUID()),
  };
}

function aDelayOf(id: string): NewEntry {
  return {
    class: 'alteration',
    action: 'tracing_request.delayed',
    object: { kind: 'tracing_request', id },
    counterpart: stateCode('QR'),
    facts: { ground: '22_INVESTIGATION' },
    justification: Sealed.of('asked by the prosecutor of Zurich'),
    restricted: { reasons: Sealed.of('serial A104552 is in another case') },
  };
}

async function enter(officer: Officer, entry: NewEntry): Promise<void> {
  const done = await work.run(officer, 'tracing_request.delay', async (tx) => ok(await log.append(tx, entry)));
  expect(done).toMatchObject({ ok: true });
}

const asRole = async <Row>(role: string, sql: string): Promise<Row[]> => {
  await desk.superuser(`set role ${role}`);
  try {
    return await desk.superuser<Row>(sql);
  } finally {
    await desk.superuser('reset role');
  }
};

describe('who can change what is in the log', () => {
  beforeAll(async () => enter(anOfficerOf('QM'), aDelayOf(randomUUID())));

  it.each([
    ['desk_app', 'update audit_entries set object_id = uuidv7()'],
    ['desk_app', 'update audit_entries set number = 1'],
    ['desk_app', 'delete from audit_entries'],
    ['desk_app', 'update audit_parts set content = salt'],
    ['desk_app', 'delete from audit_parts'],
    ['desk_app', 'truncate audit_parts'],
    ['desk_sweeper', 'update audit_entries set number = 1'],
    ['desk_sweeper', 'delete from audit_parts'],
    ['desk_sweeper', 'select * from audit_parts'],
    ['desk_relay', 'select * from audit_entries'],
    ['desk_sequencer', 'select * from audit_parts'],
    ['desk_sequencer', 'select object_id from audit_entries'],
    ['desk_sequencer', 'select state from audit_entries'],
    ['desk_sequencer', `update audit_entries set commitments = '{}'`],
    ['desk_sequencer', 'delete from audit_entries'],
    ['desk_eraser', 'delete from audit_entries'],
    ['desk_eraser', 'update audit_entries set number = 1'],
    ['desk_owner', 'update audit_entries set number = 1'],
    ['desk_owner', 'delete from audit_parts'],
    ['desk_owner', 'truncate audit_entries cascade'],
    ['desk_door', 'select * from audit_entries'],
  ])('%s cannot: %s', async (role, sql) => {
    await expect(asRole(role, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('not even a superuser by a slip of the hand', async () => {
    await expect(desk.superuser('delete from audit_entries')).rejects.toMatchObject({ code: '42501' });
  });

  it('the app cannot number its own entries', async () => {
    await expect(
      asRole(
        'desk_app',
        `insert into audit_entries (id, state, object_kind, object_id, format, part_names, commitments, number)
        values (uuidv7(), 'QM', 'x', uuidv7(), 'f', '{}', '{}', 7)`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('only the sequencer numbers, once, and reads nothing but the leaf', async () => {
    const [leaf] = await asRole<{ id: string }>(
      'desk_sequencer',
      'select id, format, commitments, number from audit_entries where number is null order by id limit 1',
    );
    await asRole('desk_sequencer', `update audit_entries set number = 0 where id = '${leaf!.id}' and number is null`);
    const again = await asRole('desk_sequencer', `update audit_entries set number = 1 where id = '${leaf!.id}' returning id`);
    expect(again).toEqual([]);
  });

  it('only the eraser takes a part away, and the entry with its commitments stays', async () => {
    const id = randomUUID();
    await enter(anOfficerOf('QM'), aDelayOf(id));
    await asRole(
      'desk_eraser',
      `delete from audit_parts where name = 'reasons'
      and entry_id = (select entry_id from audit_parts where convert_from(content, 'UTF8') like '%${id}%' and name = 'envelope')`,
    );
    const [entry] = await desk.superuser<{ commitments: Buffer[] }>(
      'select commitments from audit_entries where object_id = $1',
      [id],
    );
    expect(entry!.commitments).toHaveLength(4);
  });
});

describe('who sees an entry', () => {
  const id = randomUUID();
  const officer = anOfficerOf('QM');
  const object = { kind: 'tracing_request', id };
  beforeAll(async () => enter(officer, aDelayOf(id)));

  it('a third State sees none of it, even past the State clause of the query', async () => {
    const seen = await work.read(anOfficerOf('QN'), async (tx) => ({
      timeline: await log.timelineOf(tx, object),
      entries: await tx.query('SELECT id FROM audit_entries WHERE object_id = $1', [id]),
      parts: await tx.query('SELECT p.name FROM audit_parts p'),
    }));
    expect(seen).toEqual({ timeline: [], entries: [], parts: [] });
  });

  it('nobody enters an act on the record of another State', async () => {
    await expect(
      work.run(anOfficerOf('QN'), 'tracing_request.delay', async (tx) =>
        ok(await log.append(tx, { ...aDelayOf(id), state: stateCode('QM') })),
      ),
    ).rejects.toThrow();
  });

  it('the other party sees what was done and in which capacity, but not who did it', async () => {
    const [entry, ...others] = await work.read(anOfficerOf('QR'), (tx) => log.timelineOf(tx, object));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      action: 'tracing_request.delayed',
      state: 'QM',
      capacity: 'tracing_officer',
      outcome: 'done',
      facts: { ground: '22_INVESTIGATION' },
      number: null,
    });
    expect(entry).not.toHaveProperty('personId');
  });

  it('the other party cannot reach the parts of the acting State', async () => {
    const parts = await work.read(anOfficerOf('QR'), (tx) =>
      tx.query<{ name: string }>(
        'SELECT p.name FROM audit_parts p JOIN audit_entries e ON e.id = p.entry_id WHERE e.object_id = $1',
        [id],
      ),
    );
    expect(parts).toEqual([{ name: 'envelope' }]);
  });

  it('the acting State sees who did it', async () => {
    const [entry] = await work.read(anOfficerOf('QM'), (tx) => log.timelineOf(tx, object));
    expect(entry?.personId).toBe(officer.personId);
  });
});

describe('what is stored of an entry', () => {
  const id = randomUUID();
  beforeAll(async () => enter(anOfficerOf('QM'), aDelayOf(id)));

  it('is no plain word of a justification or a restricted part, in any column', async () => {
    const rows = await desk.superuser<{ row: string }>(
      `select e::text || p::text || encode(p.content, 'escape') as row from audit_entries e join audit_parts p on p.entry_id = e.id where e.object_id = $1`,
      [id],
    );
    expect(rows.length).toBe(4);
    expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/prosecutor|Zurich|A104552|another case/);
    expect(rows.map(({ row }) => row).join('\n')).not.toContain(Buffer.from('A104552').toString('hex'));
  });

  it('opens every commitment, sealed parts after unsealing', async () => {
    const parts = await desk.superuser<{ entry: string; name: string; salt: Buffer; content: Buffer; commitment: Buffer }>(
      `select p.entry_id as entry, p.name, p.salt, p.content, e.commitments[array_position(e.part_names, p.name)] as commitment
         from audit_entries e join audit_parts p on p.entry_id = e.id where e.object_id = $1`,
      [id],
    );
    const plain = (name: string, entry: string, content: Buffer): Buffer =>
      ['envelope', 'person'].includes(name)
        ? content
        : desk.stateKeys.open(stateCode('QM'), ['audit_parts', entry, name], content);

    for (const { entry, name, salt, content, commitment } of parts) {
      expect([name, opensCommitment(commitment, plain(name, entry, content), salt)]).toEqual([name, true]);
    }
  });

  it('goes when the act goes', async () => {
    const undone = randomUUID();
    await work.run(anOfficerOf('QM'), 'tracing_request.delay', async (tx) => {
      await log.append(tx, aDelayOf(undone));
      return denied('VERSION_CONFLICT');
    });
    expect(
      await desk.superuser('select 1 from audit_entries where object_id = $1 and object_kind = $2', [undone, 'tracing_request']),
    ).toEqual([]);
  });

  it('is refused for an act outside the catalogue', async () => {
    await expect(
      work.run(anOfficerOf('QM'), 'x', async (tx) => ok(await log.append(tx, { ...aDelayOf(id), facts: { serial: 'A104552' } }))),
    ).rejects.toMatchObject({ code: 'AUDIT_EVENT_REFUSED' });
  });
});

describe('many acts entered at once', () => {
  const officer = anOfficerOf('QM');
  const [bare, full] = [randomUUID(), randomUUID()];
  let ids: readonly string[];

  beforeAll(async () => {
    const { justification: _justification, restricted: _restricted, ...plain } = aDelayOf(bare);
    const done = await work.run(officer, 'tracing_request.delay', async (tx) =>
      ok(
        await log.appendAll(tx, [
          { actor: officer, entry: plain },
          { actor: officer, entry: aDelayOf(full) },
        ]),
      ),
    );
    ids = done.ok ? done.value : [];
  });

  it('are told apart: each has its own parts, in their order, and they open its own commitments', async () => {
    const rows = await desk.superuser<{
      id: string;
      object_id: string;
      part_names: string[];
      name: string;
      salt: Buffer;
      content: Buffer;
      commitment: Buffer;
    }>(
      `select e.id, e.object_id, e.part_names, p.name, p.salt, p.content, e.commitments[array_position(e.part_names, p.name)] as commitment
         from audit_entries e join audit_parts p on p.entry_id = e.id where e.id = any ($1) order by e.id, array_position(e.part_names, p.name)`,
      [ids],
    );
    expect(ids).toHaveLength(2);
    expect([...new Set(rows.map(({ id }) => id))]).toEqual(ids);
    expect(rows.map(({ object_id, name }) => [object_id, name])).toEqual([
      [bare, 'envelope'],
      [bare, 'person'],
      [full, 'envelope'],
      [full, 'person'],
      [full, 'justification'],
      [full, 'reasons'],
    ]);
    for (const { id, name, salt, content, commitment, part_names } of rows) {
      const plain = ['envelope', 'person'].includes(name)
        ? content
        : desk.stateKeys.open(stateCode('QM'), ['audit_parts', id, name], content);
      expect([name, opensCommitment(commitment, plain, salt)]).toEqual([name, true]);
      if (name === 'envelope') expect(JSON.parse(content.toString())).toMatchObject({ entry: id, parts: part_names });
    }
  });

  it('are none, if one of them is in no catalogue', async () => {
    const [good, bad] = [randomUUID(), randomUUID()];
    const acts = [aDelayOf(good), { ...aDelayOf(bad), action: 'tracing_request.vanished' }].map((entry) => ({
      actor: officer,
      entry,
    }));
    await expect(work.run(officer, 'x', async (tx) => ok(await log.appendAll(tx, acts)))).rejects.toMatchObject({
      code: 'AUDIT_EVENT_REFUSED',
    });
    expect(await desk.superuser('select 1 from audit_entries where object_id = any ($1)', [[good, bad]])).toEqual([]);
  });
});

describe('what was denied', () => {
  const subject = { kind: 'tracing_request', id: randomUUID() };
  const deny = (officer: Officer, action: string): Promise<unknown> =>
    work.run(officer, action, async () => denied('REQUEST_NOT_FOUND', { field: 'id' }), { about: subject });

  it('is an entry each time somebody tries a move', async () => {
    const officer = anOfficerOf('QQ');
    await deny(officer, 'tracing_request.respond');
    await deny(officer, 'tracing_request.respond');
    const entries = await work.read(officer, (tx) => log.timelineOf(tx, subject));
    expect(
      entries.map(({ action, outcome, facts }) => [action, outcome, facts['action'], facts['code'], facts['field']]),
    ).toEqual([
      ['action.denied', 'denied', 'tracing_request.respond', 'REQUEST_NOT_FOUND', 'id'],
      ['action.denied', 'denied', 'tracing_request.respond', 'REQUEST_NOT_FOUND', 'id'],
    ]);
  });

  it('is one entry and a count when one person reads on within a minute', async () => {
    const [one, other] = [anOfficerOf('QP'), anOfficerOf('QP')];
    for (let time = 0; time < 5; time += 1) await deny(one, 'disclosure.open');
    await deny(other, 'tracing_request.read_question');

    const entries = await work.read(one, (tx) => log.timelineOf(tx, subject));
    const counts = await desk.superuser<{ person_id: string; sum: number }>(
      'select person_id, sum(count)::int as sum from denied_reads where subject_id = $1 group by person_id',
      [subject.id],
    );
    expect(entries.filter(({ personId }) => personId === one.personId).length).toBeLessThanOrEqual(2);
    expect(new Map(counts.map(({ person_id, sum }) => [person_id, sum]))).toEqual(
      new Map<string, number>([
        [one.personId, 5],
        [other.personId, 1],
      ]),
    );
  });

  it('is nobody else’s business', async () => {
    expect(await work.read(anOfficerOf('QN'), (tx) => log.timelineOf(tx, subject))).toEqual([]);
  });
});
