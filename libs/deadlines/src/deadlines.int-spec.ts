import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog, EventCatalogue } from '@tracedesk/audit';
import {
  idOf,
  ok,
  stateCode,
  type ConsentId,
  type Officer,
  type PersonId,
  type RequestId,
  type SessionId,
} from '@tracedesk/kernel';
import { DeskLog, Outbox } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { DEADLINE_EVENTS } from './audit-events.js';
import type { ClockReading } from './clock.js';
import { DeadlineSweep } from './deadline-sweep.service.js';
import { Deadlines, type RequestOfDeadlines } from './deadlines.service.js';
import type { DeadlineProfile } from './profile.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

const QR = officerOf('QR');
const QM = officerOf('QM');
const QN = officerOf('QN');
const SUBMITTED = { acknowledgement: 'runs', response: 'runs' } as const;
const ACKNOWLEDGED = { acknowledgement: 'settled', response: 'runs' } as const;

let desk: TestDatabase;
let deadlines: Deadlines;

beforeAll(async () => {
  desk = await openTestDatabase();
  deadlines = new Deadlines(desk.outbox);
});
afterAll(() => desk.close());
afterEach(async () => {
  for (const table of ['deadlines', 'missed_deadlines', 'outbox']) await desk.superuser(`delete from ${table}`);
});

describe('the deadlines of a request', () => {
  it('are stored with their derivation and read back the same by both parties', async () => {
    const request = await submitted();
    const [bySubmitter, byRequested] = [await read(QR, request), await read(QM, request)];
    expect(bySubmitter).toEqual(byRequested);
    expect(bySubmitter.map(({ clock, state, version, savedVersion }) => ({ clock, state, version, savedVersion }))).toEqual([
      { clock: 'acknowledgement', state: 'runs', version: 1, savedVersion: 1 },
      { clock: 'response', state: 'runs', version: 1, savedVersion: 1 },
    ]);
    expect(bySubmitter[0]?.intervals[0]).toMatchObject({ to: null, term: { unit: 'calendar_days', length: 7 } });
  });

  it('do not exist for a third State, nor for nobody', async () => {
    const request = await submitted();
    expect(await read(QN, request)).toEqual([]);
    const seen = await desk.work.read(QN, (tx) => tx.query('select 1 from deadlines'));
    expect(seen).toEqual([]);
    expect(await desk.database.door('select 1 from deadlines')).toEqual([]);
  });

  it('cannot be written by a third State', async () => {
    const request = await submitted();
    await expect(move(QN, request, ACKNOWLEDGED, await read(QM, request))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });

  it('leave one wake-up per running clock, named by request, clock and version', async () => {
    const request = await submitted();
    const rows = await desk.superuser<{ job_id: string; due_at: Date; payload: object; state: string }>(
      'select * from outbox order by job_id',
    );
    expect(rows.map(({ job_id }) => job_id)).toEqual([`${request.id}_acknowledgement_1`, `${request.id}_response_1`]);
    // A job is put by the State that acts, whomever it is about.
    expect(rows[0]).toMatchObject({ state: 'QR', payload: { requestId: request.id, clock: 'acknowledgement' } });
  });

  it('stand apart from the clocks of consents asked for in connection with it', async () => {
    const request = await submitted();
    const [one, other] = [await consentAsked(request), await consentAsked(request)];
    expect((await read(QM, request)).map(({ clock }) => clock)).toEqual(['acknowledgement', 'response']);
    const ofBoth = await desk.work.read(QR, (tx) => deadlines.ofConsents(tx, [one, other]));
    expect([...ofBoth.values()].map(({ clock, actingState, state }) => [clock, actingState, state])).toEqual([
      ['consent', 'QM', 'runs'],
      ['consent', 'QM', 'runs'],
    ]);
    expect(await desk.work.read(QN, (tx) => deadlines.ofConsents(tx, [one]))).toEqual(new Map());
  });

  it('are written only where a move changed something', async () => {
    const request = await submitted();
    await move(QM, request, ACKNOWLEDGED);
    const after = await read(QM, request);
    expect(after.map(({ clock, state, version }) => ({ clock, state, version }))).toEqual([
      { clock: 'acknowledgement', state: 'settled', version: 2 },
      { clock: 'response', state: 'runs', version: 1 },
    ]);
  });
});

describe('the sweep', () => {
  it('does nothing before the last day is over', async () => {
    await submitted();
    expect(await sweep()).toBe(0);
    expect(await entries()).toEqual([]);
  });

  it('marks what is due, enters it once, tells both States and moves nothing', async () => {
    const request = await submitted();
    await desk.superuser('delete from outbox');
    await desk.advance('8 days');
    expect(await sweep()).toBe(1);
    const [acknowledgement, response] = await read(QR, request);
    expect(acknowledgement).toMatchObject({ state: 'runs', missedAt: acknowledgement?.dueAt });
    expect(response).toMatchObject({ state: 'runs', missedAt: null });
    expect(await entries(request)).toEqual([{ state: 'QM', counterpart_state: 'QR' }]);
    const notices = await desk.superuser<{ state: string; payload: { kind: string } }>(
      `select state, payload from outbox where queue = 'notices' order by state`,
    );
    expect(notices.map(({ state, payload }) => [state, payload.kind])).toEqual([
      ['QM', 'deadline_missed'],
      ['QR', 'deadline_missed_by_other'],
    ]);
  });

  it('changes nothing the second time', async () => {
    const request = await submitted();
    await desk.advance('8 days');
    await sweep();
    const before = await read(QR, request);
    expect(await sweep()).toBe(0);
    expect(await read(QR, request)).toEqual(before);
    expect(await entries(request)).toHaveLength(1);
  });

  it('raced by others enters every miss exactly once', async () => {
    const requests = await Promise.all(Array.from({ length: 40 }, () => submitted()));
    await desk.advance('8 days');
    const found = await Promise.all(Array.from({ length: 6 }, () => newSweep().sweep(7)));
    expect(found.reduce((sum, count) => sum + count, 0)).toBe(40);
    for (const request of requests) expect(await entries(request)).toHaveLength(1);
    expect(await desk.superuser(`select 1 from outbox where queue = 'notices'`)).toHaveLength(80);
  });

  it('enters what a late move found before it', async () => {
    const request = await submitted();
    await desk.advance('8 days');
    await move(QM, request, ACKNOWLEDGED);
    expect(await entries(request)).toEqual([]);
    expect(await sweep()).toBe(1);
    expect(await entries(request)).toHaveLength(1);
    const [acknowledgement] = await read(QM, request);
    expect(acknowledgement).toMatchObject({ state: 'settled', missedAt: acknowledgement?.dueAt });
  });

  it('enters each of two consents missed at the same instant, and tells both States of each', async () => {
    const request = await submitted();
    await move(QM, request, { acknowledgement: 'settled', response: 'settled' });
    await Promise.all([consentAsked(request), consentAsked(request)]);
    await desk.superuser('delete from outbox');
    await desk.advance('16 days');
    expect(await sweep()).toBe(2);
    const occasions = await desk.superuser(`select distinct payload ->> 'occasion' from outbox where queue = 'notices'`);
    expect(occasions).toHaveLength(2);
  });

  it('finds a clock paused under a cap once the cap is used up and the period over, as if it had never been asked', async () => {
    const request = await submitted();
    const capped = { ...ITI_DEFAULT, id: 'BILATERAL-QM-QR-1', pauses: { cappedDays: 5 } } as const;
    await move(QM, request, { acknowledgement: 'settled', response: 'off' }, undefined, capped);
    await move(QR, request, { response: 'runs' }, undefined, capped);
    await move(QM, request, { response: 'paused' }, undefined, capped);
    await desk.superuser('delete from outbox');
    await desk.advance('34 days');
    expect(await sweep()).toBe(0);
    await desk.advance('3 days');
    expect(await sweep()).toBe(1);
    const [response] = (await read(QM, request)).filter(({ clock }) => clock === 'response');
    expect(response).toMatchObject({ state: 'paused', missedAt: response?.dueAt });
  });

  it('leaves paused, settled and ended clocks alone', async () => {
    const request = await submitted();
    await move(QM, request, { acknowledgement: 'settled', response: 'paused', information: 'off' });
    await desk.advance('60 days');
    expect(await sweep()).toBe(0);
  });

  it('leaves nothing behind when it dies half-way, and the next one does it all', async () => {
    const request = await submitted();
    await desk.advance('8 days');
    const dying = new DeadlineSweep(desk.database, auditLog(), dyingOutbox(), log());
    await expect(dying.sweep()).rejects.toThrow('killed');
    expect((await read(QR, request))[0]?.missedAt).toBeNull();
    expect(await entries(request)).toEqual([]);
    expect(await sweep()).toBe(1);
  });

  it('makes a move that began before the deadline and lost the race run again, and be late', async () => {
    const request = await submitted();
    const stale = await read(QM, request);
    await desk.advance('8 days');
    await sweep();
    let attempts = 0;
    await desk.work.run(QM, 'spec.move', async (tx) => {
      attempts += 1;
      const readings = attempts === 1 ? stale : await deadlines.of(tx, request.id);
      await deadlines.save(tx, request, next(readings, ACKNOWLEDGED, tx.now));
      return ok(null);
    });
    expect(attempts).toBe(2);
    expect((await read(QM, request))[0]).toMatchObject({ state: 'settled', missedAt: stale[0]?.dueAt });
  });

  it('reads its watch list from the index', async () => {
    await desk.superuser('set enable_seqscan = off');
    const plan = await desk.superuser<{ 'QUERY PLAN': string }>(
      `explain select id from deadlines where ticks and missed_at is null and due_at <= '2026-01-01' order by due_at limit 500`,
    );
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('deadlines_to_watch');
  });
});

function officerOf(state: string): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role: 'tracing_officer',
    sessionId: idOf<SessionId>(randomUUID()),
  };
}

async function submitted(): Promise<RequestOfDeadlines> {
  const request = {
    id: idOf<RequestId>(randomUUID()),
    reference: 'TD-7K3F-92QX4',
    requestingState: QR.state,
    requestedState: QM.state,
  };
  await move(QR, request, SUBMITTED, []);
  return request;
}

async function consentAsked(request: RequestOfDeadlines): Promise<ConsentId> {
  const consentId = idOf<ConsentId>(randomUUID());
  await move(QR, { ...request, consentId }, { consent: 'runs' }, []);
  return consentId;
}

async function move(
  actor: Officer,
  request: RequestOfDeadlines,
  clocks: ClockMove['clocks'],
  readings?: readonly ClockReading[],
  profile?: DeadlineProfile,
): Promise<void> {
  await desk.work.run(actor, 'spec.move', async (tx) => {
    await deadlines.save(tx, request, next(readings ?? (await deadlines.of(tx, request.id)), clocks, tx.now, profile));
    return ok(null);
  });
}

function next(readings: readonly ClockReading[], clocks: ClockMove['clocks'], at: Date, profile: DeadlineProfile = ITI_DEFAULT) {
  const parties = { requesting: { state: QR.state, timeZone: 'UTC' }, requested: { state: QM.state, timeZone: 'Europe/Paris' } };
  return advanceClocks(readings, { clocks, at, cause: 'spec.moved', parties, profile, priority: 'routine' });
}

async function read(actor: Officer, request: RequestOfDeadlines): Promise<ClockReading[]> {
  return desk.work.read(actor, (tx) => deadlines.of(tx, request.id));
}

async function entries(request?: RequestOfDeadlines) {
  return desk.superuser('select state, counterpart_state from audit_entries where $1::uuid is null or object_id = $1', [
    request?.id ?? null,
  ]);
}

async function sweep(): Promise<number> {
  return newSweep().sweep();
}

function newSweep(): DeadlineSweep {
  return new DeadlineSweep(desk.database, auditLog(), desk.outbox, log());
}

function auditLog(): AuditLog {
  return new AuditLog(new EventCatalogue(DEADLINE_EVENTS), desk.stateKeys);
}

function log(): DeskLog {
  return new DeskLog('error');
}

function dyingOutbox(): Outbox {
  return Object.assign(new Outbox(), { add: () => Promise.reject(new Error('killed')) });
}
