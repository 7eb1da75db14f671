import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AuditModule } from '@tracedesk/audit';
import { idOf, Sealed, stateCode, type Officer, type PersonId, type Role, type SessionId } from '@tracedesk/kernel';
import { DatabaseModule, UnitOfWork, type Subject, type Tx } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { CONFIDENTIALITY_EVENTS } from './audit-events.js';
import { ConfidentialityModule } from './confidentiality.module.js';
import { DisclosureSubjects } from './disclosure-subjects.service.js';
import { Disclosures, type OpenDisclosure } from './disclosures.service.js';
import type { DisclosureFacts } from './may-disclose.js';

const SUBJECT = { kind: 'tracing_request', id: randomUUID() } as const;
const WORDS = 'Wanted by the court in case 12.';

/** What there is of the request: it grows while sittings last. */
let contents: readonly string[] = ['question'];

let isAssigned = true;

/** One acknowledged request of QR to QM, to which one officer of QM is assigned. */
class OneRequest extends DisclosureSubjects {
  override factsOf(tx: Tx, { kind, id }: Subject, actor: Officer): Promise<DisclosureFacts | null> {
    if (id !== SUBJECT.id || kind !== SUBJECT.kind || !['QR', 'QM'].includes(tx.state)) return Promise.resolve(null);
    return Promise.resolve({
      kind: 'tracing_request',
      requestingState: stateCode('QR'),
      requestedState: stateCode('QM'),
      status: 'responded',
      assignedToActor: isAssigned && actor.personId === ASSIGNED.personId,
    });
  }

  override contentsOf(): Promise<readonly string[]> {
    return Promise.resolve(contents);
  }
}

const ASSIGNED = aPerson('QM', 'tracing_officer');
const COLLEAGUE = aPerson('QM', 'tracing_officer');

let desk: TestDatabase;
let app: INestApplicationContext;
let disclosures: Disclosures;

beforeAll(async () => {
  desk = await openTestDatabase();
  app = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRoot({ access: desk.access, keysFolder: desk.keysFolder }),
      AuditModule.forEvents(CONFIDENTIALITY_EVENTS),
      ConfidentialityModule.forSubjects(OneRequest),
    ],
  }).compile();
  disclosures = app.get(Disclosures);
});
afterAll(async () => {
  await app.close();
  await desk.close();
});

describe('opening protected content', () => {
  it('is denied to a third State as if there were nothing, and the attempt is counted once a minute', async () => {
    const stranger = aPerson('QN', 'supervisor');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      expect(await open(stranger, { purpose: 'other', justification: Sealed.of(WORDS) })).toMatchObject({
        denial: { code: 'DISCLOSURE_SUBJECT_NOT_FOUND' },
      });
    }
    const counted = await desk.superuser<{ count: number }>(
      'select sum(count)::int as count from denied_reads where person_id = $1',
      [stranger.personId],
    );
    expect(counted[0]?.count).toBe(3);
    expect(await entriesOf('QN')).toEqual([{ counterpart_state: null, action: 'read.denied' }]);
  });

  it('is denied to an auditor in so many words', async () => {
    const result = await open(aPerson('QM', 'auditor'), { purpose: 'audit_review', justification: Sealed.of(WORDS) });
    expect(result).toMatchObject({ denial: { code: 'DISCLOSURE_NOT_PERMITTED', paragraph: '15(a)' } });
  });

  it('makes one entry on the record of the own State alone, with the words sealed', async () => {
    const opened = await open(COLLEAGUE, { purpose: 'legal_proceedings', justification: Sealed.of(WORDS) });
    expect(opened).toMatchObject({ ok: true, value: { rule: 'stated-need', subject: SUBJECT } });
    expect(await entriesOf('QM', 'disclosure.opened')).toEqual([{ counterpart_state: null, action: 'disclosure.opened' }]);
    const parts = await desk.superuser<{ content: Buffer }>('select content from audit_parts');
    expect(parts.some(({ content }) => content.includes(WORDS))).toBe(false);
  });

  it('lasts thirty minutes of wall time, however far the business clock is moved', async () => {
    const opened = await given(ASSIGNED);
    expect(opened.expiresAt.getTime() - opened.openedAt.getTime()).toBe(30 * 60_000);
    await desk.advance('1 day');
    expect(await requireAs(ASSIGNED, opened.id)).toMatchObject({ ok: true });
    await desk.superuser(
      `update disclosures set opened_at = opened_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes' where id = $1`,
      [opened.id],
    );
    expect(await requireAs(ASSIGNED, opened.id)).toMatchObject({ denial: { code: 'DISCLOSURE_EXPIRED' } });
  });
});

describe('a disclosure', () => {
  it.each([
    ['none', undefined],
    ['an unknown one', randomUUID()],
    ['something else', "' or true --"],
  ])('is asked for when there is %s', async (_what, id) => {
    expect(await requireAs(ASSIGNED, id)).toMatchObject({ denial: { code: 'DISCLOSURE_REQUIRED' } });
  });

  it('serves its own person, session and subject only', async () => {
    const { id } = await given(ASSIGNED);
    const otherSession = { ...ASSIGNED, sessionId: idOf<SessionId>(randomUUID()) };
    for (const actor of [COLLEAGUE, otherSession, { ...ASSIGNED, state: stateCode('QR') }]) {
      expect(await requireAs(actor, id)).toMatchObject({ denial: { code: 'DISCLOSURE_REQUIRED' } });
    }
    const another = { kind: 'tracing_request', id: randomUUID() };
    expect(await requireAs(ASSIGNED, id, another)).toMatchObject({ denial: { code: 'DISCLOSURE_REQUIRED' } });
    expect(await requireAs(ASSIGNED, id)).toMatchObject({ ok: true, value: { id, rule: 'assigned' } });
  });

  it('is found again by its own person in the same session, as long as it lasts', async () => {
    const reader = aPerson('QM', 'supervisor');
    expect(await disclosures.current(reader, SUBJECT)).toBeNull();
    const first = await open(reader, { purpose: 'supervision', justification: Sealed.of(WORDS) });
    const second = await open(reader, { purpose: 'other', justification: Sealed.of(WORDS) });
    expect(first.ok && second.ok && (await disclosures.current(reader, SUBJECT))?.purpose).toBe('other');
    expect(await disclosures.current({ ...reader, sessionId: idOf<SessionId>(randomUUID()) }, SUBJECT)).toBeNull();
    await desk.superuser("update disclosures set expires_at = opened_at + interval '1 microsecond' where person_id = $1", [
      reader.personId,
    ]);
    expect(await disclosures.current(reader, SUBJECT)).toBeNull();
  });

  it('covers what there was when it was opened, and says so in its entry: what comes later asks for another', async () => {
    const reader = aPerson('QM', 'supervisor');
    const first = await open(reader, { purpose: 'supervision', justification: Sealed.of(WORDS) });
    if (!first.ok) throw new Error(first.denial.code);
    expect(await factsOf(first.value.id)).toMatchObject({ purpose: 'supervision', rule: 'supervising', covers: 'question' });
    contents = ['question', 'response.1'];
    expect(await requireAs(reader, first.value.id)).toMatchObject({ denial: { code: 'DISCLOSURE_OUTGROWN' } });
    expect(await disclosures.current(reader, SUBJECT)).toBeNull();
    const second = await open(reader, { purpose: 'supervision', justification: Sealed.of(WORDS) });
    if (!second.ok) throw new Error(second.denial.code);
    expect(await requireAs(reader, second.value.id)).toMatchObject({ ok: true });
    expect(await factsOf(second.value.id)).toMatchObject({ covers: 'question response.1' });
  });

  it('ends with the role, and with the task, that it was opened to', async () => {
    const supervisor = aPerson('QM', 'supervisor');
    const opened = await open(supervisor, { purpose: 'supervision', justification: Sealed.of(WORDS) });
    if (!opened.ok) throw new Error(opened.denial.code);
    for (const role of ['tracing_officer', 'auditor', 'administrator'] as const) {
      const changed = { ...supervisor, role };
      expect(await requireAs(changed, opened.value.id)).toMatchObject({ denial: { code: 'DISCLOSURE_NOT_PERMITTED' } });
      expect(await disclosures.current(changed, SUBJECT)).toBeNull();
    }
    expect(await requireAs(supervisor, opened.value.id)).toMatchObject({ ok: true });

    const { id } = await given(ASSIGNED);
    isAssigned = false;
    expect(await requireAs(ASSIGNED, id)).toMatchObject({ denial: { code: 'DISCLOSURE_NOT_PERMITTED' } });
    isAssigned = true;
    expect(await requireAs(ASSIGNED, id)).toMatchObject({ ok: true });
  });

  it('is seen by no other State and changed by nobody', async () => {
    const { id } = await given(ASSIGNED);
    const work = app.get(UnitOfWork);
    expect(
      await work.read(aPerson('QR', 'supervisor'), (tx) => tx.query('select 1 from disclosures where id = $1', [id])),
    ).toEqual([]);
    const change = work.run(
      ASSIGNED,
      'spec.change',
      (tx) => tx.query(`update disclosures set expires_at = 'infinity' where id = $1`, [id]) as never,
    );
    await expect(change).rejects.toMatchObject({ context: { sqlState: '42501' } });
  });
});

function aPerson(state: string, role: Role): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role,
    sessionId: idOf<SessionId>(randomUUID()),
  };
}

function open(actor: Officer, command: Omit<OpenDisclosure, 'subject'>) {
  return disclosures.open(actor, { subject: SUBJECT, ...command });
}

async function given(actor: Officer) {
  const result = await open(actor, { purpose: 'assigned_task' });
  if (!result.ok) throw new Error(result.denial.code);
  return result.value;
}

function requireAs(actor: Officer, id: string | undefined, subject: Subject = SUBJECT) {
  return app.get(UnitOfWork).read(actor, (tx) => disclosures.require(tx, id, actor, subject));
}

async function entriesOf(state: string, action?: string) {
  const rows = await desk.superuser<{ counterpart_state: string | null; action: string }>(
    `select entry.counterpart_state, convert_from(part.content, 'UTF8')::jsonb ->> 'action' as action
       from audit_entries entry join audit_parts part on part.entry_id = entry.id and part.name = 'envelope'
      where entry.state = $1`,
    [state],
  );
  return rows.filter((row) => action === undefined || row.action === action);
}

async function factsOf(disclosureId: string) {
  const [row] = await desk.superuser<{ facts: Record<string, string> }>(
    `select convert_from(content, 'UTF8')::jsonb -> 'facts' as facts
       from audit_parts
      where name = 'envelope' and convert_from(content, 'UTF8')::jsonb -> 'facts' ->> 'disclosure' = $1`,
    [disclosureId],
  );
  return row?.facts;
}
