import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { denied, idOf, ok, stateCode, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { randomUUID } from 'node:crypto';
import { EntitySchema } from 'typeorm';
import type { Tx } from './transaction.adapter.js';

let desk: TestDatabase;

const anOfficerOf = (state: string): Officer => ({
  kind: 'person',
  personId: idOf<PersonId>('0c6d3c2e-0000-4000-8000-000000000001'),
  sessionId: idOf<SessionId>('0c6d3c2e-0000-4000-8000-000000000002'),
  state: stateCode(state),
  role: 'tracing_officer',
});
interface Scribble {
  state: string;
  words: string;
  count: number;
}
const SCRIBBLE = new EntitySchema<Scribble>({
  name: 'scribble',
  tableName: 'scribbles',
  columns: { state: { type: 'text' }, words: { type: 'text', primary: true }, count: { type: 'int', default: 0 } },
});

const VALMORA = anOfficerOf('QM');
const NORVANE = anOfficerOf('QN');

const add = (tx: Tx, words: string) => tx.query('insert into scribbles (state, words) values ($1, $2)', [tx.state, words]);
const stored = () => desk.superuser<{ state: string; words: string }>('select state, words from scribbles order by words');

beforeAll(async () => {
  desk = await openTestDatabase({ poolSizes: { app: 4 }, entities: [SCRIBBLE] });
  await desk.superuser(`create table scribbles (state text not null, words text not null unique, count int not null default 0)`);
  await desk.superuser('alter table scribbles enable row level security, force row level security');
  await desk.superuser(
    `create policy own_state on scribbles to desk_app using (state = nullif(current_setting('desk.state', true), ''))`,
  );
  await desk.superuser('grant select, insert, update on scribbles to desk_app');
});
beforeEach(async () => {
  await desk.superuser('truncate scribbles, idempotency_keys');
});
afterAll(async () => {
  await desk?.close();
});

describe('a denial', () => {
  it('undoes the work and leaves its entry', async () => {
    const about = { kind: 'tracing_request', id: randomUUID() };
    const before = desk.denials.length;
    const result = await desk.work.run(
      VALMORA,
      'tracing_request.respond',
      async (tx) => {
        await add(tx, 'undone');
        return denied('REASONS_REQUIRED');
      },
      { about },
    );
    expect(result).toEqual({ ok: false, denial: { code: 'REASONS_REQUIRED' } });
    expect(await stored()).toEqual([]);
    expect(desk.denials.slice(before)).toEqual([
      { action: 'tracing_request.respond', denial: { code: 'REASONS_REQUIRED' }, about },
    ]);
  });

  it('is entered even when a statement of the work had failed', async () => {
    const before = desk.denials.length;
    const result = await desk.work.run(VALMORA, 'scribble', async (tx) => {
      await add(tx, 'twice');
      await add(tx, 'twice').catch(() => {});
      return denied('THERE_ALREADY');
    });
    expect(result.ok).toBe(false);
    expect(desk.denials).toHaveLength(before + 1);
    expect(await stored()).toEqual([]);
  });
});

describe('a thrown error', () => {
  it('leaves nothing, neither work nor entry', async () => {
    const before = desk.denials.length;
    const surprise = new Error('surprise');
    await expect(
      desk.work.run(VALMORA, 'scribble', async (tx) => {
        await add(tx, 'gone');
        throw surprise;
      }),
    ).rejects.toBe(surprise);
    expect(await stored()).toEqual([]);
    expect(desk.denials).toHaveLength(before);
  });

  it('from PostgreSQL carries codes and names, and none of the values', async () => {
    await desk.work.run(VALMORA, 'scribble', async (tx) => ok(await add(tx, 'serial 4711')));
    const failure = desk.work.run(VALMORA, 'scribble', async (tx) => ok(await add(tx, 'serial 4711')));
    await expect(failure).rejects.toMatchObject({
      code: 'STATEMENT_FAILED',
      context: { sqlState: '23505', table: 'scribbles', constraint: 'scribbles_words_key' },
    });
    const error = (await failure.catch((e: unknown) => e)) as Error;
    expect(`${error.message} ${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain('4711');
  });

  it('comes from a commit that PostgreSQL silently turned into a rollback', async () => {
    const run = desk.work.run(VALMORA, 'scribble', async (tx) => {
      await add(tx, 'twice');
      await add(tx, 'twice').catch(() => {});
      return ok('as if all were well');
    });
    await expect(run).rejects.toMatchObject({ code: 'TRANSACTION_ABORTED' });
    expect(await stored()).toEqual([]);
  });

  it('meets whoever uses a transaction after its end', async () => {
    let kept: Tx | undefined;
    await desk.work.read(VALMORA, async (tx) => void (kept = tx));
    await expect(kept!.query('select 1')).rejects.toMatchObject({ code: 'TRANSACTION_OVER' });
    await expect(kept!.manager.query('select 1')).rejects.toThrow();
  });
});

describe('the State of a unit of work', () => {
  it('does not remain on the connection for the next one, nor for a look-up outside', async () => {
    const alone = await openTestDatabase({ poolSizes: { app: 1 } });
    try {
      const here = "select current_setting('desk.state', true) as state, pg_backend_pid() as pid";
      const first = await alone.work.read(VALMORA, (tx) => tx.query<{ state: string; pid: number }>(here));
      const outside = await alone.database.door<{ state: string; pid: number }>(here);
      await alone.work.run(VALMORA, 'fail', () => Promise.reject(new Error())).catch(() => {});
      const afterFailure = await alone.database.door<{ state: string; pid: number }>(here);
      const second = await alone.work.read(NORVANE, (tx) => tx.query<{ state: string; pid: number }>(here));
      expect(new Set([first, outside, afterFailure, second].map(([row]) => row!.pid)).size).toBe(1);
      expect([first, outside, afterFailure, second].map(([row]) => row!.state)).toEqual(['QM', '', '', 'QN']);
    } finally {
      await alone.close();
    }
  });

  it('is kept apart between fifty units of work at once', async () => {
    const seen = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        desk.work.read(index % 2 ? VALMORA : NORVANE, async (tx) => {
          await tx.query('select pg_sleep(0.001)');
          const [row] = await tx.query<{ state: string }>(`select current_setting('desk.state') as state`);
          return row!.state === tx.state;
        }),
      ),
    );
    expect(seen.every(Boolean)).toBe(true);
  });

  it('is refused when its code is malformed, as it stands in the text of a statement', async () => {
    const forged = { ...VALMORA, state: `QM', true); drop table scribbles; --` as never };
    await expect(desk.work.read(forged, (tx) => tx.query('select 1'))).rejects.toMatchObject({ code: 'STATE_CODE_MALFORMED' });
  });

  it('hides the rows of every other State, and all rows outside', async () => {
    await desk.work.run(VALMORA, 'scribble', async (tx) => ok(await add(tx, 'of Valmora')));
    expect(await desk.work.read(NORVANE, (tx) => tx.query('select * from scribbles'))).toEqual([]);
    expect(await desk.database.door('select * from scribbles')).toEqual([]);
    expect(await desk.work.read(VALMORA, (tx) => tx.query('select words from scribbles'))).toEqual([{ words: 'of Valmora' }]);
    await expect(
      desk.work.run(NORVANE, 'scribble', async (tx) => ok(await tx.query(`insert into scribbles values ('QM', 'forged')`))),
    ).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });
});

describe('a unit of work', () => {
  it("commits what it did, with the database's time, and TypeORM on the same transaction", async () => {
    await desk.advance('P7D');
    const result = await desk.work.run(VALMORA, 'scribble', async (tx) => {
      await tx.manager.query('insert into scribbles (state, words) values ($1, $2)', [tx.state, 'through TypeORM']);
      return ok(
        (await tx.query<{ now: Date }>('select words from scribbles where state = $1', [tx.state])).length === 1 ? tx.now : null,
      );
    });
    expect(result.ok && result.value!.getTime() - Date.now()).toBeGreaterThan(6.9 * 86_400_000);
    expect(await stored()).toEqual([{ state: 'QM', words: 'through TypeORM' }]);
  });

  it('keeps TypeORM from committing a part of it by itself', async () => {
    await desk.work
      .run(VALMORA, 'scribble', async (tx) => {
        await tx.manager.transaction(
          async (inner) => void (await inner.query(`insert into scribbles values ($1, $2)`, [tx.state, 'inner'])),
        );
        throw new Error('after the inner one');
      })
      .catch(() => {});
    expect(await stored()).toEqual([]);
  });

  it('serves rows that a room has mapped, and keeps `save` from committing by itself', async () => {
    const saved = desk.work.run(VALMORA, 'scribble', async (tx) => {
      await tx.manager.insert(SCRIBBLE, { state: tx.state, words: 'inserted' });
      await tx.manager.save(SCRIBBLE, { state: tx.state, words: 'saved', count: 2 });
      const found = await tx.manager
        .createQueryBuilder(SCRIBBLE, 'scribble')
        .where('scribble.state = :state and scribble.count > :least', { state: tx.state, least: 1 })
        .getMany();
      expect(found).toEqual([{ state: 'QM', words: 'saved', count: 2 }]);
      throw new Error('after all');
    });
    await expect(saved).rejects.toThrow('after all');
    expect(await stored()).toEqual([]);
  });

  it('runs prepared statements, by itself and under TypeORM', async () => {
    const prepared = await desk.work.read(VALMORA, async (tx) => {
      await tx.query('select words from scribbles where state = $1', [tx.state]);
      await tx.manager
        .createQueryBuilder(SCRIBBLE, 's')
        .select('s.count')
        .where('s.state = :state', { state: tx.state })
        .getMany();
      return tx.query<{ statement: string }>('select statement from pg_prepared_statements where $1::text is not null', ['x']);
    });
    const texts = prepared.map(({ statement }) => statement);
    expect(texts).toContain('select words from scribbles where state = $1');
    expect(texts.some((text) => text.startsWith('SELECT "s"."count"'))).toBe(true);
  });

  it('takes several statements at once, and survives when one of them fails', async () => {
    const alone = await openTestDatabase({ poolSizes: { app: 1 } });
    try {
      const number = (tx: Tx, n: number) => tx.query<{ n: number }>('select 12 / $1::int as n', [n]);
      const atOnce = (...ns: number[]) =>
        alone.work.run(VALMORA, 'divide', async (tx) => ok((await Promise.all(ns.map((n) => number(tx, n)))).flat()));
      for (let round = 0; round < 3; round += 1) {
        await expect(atOnce(1, 0, 2, 3)).rejects.toMatchObject({ context: { sqlState: '22012' } });
        expect(await atOnce(1, 2, 3, 4)).toEqual(ok([12, 6, 4, 3].map((n) => ({ n }))));
      }
      expect(await alone.work.read(NORVANE, (tx) => tx.query(`select current_setting('desk.state') as state`))).toEqual([
        { state: 'QN' },
      ]);
    } finally {
      await alone.close();
    }
  });

  it('recovers from statements prepared before a migration changed their table', async () => {
    const alone = await openTestDatabase({ poolSizes: { app: 1 } });
    try {
      await alone.superuser('create table things (state text)');
      await alone.superuser('grant select on things to desk_app');
      const look = () => alone.work.read(VALMORA, (tx) => tx.query('select * from things where state = $1', [tx.state]));
      await look();
      await alone.superuser('alter table things add column more int');
      await expect(look()).rejects.toMatchObject({ context: { sqlState: '0A000' } });
      expect(await look()).toEqual([]);
    } finally {
      await alone.close();
    }
  });

  it('cannot write when it only reads', async () => {
    await expect(desk.work.read(VALMORA, (tx) => add(tx, 'written'))).rejects.toMatchObject({ context: { sqlState: '25006' } });
  });

  it.each(['40001', '40P01'])('is run again after %s, and counts once', async (code) => {
    let runs = 0;
    const result = await desk.work.run(VALMORA, 'scribble', async (tx) => {
      runs += 1;
      await add(tx, 'once');
      if (runs < 3) await tx.query(`do $$ begin raise exception using errcode = '${code}'; end $$`);
      return ok(runs);
    });
    expect(result).toEqual(ok(3));
    expect(await stored()).toEqual([{ state: 'QM', words: 'once' }]);
  });

  it('gives up after the third retry', async () => {
    let runs = 0;
    const always = desk.work.run(VALMORA, 'scribble', async (tx) => {
      runs += 1;
      return ok(await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`));
    });
    await expect(always).rejects.toMatchObject({ context: { sqlState: '40001' } });
    expect(runs).toBe(4);
  });

  it('comes through a real deadlock of two', async () => {
    await desk.superuser(`insert into scribbles (state, words) values ('QM', 'a'), ('QM', 'b')`);
    let waiting = 0;
    const bothWayIn = async () => {
      for (waiting += 1; waiting < 2;) await new Promise((resolve) => setTimeout(resolve, 5));
    };
    const count = (order: readonly string[]) =>
      desk.work.run(VALMORA, 'count', async (tx) => {
        await tx.query('update scribbles set count = count + 1 where state = $1 and words = $2', [tx.state, order[0]]);
        await bothWayIn();
        await tx.query('update scribbles set count = count + 1 where state = $1 and words = $2', [tx.state, order[1]]);
        return ok(true);
      });
    expect(await Promise.all([count(['a', 'b']), count(['b', 'a'])])).toEqual([ok(true), ok(true)]);
    expect(await desk.superuser('select words, count from scribbles order by words')).toEqual([
      { words: 'a', count: 2 },
      { words: 'b', count: 2 },
    ]);
  });
});
