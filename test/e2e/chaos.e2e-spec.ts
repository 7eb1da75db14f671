import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { counted } from '../chaos/deadlines.js';
import { FAULTS, missingOf, triedAll, type Tried } from '../chaos/faults.js';
import { World } from '../chaos/world.js';

// The short form of `npm run chaos`: every fault, few deadlines, several worlds side by side.
const SCALE = { count: 60, withinSeconds: 3, seed: 20_051_208 };
const AT_ONCE = 4;

const RUNNABLE = FAULTS.filter((fault) => missingOf(fault) === null);

let tried: ReadonlyMap<string, Tried>;
beforeAll(async () => {
  tried = await triedAll(RUNNABLE, SCALE, AT_ONCE);
}, 600_000);

describe('deadlines are neither lost nor doubled nor early', () => {
  for (const fault of FAULTS) {
    describeWhere(RUNNABLE.includes(fault), missingOf(fault) ?? '', fault.name, () => {
      it('0, 0, 0', () => expect(tried.get(fault.name)).toEqual({ deadlines: SCALE.count, lost: 0, doubled: 0, early: 0 }));
    });
  }
});

describe('the count', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open('postgres', { count: 5, withinSeconds: 1, seed: 1 });
    await world.work(1);
    await world.schedule();
  }, 120_000);
  afterAll(() => world?.close(), 60_000);

  it('sees what was lost, doubled and early', async () => {
    expect(await world.settled(30)).toEqual({ deadlines: 5, lost: 0, doubled: 0, early: 0 });
    const [first, second, third] = (await world.sql.query<{ id: string }>('select request_id as id from deadlines order by 1'))
      .rows;
    await world.sql.query('delete from missed_deadlines where request_id = $1', [first?.id]);
    await world.sql.query(
      `insert into audit_entries select gen_random_uuid(), state, counterpart_state, object_kind, object_id, occurred_at, format, part_names, commitments
         from audit_entries where object_id = $1`,
      [second?.id],
    );
    await world.sql.query(`update deadlines set due_at = due_at + interval '1 hour' where request_id = $1`, [third?.id]);
    expect(await counted(world.sql)).toEqual({ deadlines: 5, lost: 1, doubled: 1, early: 1 });
  }, 60_000);
});
