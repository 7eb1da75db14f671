import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer, RequestId, Result } from '@tracedesk/kernel';
import { COMPLETE_QUESTION } from '@tracedesk/testing';
import { TracingWalk, must, on, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { Question } from './question.js';
import type { RequestSummary } from './request-summary.js';
import { CheckTraceability } from './use-cases/check-traceability.service.js';
import { ReadTraceability } from './use-cases/read-traceability.service.js';
import { SubmitRequest } from './use-cases/submit-request.service.js';

// Two agencies of one State, and an agency of another, ask about a firearm found with the same number.

let desk: TestDesk;
let one: TracingWalk;
let other: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  one = new TracingWalk(desk);
  other = new TracingWalk(as(desk.officer('QR', 'contact')));
});
afterAll(() => desk?.close());
afterEach(() => desk.database.superuser('delete from desk.outbox'));

describe('two agencies that ask about what may be the same firearm', () => {
  it('are told nothing of each other in two States, about other numbers, or where one person writes both drafts', async () => {
    await one.checked(firearm('BX200417'));
    await new TracingWalk(desk, { from: 'QN' }).submitted(firearm('BX200417'));
    await other.submitted(firearm('BX200999'));
    await one.submitted(firearm('BX200417'));
    await other.drafted({ firearm: { type: { value: 'rifle' } } });
    expect(await told()).toEqual([]);
  });

  it('let the first know that the second drafts, and that it asked; the first reads the check again and then may ask too', async () => {
    const first = await one.checked(firearm('CX310528'));
    const second = await other.checked(firearm('CX 310528'));
    expect(await told()).toEqual([first.id]);
    must(await submit(other, second));
    expect(await told()).toEqual([first.id, first.id]);

    expect(await submit(one, first)).toBeDeniedWith('ASKED_SINCE_CHECK');
    const { askedBefore, askedSinceRead } = must(await desk.get(ReadTraceability).execute(one.requesting, first.id));
    expect([askedBefore.map(({ requestId }) => requestId), askedSinceRead]).toEqual([[second.id], true]);
    must(await desk.get(CheckTraceability).execute(one.requesting, first.id));
    must(await submit(one, first));
  });

  it('let the second know when the first asks before it; the check that showed the draft was enough', async () => {
    const first = await one.checked(firearm('DX420639'));
    const second = await other.checked(firearm('DX420639'));
    must(await submit(one, first));
    expect(await told()).toEqual([first.id, second.id]);
    must(await submit(other, second));
  });

  it('are found by the later of two drafts written at the same moment', async () => {
    const drafts = await Promise.all([one, other].map((walk) => walk.drafted(firearm('EX530741'))));
    const ids = await told();
    expect(ids).toHaveLength(1);
    expect(drafts.map(({ id }) => id)).toContain(ids[0]);
  });

  it('learn nothing of each other’s draft from the notice: it leads to the own one', async () => {
    const first = await one.drafted(firearm('FX640852'));
    const second = await other.drafted(firearm('FX640852'));
    const [row, ...more] = await notices();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ state: 'QR', requestId: first.id, reference: first.reference, audience: 'assigned' });
    for (const word of [second.id, second.reference, 'FX640852', other.requesting.personId])
      expect(JSON.stringify(row)).not.toContain(word);
  });
});

function firearm(serialNumber: string): Partial<Question> {
  return { firearm: { ...COMPLETE_QUESTION.firearm, serialNumber: { value: serialNumber } } };
}

function submit(walk: TracingWalk, draft: RequestSummary): Promise<Result<RequestSummary>> {
  return desk.get(SubmitRequest).execute(walk.requesting, on(draft));
}

/** The drafts whose people were told, in the order of telling. */
async function told(): Promise<readonly RequestId[]> {
  return (await notices()).map(({ requestId }) => requestId as RequestId);
}

async function notices(): Promise<readonly Record<string, unknown>[]> {
  const rows = await desk.database.superuser<{ payload: Record<string, unknown> }>(
    `select payload from desk.outbox where payload ->> 'kind' = 'asked_alongside' order by id`,
  );
  return rows.map(({ payload }) => payload);
}

/** The same desk, where this person acts for the State that asks. */
function as(person: Officer): ConstructorParameters<typeof TracingWalk>[0] {
  return {
    officer: (state, name) => (state === person.state && name === undefined ? person : desk.officer(state, name)),
    get: (service) => desk.get(service),
  };
}
