import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Sealed, idOf, type RequestId } from '@tracedesk/kernel';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { AcknowledgeRequest } from './acknowledge-request.service.js';
import { AmendDraft } from './amend-draft.service.js';
import { CloseRequest } from './close-request.service.js';
import { DiscardDraft } from './discard-draft.service.js';
import type { Tx } from '@tracedesk/platform';
import { TracingRequests } from '../tracing-requests.repository.js';
import { CheckTraceability } from './check-traceability.service.js';
import { RedirectRequest } from './redirect-request.service.js';
import { ReopenRequest } from './reopen-request.service.js';
import { ReadRequest } from './read-request.service.js';
import { RespondToRequest } from './respond-to-request.service.js';
import { SubmitRequest } from './submit-request.service.js';
import { WithdrawRequest } from './withdraw-request.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

const WORDS = { reference: 'QM-17', expectedOn: '2099-01-01' };

/** What is stored about requests, but for entries and counts of what was denied. */
async function stored(): Promise<unknown> {
  const tables = [
    'tracing_requests',
    'tracing_request_drafts',
    'responses',
    'request_assignments',
    'deadlines',
    'outbox',
    'protected_parts',
    'idempotency_keys',
  ];
  const counts = tables.map((table) => `(select jsonb_agg(row order by row::text) from ${table} row) as ${table}`);
  return (await desk.database.superuser(`select ${counts.join(', ')}`))[0];
}

async function entriesOf(id: string): Promise<readonly string[]> {
  const rows = await desk.database.superuser<{ action: string }>(
    `select convert_from(content, 'UTF8')::jsonb ->> 'action' as action
       from audit_entries join audit_parts on entry_id = id and name = 'envelope'
      where object_id = $1 order by occurred_at, id`,
    [id],
  );
  return rows.map(({ action }) => action);
}

describe('a request that is opened again', () => {
  it('keeps what its period rests on: that the records are directly accessible', async () => {
    const draft = await walk.drafted({ urgentBecause: 'The suspect must be brought before a judge.' });
    const changes = { priority: 'urgent', legalBasis: 'EU_2023_977', directlyAccessible: true } as const;
    const direct = must(
      await desk.get(AmendDraft).execute(walk.requesting, { requestId: draft.id, version: draft.version }, changes),
    );
    must(await desk.get(CheckTraceability).execute(walk.requesting, direct.id));
    const submitted = must(await desk.get(SubmitRequest).execute(walk.requesting, on(direct)));
    const isDirect = (tx: Tx) => desk.get(TracingRequests).find(tx, draft.id);
    const kept = async () => (await desk.database.work.read(walk.requesting, isDirect))?.request.directlyAccessible;
    expect(await kept()).toBe(true);
    const redirected = await desk.get(RedirectRequest).execute(walk.requested, on(submitted), { believedState: 'unknown' });
    const words = { ground: 'redirect_contested', because: Sealed.of('The mark is yours.') } as const;
    const reopened = must(await desk.get(ReopenRequest).execute(walk.requesting, on(must(redirected)), words));
    expect(reopened).toMatchObject({ status: 'acknowledged' });
    expect(await kept()).toBe(true);
  });
});

describe('a move that is denied', () => {
  it.each([
    ['submit', (id: RequestId) => desk.get(SubmitRequest).execute(desk.officer('QN'), on({ id, version: 2 }))],
    ['acknowledge', (id: RequestId) => desk.get(AcknowledgeRequest).execute(desk.officer('QN'), on({ id, version: 2 }), WORDS)],
    [
      'withdraw',
      (id: RequestId) =>
        desk.get(WithdrawRequest).execute(desk.officer('QN'), on({ id, version: 2 }), { reason: Sealed.of('x') }),
    ],
    ['read', (id: RequestId) => desk.get(ReadRequest).execute(desk.officer('QN'), id)],
  ])('tells a third State the same of a request there is and of none (%s)', async (_, attempt) => {
    const { id } = await walk.submitted();
    const ofOthers = await attempt(id);
    const ofNone = await attempt(idOf<RequestId>(randomUUID()));
    expect(ofOthers).toEqual({ ok: false, denial: { code: 'REQUEST_NOT_FOUND' } });
    expect(ofNone).toEqual(ofOthers);
  });

  it('is not told to the State asked while the request is a draft', async () => {
    const { id } = await walk.drafted();
    expect(await desk.get(ReadRequest).execute(walk.requested, id)).toBeDeniedWith('REQUEST_NOT_FOUND');
  });

  it('leaves nothing but its entry', async () => {
    const request = await walk.submitted();
    const before = await stored();
    const denied = await desk.get(AcknowledgeRequest).execute(walk.requesting, on(request), WORDS);
    expect(denied).toBeDeniedWith('ACTION_OF_OTHER_PARTY');
    expect(await stored()).toEqual(before);
    expect((await entriesOf(request.id)).at(-1)).toBe('action.denied');
  });

  it('says that the request has changed to whoever read an older version', async () => {
    const request = await walk.acknowledged();
    const stale = on({ ...request, version: request.version - 1 });
    const response = { kind: 'no_record', finding: 'NO_RECORD_FOUND', content: Sealed.of({ items: [] }) } as const;
    expect(await desk.get(RespondToRequest).execute(walk.requested, stale, { response })).toBeDeniedWith('VERSION_CONFLICT');
  });

  it('asks for the traceability check of this version before a request is submitted', async () => {
    const draft = await walk.checked();
    const amended = must(
      await desk
        .get(AmendDraft)
        .execute(walk.requesting, { requestId: draft.id, version: draft.version }, { priority: 'routine' }),
    );
    expect(await desk.get(SubmitRequest).execute(walk.requesting, on(amended))).toBeDeniedWith('TRACEABILITY_CHECK_NOT_READ');
  });

  it('does not close with a follow-up that is no request of one’s own', async () => {
    const request = await walk.responded();
    const followUp = { kind: 'linked', requestId: idOf<RequestId>(randomUUID()) } as const;
    const close = desk.get(CloseRequest).execute(walk.requesting, on(request), { outcome: 'NO_RECORD_FOUND', followUp });
    expect(await close).toBeDeniedWith('FOLLOW_UP_UNKNOWN');
  });

  it('does not close on silence while the clock still runs', async () => {
    const close = desk
      .get(CloseRequest)
      .execute(walk.requesting, on(await walk.submitted()), { outcome: 'NOT_TRACED', followUp: null });
    expect(await close).toBeDeniedWith('CLOCK_NOT_MISSED');
  });
});

describe('two officers who move at once', () => {
  it('have one winner, and a conflict for the other', async () => {
    const request = await walk.submitted();
    const results = await Promise.all([
      desk.get(AcknowledgeRequest).execute(desk.officer('QM'), on(request), WORDS),
      desk.get(AcknowledgeRequest).execute(desk.officer('QM', 'contact'), on(request), WORDS),
      desk.get(WithdrawRequest).execute(desk.officer('QR'), on(request), { reason: Sealed.of('Found elsewhere.') }),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const lost of results.filter(({ ok }) => !ok)) expect(lost).toBeDeniedWith('VERSION_CONFLICT');
    const moves = (await entriesOf(request.id)).filter((action) => /acknowledged|withdrawn/.test(action));
    expect(moves).toHaveLength(1);
  });
});

describe('a move that is sent again under its key', () => {
  it('happens once and is answered with the request', async () => {
    const attempt = on(await walk.checked());
    const first = must(await desk.get(SubmitRequest).execute(walk.requesting, attempt));
    const second = must(await desk.get(SubmitRequest).execute(walk.requesting, attempt));
    expect(second).toEqual(first);
    expect((await entriesOf(first.id)).filter((action) => action === 'tracing_request.submitted')).toHaveLength(1);
  });

  it('is refused when it asks for something else', async () => {
    const attempt = on(await walk.checked());
    must(await desk.get(SubmitRequest).execute(walk.requesting, attempt));
    const other = { ...attempt, once: { ...attempt.once, requestHash: Buffer.alloc(32) } };
    expect(await desk.get(SubmitRequest).execute(walk.requesting, other)).toBeDeniedWith('IDEMPOTENCY_KEY_REUSED');
  });
});

describe('a move', () => {
  it('writes its row, its clocks, its wake-ups, its notice and one entry', async () => {
    const request = await walk.submitted();
    expect(request).toMatchObject({ status: 'submitted', stage: 'submitted', version: 2, actions: ['withdraw'] });
    expect(request.deadlines?.map(({ clock, state }) => [clock, state])).toEqual([
      ['acknowledgement', 'runs'],
      ['response', 'runs'],
    ]);
    expect(request.nextDueAt).toEqual(request.deadlines?.[0]?.dueAt);
    const rows = await desk.database.superuser<{ job: string; payload: object }>(
      `select job, payload from outbox where payload ->> 'requestId' = $1 order by job, payload ->> 'clock'`,
      [request.id],
    );
    expect(rows.map(({ job }) => job)).toEqual(['check-deadline', 'check-deadline', 'write-notice']);
    expect(await entriesOf(request.id)).toEqual([
      'tracing_request.drafted',
      'traceability_check.read',
      'tracing_request.submitted',
    ]);
  });

  it('goes from a draft to a closed request', async () => {
    const request = await walk.responded();
    expect(request).toMatchObject({
      status: 'responded',
      response: { kind: 'no_record', finding: 'NO_RECORD_FOUND' },
      nextDueAt: null,
    });
    const closed = must(
      await desk.get(CloseRequest).execute(walk.requesting, on(request), { outcome: 'NO_RECORD_FOUND', followUp: null }),
    );
    expect(closed).toMatchObject({ status: 'closed', stage: 'closed', outcome: 'NO_RECORD_FOUND', actions: ['reopen'] });
    // What stood in the way is kept with the request, and open to both States.
    for (const officer of [walk.requesting, walk.requested]) {
      const read = must(await desk.get(ReadRequest).execute(officer, closed.id));
      expect(read.obstacle).toBe('no_record_kept');
    }
    expect(must(await desk.get(ReadRequest).execute(walk.requested, request.id))).toMatchObject({
      direction: 'incoming',
      status: 'closed',
    });
  });

  it('leaves nothing of a draft that is discarded', async () => {
    const draft = await walk.drafted();
    must(await desk.get(DiscardDraft).execute(walk.requesting, on(draft)));
    expect(await desk.get(ReadRequest).execute(walk.requesting, draft.id)).toBeDeniedWith('REQUEST_NOT_FOUND');
    const parts = await desk.database.superuser('select 1 from protected_parts where record_id = $1', [draft.id]);
    expect(parts).toEqual([]);
  });
});
