import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Disclosures } from '@tracedesk/confidentiality';
import { recompute } from '@tracedesk/deadlines/core';
import { idOf, Sealed, stateCode, type Officer, type RequestId, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase } from '@tracedesk/testing/database';
import { must, openDeskOver, type OpenDesk } from '@tracedesk/testing/desk';
import { ExplainDeadline, ReadDeadlines, ReadQuestion, ReadRequest, ReadResponses, ReadTimeline } from '@tracedesk/tracing';
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

  it('holds requests at every stage, and the log of how they came about', () => {
    expect(requests.length).toBeGreaterThan(5);
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
        const { id } = must(
          await desk.get(Disclosures).open(person, {
            subject: { kind: 'tracing_request', id: request.id },
            purpose: 'legal_proceedings',
            justification: Sealed.of('Reading it again after the update.'),
          }),
        );
        const { question } = must(await desk.get(ReadQuestion).execute(person, request.id, id));
        expect(question.reveal().firearm).toBeDefined();
        must(await desk.get(ReadResponses).execute(person, request.id, id));
      }
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
