// The pure part of the room: profiles, clocks and their arithmetic.
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
