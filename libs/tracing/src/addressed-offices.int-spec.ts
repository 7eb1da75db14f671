import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok } from '@tracedesk/kernel';
import { must, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { ReadRequest } from './use-cases/read-request.service.js';

let desk: TestDesk;
let walk: TracingWalk;

beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
}, 60_000);
afterAll(() => desk?.close());

describe('the office that a request is addressed to', () => {
  it('is nobody’s while it is a draft, and no third State’s to know', async () => {
    const { id } = await walk.drafted();
    expect(must(await desk.get(ReadRequest).execute(walk.requesting, id)).contactPoint).toBeNull();
    await walk.submitted();
    const seen = await desk.database.work.read(desk.officer('QN'), (tx) => tx.query('select 1 from addressed_offices'));
    expect(seen).toEqual([]);
  });

  it('is kept at submission as it stood then, for both parties, and changed by neither', async () => {
    const { id } = await walk.submitted();
    for (const reader of [walk.requesting, walk.requested])
      expect(must(await desk.get(ReadRequest).execute(reader, id)).contactPoint).toEqual({
        contactPointId: expect.any(String),
        version: 1,
        office: 'National Arms Tracing Office',
        warnings: [],
      });
    for (const statement of ['update addressed_offices set contact_point_version = 9', 'delete from addressed_offices']) {
      const attempt = desk.database.work.run(walk.requesting, 'test', async (tx) => ok(await tx.query(statement)));
      await expect(attempt).rejects.toMatchObject({ code: expect.anything() });
    }
  });
});
