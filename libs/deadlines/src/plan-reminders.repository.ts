import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { ClockReading } from './clock.js';
import { startOfCount } from './due.js';
import { remindersOf } from './reminders.js';

interface Face {
  readonly id: RequestId;
  readonly reference: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
}

/**
 * Puts the steps of these clocks where they now belong, in the transaction of the move: steps ahead are moved, or removed where the clock
 * does not run any more; what was told stays told and is not told again.
 */
export async function planReminders(tx: Tx, request: Face, changed: readonly ClockReading[]): Promise<void> {
  if (changed.length === 0) return;
  const planned = changed.flatMap((reading) => remindersOf(reading).map((reminder) => ({ reading, reminder })));
  await tx.query(PLAN, [
    request.id,
    request.reference,
    request.requestingState,
    request.requestedState,
    changed.map(({ clock }) => clock),
    tx.state,
    planned.map(({ reading }) => reading.clock),
    planned.map(({ reading }) => reading.actingState),
    planned.map(({ reading: { intervals } }) => intervals[startOfCount(intervals)]?.from),
    planned.map(({ reminder }) => reminder.share),
    planned.map(({ reminder }) => reminder.tells.join(' ')),
    planned.map(({ reminder }) => reminder.remindAt),
  ]);
}

const PLAN = `
  with planned as (
    select *
      from unnest($7::text[], $8::text[], $9::timestamptz[], $10::integer[], $11::text[], $12::timestamptz[])
        as step (clock, acting_state, counted_from, share, tells, remind_at)
  ), gone as (
    delete from deadline_reminders
     where request_id = $1 and clock = any ($5::text[]) and sent_at is null and (requesting_state = $6 or requested_state = $6)
       and (clock, counted_from, share) not in (select clock, counted_from, share from planned)
  )
  insert into deadline_reminders (request_id, reference, requesting_state, requested_state,
    clock, acting_state, counted_from, share, tells, remind_at)
  select $1, $2, $3, $4, clock, acting_state, counted_from, share, string_to_array(tells, ' '), remind_at
    from planned
  on conflict (request_id, clock, counted_from, share) do update set remind_at = excluded.remind_at
  where deadline_reminders.sent_at is null`;
