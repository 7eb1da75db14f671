import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ownZoneData } from '@tracedesk/platform';
import { TracingWalk, must, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { CorrectZones } from './correct-zones.service.js';
import { ExplainDeadline } from './explain-deadline.service.js';
import { ReadRequest } from './read-request.service.js';
import { ReadTimeline } from './read-timeline.service.js';

let desk: TestDesk;
let walk: TracingWalk;
beforeAll(async () => {
  desk = await openTestDesk();
  walk = new TracingWalk(desk);
});
afterAll(() => desk?.close());

describe('newer zone data', () => {
  it('move nothing that was counted with them, nor with data that are newer still', async () => {
    const request = await walk.submitted();
    expect(await desk.get(CorrectZones).execute()).toBe(0);
    await countedWith('2099a', request.id, '1 hour');
    expect(await desk.get(CorrectZones).execute()).toBe(0);
  });

  it('move the open dates that a country’s new clocks move, once, in an entry that both parties read', async () => {
    const request = await walk.acknowledged();
    const told = must(await desk.get(ExplainDeadline).execute(walk.requesting, request.id, 'response'));
    expect(told.lines).toContainEqual(expect.objectContaining({ line: 'zone', zoneData: ownZoneData() }));
    expect(told.derivation).toMatchObject({ intervals: [{ zoneData: ownZoneData() }] });

    await countedWith('2020a', request.id, '1 hour');
    expect(await desk.get(CorrectZones).execute()).toBe(1);
    expect(await desk.get(CorrectZones).execute()).toBe(0);

    const seen = must(await desk.get(ReadRequest).execute(walk.requesting, request.id));
    const response = seen.deadlines?.find(({ clock }) => clock === 'response');
    expect(response?.dueAt).toEqual(told.dueAt);
    expect(seen).toMatchObject({ nextDueAt: told.dueAt, version: request.version });
    for (const reader of [walk.requesting, walk.requested]) {
      const timeline = must(await desk.get(ReadTimeline).execute(reader, request.id));
      expect(timeline.filter(({ action }) => action === 'deadline.recomputed')).toHaveLength(1);
    }
    const again = must(await desk.get(ExplainDeadline).execute(walk.requesting, request.id, 'response'));
    const before = new Date(told.dueAt.getTime() + 3_600_000);
    expect(again.lines).toContainEqual(
      expect.objectContaining({ line: 'recomputed', dueBefore: before, zoneData: ownZoneData() }),
    );
    expect(again.storedDueAt).toEqual(again.dueAt);
  });
});

describe('the processes of a desk', () => {
  it('see with which zone data the others count, by their connections, whatever role those have', async () => {
    const { database } = desk.database;
    expect(await database.zoneData()).toEqual([ownZoneData()]);
    await desk.database.superuser(`set application_name = 'tracedesk sweeper tz2031a'`);
    expect([...(await database.zoneData())].sort()).toEqual([ownZoneData(), '2031a'].sort());
    await desk.database.superuser('reset application_name');
  });
});

/** As it would stand if older zone data had ended the acting State's day so much later. */
function countedWith(zoneData: string, requestId: string, later: string): Promise<unknown> {
  return desk.database.superuser(
    `update deadlines
        set due_at = due_at + $3::interval, first_due_at = first_due_at + $3::interval,
            intervals = jsonb_set(intervals, '{0,zoneData}', to_jsonb($2::text))
      where request_id = $1 and clock = 'response'`,
    [requestId, zoneData, later],
  );
}
