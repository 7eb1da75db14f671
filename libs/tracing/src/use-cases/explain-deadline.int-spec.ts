import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { recompute, type Explanation } from '@tracedesk/deadlines/core';
import { idOf, type RequestId } from '@tracedesk/kernel';
import { TracingWalk, must, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { ExplainDeadline } from './explain-deadline.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

describe('how a date was worked out', () => {
  it('is not told to a third State, which hears the same as of a request that never was', async () => {
    const { id } = await walk.submitted();
    const stranger = desk.officer('QN');
    expect(await desk.get(ExplainDeadline).execute(stranger, id, 'response')).toBeDeniedWith('REQUEST_NOT_FOUND');
    const never = idOf<RequestId>(randomUUID());
    expect(await desk.get(ExplainDeadline).execute(stranger, never, 'response')).toBeDeniedWith('REQUEST_NOT_FOUND');
  });

  it.each(['information', 'lunch', ''])('is not told of a period the request has not (%j)', async (clock) => {
    const { id } = await walk.submitted();
    expect(await desk.get(ExplainDeadline).execute(walk.requested, id, clock)).toBeDeniedWith('DEADLINE_NOT_FOUND');
  });

  it('is the same for both parties, and gives the stored instant again from what was sent', async () => {
    const { id } = await walk.acknowledged();
    const [told, toldTheOther] = [walk.requesting, walk.requested].map((party) =>
      desk.get(ExplainDeadline).execute(party, id, 'response'),
    );
    const explanation = must(await (told as NonNullable<typeof told>));
    expect(must(await (toldTheOther as NonNullable<typeof told>))).toEqual(explanation);
    expect(explanation.lines.map(({ line }) => line)).toEqual(['started', 'profile', 'term', 'zone', 'term_ends', 'due']);

    const sent = JSON.parse(JSON.stringify(explanation)) as Explanation;
    const [row] = await desk.database.superuser<{ due_at: Date }>(
      `select due_at from deadlines where request_id = $1 and clock = 'response'`,
      [id],
    );
    expect(recompute(sent.derivation)).toEqual(row?.due_at);
  });
});
