import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog, EventCatalogue } from '@tracedesk/audit';
import { idOf, ok, stateCode, type Officer, type PersonId, type RequestId, type SessionId } from '@tracedesk/kernel';
import { DeskLog, Outbox } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { DEADLINE_EVENTS } from './audit-events.js';
import { Deadlines, type RequestOfDeadlines } from './deadlines.service.js';
import { ReminderSweep } from './reminder-sweep.service.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

const QR = officerOf('QR');
const QM = officerOf('QM');
const RUNS = { response: 'runs' } as const;

let desk: TestDatabase;
let deadlines: Deadlines;

beforeAll(async () => {
  desk = await openTestDatabase();
  deadlines = new Deadlines(desk.outbox);
});
afterAll(() => desk.close());
afterEach(async () => {
  for (const table of ['deadlines', 'missed_deadlines', 'deadline_reminders', 'outbox'])
    await desk.superuser(`delete from ${table}`);
});

describe('reminders', () => {
  it('are not seen by a third State, and cannot be called told by a party', async () => {
    await submitted();
    expect(await desk.work.read(officerOf('QN'), (tx) => tx.query('select 1 from deadline_reminders'))).toEqual([]);
    await expect(write(QM, 'update deadline_reminders set sent_at = clock_timestamp()')).rejects.toMatchObject(REFUSED);
    await expect(write(QM, `update deadline_reminders set tells = '{acting.office}'`)).rejects.toMatchObject(REFUSED);
  });

  it('are not told before their instant', async () => {
    await submitted();
    await desk.advance('14 days');
    expect(await sweep()).toBe(0);
    expect(await told()).toEqual([]);
  });

  it('go to whoever is assigned at half the period, and nowhere else', async () => {
    const { id } = await submitted();
    await desk.advance('16 days');
    expect(await sweep()).toBe(1);
    expect(await told()).toEqual(['QM assigned deadline_reminder 50']);
    expect(await entries(id)).toEqual([]);
  });

  it('go to the supervisor and to the other State once it is overdue, and that is on the record of both', async () => {
    const { id } = await submitted();
    await desk.advance('40 days');
    expect(await sweep()).toBe(4);
    expect(await told()).toEqual([
      'QM assigned deadline_overdue 110',
      'QM assigned deadline_reminder 50',
      'QM assigned deadline_reminder 80',
      'QM supervisor deadline_escalated 120',
      'QR office deadline_escalated_by_other 120',
    ]);
    expect(await entries(id)).toEqual([{ state: 'QM', counterpart_state: 'QR' }]);
  });

  it('happen once, however many sweeps race for them', async () => {
    for (let count = 0; count < 20; count += 1) await submitted();
    await desk.advance('20 days');
    const found = await Promise.all(Array.from({ length: 6 }, () => newSweep().sweep(3)));
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(20);
    expect(await told()).toHaveLength(20);
    expect(await sweep()).toBe(0);
  });

  it('leave nothing behind when the sweep dies half-way, and the next one tells them', async () => {
    const { id } = await submitted();
    await desk.advance('40 days');
    const dying = new ReminderSweep(desk.database, auditLog(), dyingOutbox(), log());
    await expect(dying.sweep()).rejects.toThrow('killed');
    expect(await entries(id)).toEqual([]);
    expect(await sweep()).toBe(4);
  });

  it('are taken back by a move that settles the clock, in its transaction', async () => {
    const request = await submitted();
    await move(QM, request, { response: 'settled' });
    await desk.advance('60 days');
    expect(await sweep()).toBe(0);
  });

  it('are moved by a pause, and what was told before it is not told again', async () => {
    const request = await submitted();
    await desk.advance('16 days');
    await sweep();
    await move(QM, request, { response: 'paused' });
    await desk.advance('100 days');
    expect(await sweep()).toBe(0);
    await move(QR, request, RUNS);
    expect(await sweep()).toBe(0);
    await desk.advance('10 days');
    await sweep();
    expect(await told()).toEqual(['QM assigned deadline_reminder 50', 'QM assigned deadline_reminder 80']);
  });

  it('begin anew with a delay, which begins a count of its own', async () => {
    const request = await submitted();
    await desk.advance('16 days');
    await sweep();
    await move(QM, request, RUNS, { newDueOn: '2199-12-31' });
    expect(await desk.superuser('select 1 from deadline_reminders where sent_at is null')).toHaveLength(4);
  });

  it('are found from an index', async () => {
    await desk.superuser('set enable_seqscan = off');
    const plan = await desk.superuser<{ 'QUERY PLAN': string }>(
      `explain select id from deadline_reminders where sent_at is null and remind_at <= '2026-01-01' order by remind_at limit 500`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('deadline_reminders_to_send');
  });
});

const REFUSED = { context: { sqlState: '42501' } };

async function submitted(): Promise<RequestOfDeadlines> {
  const request = {
    id: idOf<RequestId>(randomUUID()),
    reference: 'TD-7K3F-92QX4',
    requestingState: QR.state,
    requestedState: QM.state,
  };
  await move(QR, request, RUNS);
  return request;
}

async function move(actor: Officer, request: RequestOfDeadlines, clocks: ClockMove['clocks'], more: Partial<ClockMove> = {}) {
  const parties = { requesting: { state: QR.state, timeZone: 'UTC' }, requested: { state: QM.state, timeZone: 'Europe/Paris' } };
  await desk.work.run(actor, 'spec.move', async (tx) => {
    const readings = await deadlines.of(tx, request.id);
    const next = advanceClocks(readings, {
      ...{ clocks, at: tx.now, cause: 'spec.moved', parties, profile: ITI_DEFAULT, priority: 'routine' },
      ...more,
    });
    await deadlines.save(tx, request, next);
    return ok(null);
  });
}

/** The notices that wait in the outbox, as `State audience kind share`. */
async function told(): Promise<readonly string[]> {
  const rows = await desk.superuser<{ payload: Record<string, string> }>(`select payload from outbox where queue = 'notices'`);
  return rows.map(({ payload: { state, audience, kind, share } }) => `${state} ${audience} ${kind} ${share}`).sort();
}

function entries(id: string) {
  return desk.superuser('select state, counterpart_state from audit_entries where object_id = $1', [id]);
}

function write(actor: Officer, statement: string) {
  return desk.work.run(actor, 'spec.attempt', async (tx) => ok(await tx.query(statement)));
}

async function sweep(): Promise<number> {
  return newSweep().sweep();
}

function newSweep(): ReminderSweep {
  return new ReminderSweep(desk.database, auditLog(), desk.outbox, log());
}

function auditLog(): AuditLog {
  return new AuditLog(new EventCatalogue(DEADLINE_EVENTS), desk.stateKeys);
}

function log(): DeskLog {
  return new DeskLog('error');
}

function officerOf(state: string): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role: 'tracing_officer',
    sessionId: idOf<SessionId>(randomUUID()),
  };
}

function dyingOutbox(): Outbox {
  return Object.assign(new Outbox(), { add: () => Promise.reject(new Error('killed')) });
}
