import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditLog } from '@tracedesk/audit';
import { stateSubject } from '@tracedesk/directory';
import { valueOf } from '@tracedesk/firearms/core';
import { Sealed } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { TracingWalk, must, onceKey, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import type { QueryRunner } from 'typeorm';
import { SearchTokensToRemake1795910440001 } from './migrations/search-tokens-to-remake.migration.js';
import { RemakeSearchTokens } from './remake-search-tokens.service.js';
import { TracingRequests } from './tracing-requests.repository.js';
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
  return must(await desk.get(DraftRequest).execute(walk.requesting, onceKey(), { question })).id;
};
const foundBy = async (serialNumber: string, actor = walk.requesting) =>
  must(await desk.get(SearchRequests).execute(actor, { serialNumber })).map(({ request }) => request.id);
/** As an older version left it: tokens of other keys, and a migration that asks for them anew. */
const asOlderVersionLeftIt = async () => {
  await desk.database.superuser(`update search_tokens set token = decode(md5(encode(token, 'hex')), 'hex')`);
  await desk.database.superuser('insert into search_tokens_to_remake (state) select code from states where active');
};
const entriesOf = async () =>
  (
    await desk
      .get(UnitOfWork)
      .read(walk.requesting, (tx) => desk.get(AuditLog).timelineOf(tx, stateSubject(walk.requesting.state)))
  ).filter(({ action }) => action === 'tracing_request.search_tokens_remade');

describe('search tokens whose keys changed', () => {
  it('are asked for, by the migration, for every State that was there before it', async () => {
    const statements: string[] = [];
    const runner = { query: (sql: string) => Promise.resolve(statements.push(sql)) } as unknown as QueryRunner;
    const migration = new SearchTokensToRemake1795910440001();
    await migration.down(runner);
    await migration.up(runner);
    await desk.database.superuser(`begin; set local role desk_owner; ${statements.join('; ')}; commit`);
    const states = await desk.database.superuser('select code as state from states order by code');
    expect(states.length).toBeGreaterThan(2);
    expect(await desk.database.superuser('select state from search_tokens_to_remake order by state')).toEqual(states);
    const [row] = await desk.database.superuser(`select relforcerowsecurity as forced from pg_class where relname = 'states'`);
    expect(row).toEqual({ forced: true });
    await desk.database.superuser('delete from search_tokens_to_remake');
  });

  it('are made anew for drafts and requests of either State, and that is an entry of each once', async () => {
    const draft = await draftOf('KZ0088776');
    const { id } = await walk.submitted();
    const serial = await desk
      .get(UnitOfWork)
      .read(walk.requesting, (tx) => desk.get(TracingRequests).firearmAsked(tx, id))
      .then(({ serialNumber }) => valueOf(serialNumber)!);
    await asOlderVersionLeftIt();
    expect([await foundBy('KZ0088776'), await foundBy(serial), await foundBy(serial, walk.requested)]).toEqual([[], [], []]);
    await desk.get(RemakeSearchTokens).execute();
    expect(await foundBy('KZ88776')).toEqual([draft]);
    expect(await foundBy(serial)).toContain(id);
    expect(await foundBy(serial, walk.requested)).toContain(id);
    await desk.get(RemakeSearchTokens).execute();
    expect(await entriesOf()).toHaveLength(1);
    expect(await desk.database.superuser('select 1 from search_tokens_to_remake')).toEqual([]);
  });

  it('are made anew for the others where one record does not open', async () => {
    const [broken, whole] = [await draftOf('QX5500117'), await draftOf('QX5500228')];
    await desk.database.superuser(
      `update protected_parts set ciphertext = set_byte(ciphertext, 3, get_byte(ciphertext, 3) # 1) where record_id = $1`,
      [broken],
    );
    await asOlderVersionLeftIt();
    await desk.get(RemakeSearchTokens).execute();
    expect(await foundBy('QX5500228')).toEqual([whole]);
  });
});
