import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { denied, idOf, ok, stateCode, type Officer, type PersonId, type Result, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { createHash, randomUUID } from 'node:crypto';
import type { Once } from './transaction.adapter.js';

let desk: TestDatabase;
let done: string[];

const anOfficer = (state: string, person = '0c6d3c2e-0000-4000-8000-000000000001'): Officer => ({
  kind: 'person',
  personId: idOf<PersonId>(person),
  sessionId: idOf<SessionId>('0c6d3c2e-0000-4000-8000-00000000000f'),
  state: stateCode(state),
  role: 'tracing_officer',
});
const VALMORA = anOfficer('QM');
const hashOf = (text: string) => createHash('sha256').update(text).digest();

const onceUnder = (key: string, request = 'respond in full'): Once<string> => ({
  key,
  requestHash: hashOf(request),
  idOf: (id) => id,
  replay: async (_tx, id) => ok(`${id} again`),
});

async function respond(
  once: Once<string>,
  actor = VALMORA,
  then: () => Promise<Result<string>> = async () => ok(randomUUID()),
): Promise<Result<string>> {
  return desk.work.run(
    actor,
    'tracing_request.respond',
    async () => {
      const result = await then();
      if (result.ok) done.push(result.value);
      return result;
    },
    { once },
  );
}

beforeAll(async () => {
  desk = await openTestDatabase();
});
beforeEach(async () => {
  done = [];
  await desk.superuser('truncate idempotency_keys');
});
afterAll(async () => {
  await desk?.close();
});

describe('a key for one move', () => {
  it('is refused for another request', async () => {
    await respond(onceUnder('key-1'));
    expect(await respond(onceUnder('key-1', 'refuse'))).toEqual(denied('IDEMPOTENCY_KEY_REUSED'));
    expect(done).toHaveLength(1);
    expect(desk.denials.at(-1)?.denial.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('is refused for another action', async () => {
    await respond(onceUnder('key-1'));
    expect(await desk.work.run(VALMORA, 'tracing_request.close', async () => ok('closed'), { once: onceUnder('key-1') })).toEqual(
      denied('IDEMPOTENCY_KEY_REUSED'),
    );
  });

  it('is not for processes', async () => {
    const sweeper = { kind: 'process', name: 'sweeper', state: stateCode('QM') } as const;
    await expect(desk.work.run(sweeper, 'sweep', async () => ok('x'), { once: onceUnder('key-1') })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_NEEDS_A_PERSON',
    });
  });

  it('does the move once and answers the second time from its result', async () => {
    const first = await respond(onceUnder('key-1'));
    const second = await respond(onceUnder('key-1'));
    expect(done).toHaveLength(1);
    expect(first).toEqual(ok(done[0]));
    expect(second).toEqual(ok(`${done[0]} again`));
  });

  it('makes a second request wait for the first, and answers it from there', async () => {
    let letGo: () => void = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const first = respond(onceUnder('key-1'), VALMORA, async () => (await held, ok(randomUUID())));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const second = respond(onceUnder('key-1'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(done).toEqual([]);
    letGo();
    expect([await first, await second]).toEqual([ok(done[0]), ok(`${done[0]} again`)]);
    expect(done).toHaveLength(1);
  });

  it('happens once among twenty at the same time', async () => {
    const results = await Promise.all(Array.from({ length: 20 }, () => respond(onceUnder('key-1'))));
    expect(done).toHaveLength(1);
    expect(results.filter((result) => result.ok && result.value === done[0])).toHaveLength(1);
    expect(results.every((result) => result.ok)).toBe(true);
  });

  it('is free again after a denial and after an error', async () => {
    expect((await respond(onceUnder('key-1'), VALMORA, async () => denied('REASONS_REQUIRED'))).ok).toBe(false);
    await expect(respond(onceUnder('key-1'), VALMORA, () => Promise.reject(new Error('surprise')))).rejects.toThrow('surprise');
    expect((await respond(onceUnder('key-1'))).ok).toBe(true);
    expect(done).toHaveLength(1);
  });

  it('may know the id of its result beforehand, and forgets that too after a denial', async () => {
    const id = randomUUID();
    const known = { ...onceUnder('key-1'), resultId: id };
    expect((await respond(known, VALMORA, async () => denied('REASONS_REQUIRED'))).ok).toBe(false);
    expect(await respond(known, VALMORA, async () => ok(id))).toEqual(ok(id));
    expect(await respond(known, VALMORA, async () => ok(id))).toEqual(ok(`${id} again`));
    expect(done).toEqual([id]);
  });

  it('belongs to one person of one State', async () => {
    await respond(onceUnder('key-1'));
    await respond(onceUnder('key-1'), anOfficer('QN'));
    await respond(onceUnder('key-1'), anOfficer('QM', '0c6d3c2e-0000-4000-8000-000000000009'));
    expect(done).toHaveLength(3);
  });

  it('protects for 24 hours, and is then forgotten by the sweep', async () => {
    await respond(onceUnder('old'));
    await respond(onceUnder('renewed'));
    await desk.superuser(`update idempotency_keys set created_at = created_at - interval '24 hours 1 second'`);
    await respond(onceUnder('young'));
    expect((await respond(onceUnder('renewed', 'another request'))).ok).toBe(true);
    expect(await desk.database.as('sweeper', (tx) => desk.idempotencyKeys.forgetExpired(tx))).toBe(1);
    expect(await desk.superuser('select key from idempotency_keys order by key')).toEqual([{ key: 'renewed' }, { key: 'young' }]);
  });

  it('keeps hash, status and id of the result, and no body', async () => {
    await respond(onceUnder('key-1'));
    const [row] = await desk.superuser<Record<string, unknown>>('select * from idempotency_keys');
    expect(row).toEqual({
      state: 'QM',
      person_id: VALMORA.personId,
      key: 'key-1',
      action: 'tracing_request.respond',
      request_hash: hashOf('respond in full'),
      status: 200,
      result_id: done[0],
      created_at: expect.any(Date),
    });
  });
});
