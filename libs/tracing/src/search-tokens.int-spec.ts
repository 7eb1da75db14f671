import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sealed } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { TracingWalk, must, on, onceKey, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { SEARCHES_A_MINUTE } from './search-counts.repository.js';
import { AmendDraft } from './use-cases/amend-draft.service.js';
import { DiscardDraft } from './use-cases/discard-draft.service.js';
import { DraftRequest } from './use-cases/draft-request.service.js';
import { SearchRequests } from './use-cases/search-requests.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

const draftOf = async (serialNumber: string) => {
  const question = Sealed.of({ firearm: { serialNumber: { value: serialNumber } } });
  return must(await desk.get(DraftRequest).execute(walk.requesting, onceKey(), { question }));
};
const foundBy = async (serialNumber: string, actor = walk.requesting) =>
  must(await desk.get(SearchRequests).execute(actor, { serialNumber })).map(({ request }) => request.id);

describe('searching one’s own requests', () => {
  it('finds a draft by its number of now, and no longer by the one before or after it is gone', async () => {
    const draft = await draftOf('KZ7731904');
    expect(await foundBy('KZ7731904')).toEqual([draft.id]);
    const question = Sealed.of({ firearm: { serialNumber: { value: 'QX5542118' } } });
    const amended = must(await desk.get(AmendDraft).execute(walk.requesting, { requestId: draft.id, version: 1 }, { question }));
    expect([await foundBy('KZ7731904'), await foundBy('QX5542118')]).toEqual([[], [draft.id]]);
    must(await desk.get(DiscardDraft).execute(walk.requesting, on(amended)));
    expect(await foundBy('QX5542118')).toEqual([]);
    const [left] = await desk.database.superuser('select 1 from search_tokens where request_id = $1', [draft.id]);
    expect(left).toBeUndefined();
  });

  it('lays no number in plain text anywhere, and none that two States would have in common', async () => {
    await draftOf('WORD99123XYZ');
    await foundBy('WORD99123XYZ');
    const tables = await desk.database.superuser<{ name: string }>(
      `select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname in ('public')`,
    );
    for (const { name } of tables) {
      const [row] = await desk.database.superuser<{ found: string }>(
        `select count(*) as found from ${name} row
          where row::text ilike '%WORD99123%' or row::text ilike '%' || encode('WORD99123', 'hex') || '%'`,
      );
      expect([name, row?.found]).toEqual([name, '0']);
    }
  });

  it('uses the index under row security', async () => {
    const plan = await desk.get(UnitOfWork).read(walk.requesting, async (tx) => {
      await tx.query('set local enable_seqscan = off');
      return tx.query<Record<string, string>>(
        'explain select request_id from search_tokens where state = $1 and token = any($2::bytea[])',
        [tx.state, [Buffer.alloc(16)]],
      );
    });
    const text = plan.map((line) => Object.values(line)[0]).join('\n');
    expect(text).toMatch(/Index Cond: .*token = ANY/);
  });

  it('lets nobody try numbers out by the hundred', async () => {
    const tirelessly = desk.officer('QN');
    const attempts = [];
    for (let count = 0; count <= SEARCHES_A_MINUTE * 2 + 1; count += 1)
      attempts.push(await desk.get(SearchRequests).execute(tirelessly, { serialNumber: `A10${count}99` }));
    const codes = attempts.map((attempt) => (attempt.ok ? 'ok' : attempt.denial.code));
    expect(codes).toContain('SEARCHED_TOO_OFTEN');
    expect(codes.slice(0, SEARCHES_A_MINUTE)).not.toContain('SEARCHED_TOO_OFTEN');
  });
});
