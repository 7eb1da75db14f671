import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ok, stateCode } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DatabaseAccess } from '../config/database-access.js';
import { DeskDatabase } from './desk-database.service.js';

let desk: TestDatabase;

const VALMORA = { kind: 'process', name: 'upkeep', state: stateCode('QM') } as const;
const endAll = (role: string) =>
  desk.superuser('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 and datname = current_database()', [
    role,
  ]);

beforeAll(async () => {
  desk = await openTestDatabase({ poolSizes: { app: 2, sweeper: 1 } });
});
afterAll(async () => {
  await desk?.close();
});

describe('a lost connection', () => {
  it('fails the unit of work that had it, and no later one', async () => {
    const lost = desk.work.run(VALMORA, 'lose', async (tx) => {
      await endAll('desk_app');
      return ok(await tx.query('select 1'));
    });
    await expect(lost).rejects.toThrow();
    expect(await desk.work.run(VALMORA, 'go on', async (tx) => ok(tx.state))).toEqual(ok('QM'));
  });

  it('fails the transaction of a process that had it, and no later one', async () => {
    const lost = desk.database.as('sweeper', async (tx) => {
      await endAll('desk_sweeper');
      return tx.query('select 1');
    });
    await expect(lost).rejects.toThrow();
    expect(await desk.database.as('sweeper', (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });

  it('passes unnoticed when nobody was using it', async () => {
    await desk.database.as('sweeper', (tx) => tx.query('select 1'));
    await desk.database.version();
    await endAll('desk_sweeper');
    await endAll('desk_app');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await desk.database.version();
    expect(await desk.database.as('sweeper', (tx) => tx.query('select 1 as one'))).toEqual([{ one: 1 }]);
  });
});

describe('a transaction of a process', () => {
  it('leaves nothing when it throws, and is refused as a success when a statement had failed', async () => {
    const add = `insert into outbox (state, queue, job, payload) values ('QM', 'notices', 'x', '{}')`;
    const thrown = desk.database.as('sweeper', async (tx) => {
      await tx.query(add);
      throw new Error('surprise');
    });
    await expect(thrown).rejects.toThrow('surprise');
    const swallowed = desk.database.as('sweeper', async (tx) => {
      await tx.query(add);
      await tx.query('select * from people').catch(() => {});
    });
    await expect(swallowed).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' });
    expect(await desk.superuser('select 1 from outbox')).toEqual([]);
  });

  it('is run again after a conflict', async () => {
    let runs = 0;
    const work = desk.database.as('sweeper', async (tx) => {
      runs += 1;
      if (runs === 1) await tx.query(`do $$ begin raise exception using errcode = '40P01'; end $$`);
      return runs;
    });
    expect(await work).toBe(2);
  });
});

describe("a process without the app's password", () => {
  it('works as what it is, and reaches no State', async () => {
    const sweeper = new URL(desk.access.urlFor('sweeper')).password;
    const worker = await DeskDatabase.open({ access: new DatabaseAccess('server', desk.access.administratorUrl, { sweeper }) });
    try {
      await worker.version();
      expect(await worker.as('sweeper', (tx) => tx.query('select current_user::text as me'))).toEqual([{ me: 'desk_sweeper' }]);
      await expect(worker.inState(VALMORA, 'READ ONLY', (tx) => tx.query('select 1'))).rejects.toMatchObject({
        code: 'DATABASE_PASSWORD_MISSING',
      });
    } finally {
      await worker.close();
    }
    await expect(worker.as('sweeper', (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'DATABASE_CLOSED' });
  });
});
