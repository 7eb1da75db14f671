// The pure part of the room: profiles, clocks and their arithmetic.
export {
  calendarless,
  isWorkingDay,
  uncoveredFrom,
  usedFrom,
  type Holiday,
  type StateCalendar,
  type UsedCalendar,
} from './calendar.js';
export { advanceClocks, type ClockMove, type ClockParty } from './advance-clocks.js';
export {
  ACTING_PARTY,
  CLOCK_NAMES,
  PRIORITIES,
  UNITS,
  isOverdue,
  missesOf,
  nextDueAt,
  pauseIsCapped,
  ticks,
  type Clock,
  type ClockInterval,
  type ClockReading,
  type ClockState,
  type Frozen,
  type Party,
  type PausePolicy,
  type Priority,
  type Recomputation,
  type Term,
  type Unit,
} from './clock.js';
export { proposalOf, type HolidayDoubt, type HolidayProposal, type ListedFeast } from './holiday-proposal.js';
export { calendarDenial, type CalendarDraft } from './calendar-rules.js';
export { corrected, correctedByZones } from './correction.js';
export { zoneDataOf } from './counted-with.js';
export {
  DEFAULT_ESCALATION,
  LATEST_SHARE,
  TOLD,
  inOrderOfShares,
  type Escalation,
  type EscalationByPriority,
  type EscalationStep,
  type Told,
} from './escalation.js';
export {
  explain,
  linesAgain,
  recompute,
  type ExplainedCount,
  type ExplanationLine,
  type ExportedCount,
  type Explanation,
} from './explanation.js';
export { dueAtEndOf, dueAtOf, endsExactly, pausesOf, lastDayOf } from './due.js';
export { DeadlineError, type DeadlineErrorCode } from './errors.js';
export {
  BY_POLICY,
  escalationOf,
  periodsOf,
  sourceOf,
  termOf,
  type DeadlineProfile,
  type Period,
  type PeriodsOfClock,
  type ProfileSource,
  type Urgency,
} from './profile.js';
export {
  PROFILE_ACTS,
  PROFILE_ACT_NAMES,
  STANDINGS,
  actDenial,
  actsOpenTo,
  asDeadlineProfile,
  bilateralId,
  counterpartOf,
  inPrecedence,
  type BilateralProfile,
  type ProfileAct,
  type ProfileTerms,
  type Standing,
} from './bilateral-profile.js';
export { LONGEST, LONGEST_CAP_DAYS, precedenceDenial, termsDenial } from './profile-contradictions.js';
export { PROFILE_IDS, SHIPPED_PROFILES, profileNamed } from './profiles.js';
export { profileFor, type RequestFacts } from './profile-for.js';
export { instantOfShare, remindersOf, type PlannedReminder } from './reminders.js';
export { bindsBoth, type Region } from './regions.js';
export { ECOWAS_19, EU_2006_960_LEGACY, EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';
