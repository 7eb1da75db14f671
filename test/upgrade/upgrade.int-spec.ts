import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { createHash } from 'node:crypto';
import { ListAttachments, ReadAttachment } from '@tracedesk/attachments';
import { Disclosures } from '@tracedesk/confidentiality';
import { recompute } from '@tracedesk/deadlines/core';
import { idOf, Sealed, stateCode, type Officer, type RequestId, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase } from '@tracedesk/testing/database';
import { must, openDeskOver, type OpenDesk } from '@tracedesk/testing/desk';
import { ExplainDeadline, ReadDeadlines, ReadQuestion, ReadRequest, ReadResponses, ReadTimeline } from '@tracedesk/tracing';
import { STATUSES } from '@tracedesk/tracing/core';
import { bringBack, RELEASES, type KeptRelease } from './bring-back.js';

// The whole past of a release is brought up to date and read again.
jest.setTimeout(120_000);

interface Party {
  readonly id: RequestId;
  readonly requesting: string;
  readonly requested: string;
}

describe.each(RELEASES)('a database that %s made', (release) => {
  let kept: KeptRelease;
  let desk: OpenDesk;
  let requests: readonly Party[];
  let people: readonly Officer[];
  let before: number;

  beforeAll(async () => {
    kept = await bringBack(release);
    await kept.upgrade();
    desk = await openDeskOver(await openTestDatabase({ kept }));
    const { database } = desk;
    requests = await database.superuser<Party>(
      'select id, requesting_state as requesting, requested_state as requested from tracing_requests order by reference',
    );
    people = (
      await database.superuser<{ id: string; state: string; role: Officer['role'] }>(
        'select id, state, role from people where active',
      )
    ).map(({ id, state, role }) => ({
      kind: 'person',
      personId: idOf(id),
      state: stateCode(state),
      role,
      sessionId: idOf<SessionId>('00000000-0000-4000-8000-000000000000'),
    }));
    [before] = (await database.superuser<{ n: number }>('select count(*)::int as n from audit_entries')).map(({ n }) => n) as [
      number,
    ];
  });
  afterAll(async () => {
    await desk?.close();
    await kept?.drop();
  });

  async function disclosureOf(person: Officer, requestId: RequestId): Promise<string> {
    const subject = { kind: 'tracing_request', id: requestId } as const;
    const justification = Sealed.of('Reading it again after the update.');
    return must(await desk.get(Disclosures).open(person, { subject, purpose: 'legal_proceedings', justification })).id;
  }

  it('holds requests at every stage, files, cases and consents, and the log of how they came about', async () => {
    const statuses = await desk.database.superuser<{ status: string }>(
      `select status from tracing_requests union select 'draft' from tracing_request_drafts`,
    );
    expect(statuses.map(({ status }) => status).sort()).toEqual([...STATUSES].sort());
    for (const table of ['attachments', 'weapon_cases', 'follow_up_facts', 'consents', 'disclosures', 'missed_deadlines'])
      expect([table, await desk.database.superuser(`select 1 from ${table} limit 1`)]).toEqual([table, [expect.anything()]]);
    expect(before).toBeGreaterThan(100);
  });

  it('has nothing left to bring up to date', async () => {
    expect(await kept.upgrade()).toEqual([]);
  });

  it('shows each request, its timeline and its deadlines to every role of its two States, and to nobody of a third', async () => {
    let seen = 0;
    for (const request of requests)
      for (const person of people) {
        const answer = await desk.get(ReadRequest).execute(person, request.id);
        const party = [request.requesting, request.requested].includes(person.state);
        if (!party) expect(answer).toBeDeniedWith('REQUEST_NOT_FOUND');
        if (!party || !answer.ok) continue;
        seen += 1;
        must(await desk.get(ReadTimeline).execute(person, request.id));
        must(await desk.get(ReadDeadlines).execute(person, request.id));
      }
    expect(seen).toBeGreaterThanOrEqual(requests.length * 2);
  });

  it('opens what was asked and what was answered with its own keys, to both States', async () => {
    for (const request of requests)
      for (const state of [request.requesting, request.requested]) {
        const person = people.find((one) => one.state === state && one.role === 'tracing_officer')!;
        const id = await disclosureOf(person, request.id);
        const { question } = must(await desk.get(ReadQuestion).execute(person, request.id, id));
        expect(question.reveal().firearm).toBeDefined();
        must(await desk.get(ReadResponses).execute(person, request.id, id));
      }
  });

  it('hands out the files of a request as they were added, to both States', async () => {
    let opened = 0;
    for (const request of requests)
      for (const state of [request.requesting, request.requested]) {
        const person = people.find((one) => one.state === state && one.role === 'tracing_officer')!;
        const id = await disclosureOf(person, request.id);
        for (const file of must(await desk.get(ListAttachments).execute(person, request.id, id))) {
          const wanted = { requestId: request.id, attachmentId: file.id, form: 'original' } as const;
          const { content } = must(await desk.get(ReadAttachment).execute(person, wanted, id));
          expect(createHash('sha256').update(content.reveal()).digest('hex')).toBe(file.about.reveal().sha256);
          opened += 1;
        }
      }
    expect(opened).toBeGreaterThanOrEqual(2);
  });

  it('works out every due date again, to the same instant', async () => {
    let worked = 0;
    for (const request of requests) {
      const person = people.find((one) => one.state === request.requesting && one.role === 'tracing_officer')!;
      for (const { clock } of must(await desk.get(ReadDeadlines).execute(person, request.id))) {
        const told = must(await desk.get(ExplainDeadline).execute(person, request.id, clock));
        const exported = JSON.parse(JSON.stringify(told)) as typeof told;
        expect([request.id, clock, recompute(exported.derivation)]).toEqual([request.id, clock, told.storedDueAt]);
        worked += 1;
      }
    }
    expect(worked).toBeGreaterThan(10);
  });
});
