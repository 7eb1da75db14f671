import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { DeskProcess, itemsOf, type Answer, type DeskClient } from '@tracedesk/testing';
import { A_FULL_RESPONSE, anAcknowledgement, People } from './house.js';

const READS = ['', '/timeline', '/deadlines', '/question', '/response', '/traceability-check'];
const MOVES = {
  submit: {},
  discard: {},
  acknowledge: anAcknowledgement(),
  respond: A_FULL_RESPONSE,
  close: { outcome: 'NOT_TRACED' },
  withdraw: { reason: 'No longer needed.' },
};
/** Whoever has nothing to do with a request: another State, in each role; and the own State's people who serve it. */
const STRANGERS = ['QS officer', 'QS contact', 'QS supervisor', 'QS auditor', 'QN officer'];

describe('a request between two States', () => {
  let desk: DeskProcess;
  let people: People;
  const stages: Record<string, string> = {};
  beforeAll(async () => {
    desk = await DeskProcess.start();
    people = new People(desk);
    stages['a draft'] = (await people.drafted()).id;
    stages['submitted'] = (await people.submitted()).id;
    stages['responded'] = (await people.responded()).id;
  }, 180_000);
  afterAll(() => desk.stop(), 60_000);

  describe.each(STRANGERS)('is for %s as if it were not there', (stranger) => {
    it.each(['a draft', 'submitted', 'responded'])('%s: to read', async (stage) => {
      const client = await people.as(stranger);
      for (const part of READS) {
        const [hidden, absent] = await both((id) => client.call(`/tracing-requests/${id}${part}`), stage);
        expect(hidden.status).toBeGreaterThanOrEqual(403);
        expect(same(hidden, stages[stage] ?? '')).toEqual(same(absent, ABSENT));
      }
    });

    it.each(['a draft', 'submitted', 'responded'])('%s: to move', async (stage) => {
      const client = await people.as(stranger);
      for (const [action, body] of Object.entries(MOVES)) {
        const headers = { 'if-match': '"2"', 'idempotency-key': randomUUID() };
        const call = (id: string): Promise<Answer> =>
          client.call(`/tracing-requests/${id}/${action}`, {
            method: 'POST',
            body,
            headers: { ...headers, 'idempotency-key': randomUUID() },
          });
        const [hidden, absent] = await both(call, stage);
        expect([403, 404]).toContain(hidden.status);
        expect(same(hidden, stages[stage] ?? '')).toEqual(same(absent, ABSENT));
      }
    });

    it('to have disclosed, to have checked, to list', async () => {
      const client = await people.as(stranger);
      const disclosed = (id: string): Promise<Answer> =>
        client.call('/disclosures', {
          method: 'POST',
          body: { subject: { kind: 'tracing_request', id }, purpose: 'assigned_task' },
        });
      const checked = (id: string): Promise<Answer> =>
        client.call('/traceability-checks', { method: 'POST', body: { requestId: id } });
      for (const call of [disclosed, checked]) {
        const [hidden, absent] = await both(call, 'submitted');
        expect(hidden.status).toBeGreaterThanOrEqual(403);
        expect(same(hidden, stages['submitted'] ?? '')).toEqual(same(absent, ABSENT));
      }
      expect(await listedBy(client)).not.toEqual(expect.arrayContaining([stages['submitted']]));
      expect(await listedBy(client)).not.toEqual(expect.arrayContaining([stages['responded']]));
    });
  });

  it('is a draft for its own State only', async () => {
    const asked = await people.as('QM officer');
    const [hidden, absent] = await both((id) => asked.call(`/tracing-requests/${id}`), 'a draft');
    expect(hidden.status).toBe(404);
    expect(same(hidden, stages['a draft'] ?? '')).toEqual(same(absent, ABSENT));
    expect(await listedBy(asked)).not.toContain(stages['a draft']);
    expect(await listedBy(asked)).toContain(stages['submitted']);
  });

  const ABSENT = '0199a7a0-ffff-7000-8000-00000000dead';

  async function both(call: (id: string) => Promise<Answer>, stage: string): Promise<[Answer, Answer]> {
    return [await call(stages[stage] ?? ''), await call(ABSENT)];
  }

  /** What must differ is taken out: the id that was asked for, the request's own id, and the time of day. */
  function same({ status, text, headers }: Answer, id: string): unknown {
    const plain = text.replaceAll(id, '…').replace(/"instance":"[^"]*"/, '"instance":"…"');
    const kept = [...headers].filter(
      ([name]) => !['date', 'x-request-id', 'content-length', 'set-cookie', 'keep-alive'].includes(name),
    );
    return { status, plain, headers: kept };
  }

  async function listedBy(client: DeskClient): Promise<unknown[]> {
    const ids: unknown[] = [];
    for (const direction of ['incoming', 'outgoing', 'drafts']) {
      ids.push(...itemsOf(await client.call(`/tracing-requests?direction=${direction}&limit=100`)).map(({ id }) => id));
    }
    return ids;
  }
});
