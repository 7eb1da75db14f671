import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, ok, stateCode, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';

const REFUSED = { context: { sqlState: '42501' } };
const DEADLINE = `(reference, request_id, requesting_state, requested_state, clock, acting_state, profile, due_at`;
const VALUES = `('TD-7K3F-92QX4', '${randomUUID()}', 'QR', 'QM', 'response', 'QM', 'ITI-DEFAULT', clock_timestamp()`;

let desk: TestDatabase;

beforeAll(async () => {
  desk = await openTestDatabase();
});
afterAll(() => desk.close());

describe('what a State may do with deadlines', () => {
  it.each([
    ['delete one', 'delete from deadlines'],
    ['say that it acts instead of the other', `update deadlines set acting_state = 'QR'`],
    ['hang it on another request', `update deadlines set request_id = '${randomUUID()}'`],
    ['delete a miss', 'delete from missed_deadlines'],
    ['say that a miss was entered', 'update missed_deadlines set entered_at = clock_timestamp()'],
    [
      'note a miss as already entered',
      `insert into missed_deadlines ${DEADLINE}, entered_at) values ${VALUES}, clock_timestamp())`,
    ],
  ])('is not to %s', async (_what, statement) => {
    await expect(asState('QR', statement)).rejects.toMatchObject(REFUSED);
  });

  it('is not to note a miss between two other States', async () => {
    await expect(asState('QN', `insert into missed_deadlines ${DEADLINE}) values ${VALUES})`)).rejects.toMatchObject(REFUSED);
  });
});

describe('what the processes may do', () => {
  it.each([
    ['sweeper', 'update deadlines set due_at = clock_timestamp()'],
    ['sweeper', `update deadlines set state = 'settled'`],
    ['sweeper', 'delete from deadlines'],
    ['sweeper', 'select 1 from tracing_requests'],
    ['sweeper', 'select 1 from protected_parts'],
    ['relay', 'select 1 from deadlines'],
    ['relay', 'select 1 from missed_deadlines'],
  ] as const)('the %s may not: %s', async (role, statement) => {
    await expect(desk.database.as(role, (tx) => tx.query(statement))).rejects.toMatchObject(REFUSED);
  });
});

async function asState(state: string, statement: string): Promise<void> {
  const officer: Officer = {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    sessionId: idOf<SessionId>(randomUUID()),
    state: stateCode(state),
    role: 'supervisor',
  };
  await desk.work.run(officer, 'spec.attempt', async (tx) => {
    await tx.query(statement);
    return ok(null);
  });
}
