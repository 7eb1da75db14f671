import { CodedError } from '@tracedesk/kernel';

export type DeadlineErrorCode =
  /** A stored profile id that this release does not have. */
  | 'PROFILE_UNKNOWN'
  /** A time zone that this Node does not know: the State's entry in the directory is wrong. */
  | 'TIME_ZONE_UNKNOWN'
  /** A clock was told to pause that does not run: the status × clock table is wrong. */
  | 'CLOCK_NOT_RUNNING'
  /** Another transaction changed the deadline in between: the move is to be run again. */
  | 'DEADLINE_CHANGED'
  /** A reading without a term: the stored intervals are damaged. */
  | 'INTERVALS_BROKEN'
  /** A stored calendar in which no day is a working day: such a calendar is never accepted. */
  | 'CALENDAR_WITHOUT_WORKING_DAY';

export class DeadlineError extends CodedError<DeadlineErrorCode> {}
