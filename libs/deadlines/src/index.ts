// The pure core, for whoever may use the whole room.
export { advanceClocks, type ClockMove } from './advance-clocks.js';
export {
  ACTING_PARTY,
  CLOCK_NAMES,
  PRIORITIES,
  isOverdue,
  missesOf,
  nextDueAt,
  type Clock,
  type ClockInterval,
  type ClockReading,
  type ClockState,
  type Party,
  type Priority,
  type Term,
} from './clock.js';
export { dueAtEndOf, dueAtOf, lastDayOf } from './due.js';
export { DeadlineError, type DeadlineErrorCode } from './errors.js';
export { ITI_DEFAULT, PROFILE_IDS, profileNamed, type DeadlineProfile } from './profile.js';
// The stored clocks, the sweep, and the clock of a demonstration.
export { CheckDeadlineProcessor } from './check-deadline.processor.js';
export { DeadlineSweep, SWEEP_BATCH } from './deadline-sweep.service.js';
export { Deadlines, type RequestOfDeadlines } from './deadlines.service.js';
export { DeskClock } from './desk-clock.service.js';
export { CHECK_DEADLINE } from './wake-up.js';
// What the room brings to the house.
export { DEADLINE_EVENTS } from './audit-events.js';
export { DEADLINE_MIGRATIONS } from './migrations.js';
export { DeadlinesModule } from './deadlines.module.js';
