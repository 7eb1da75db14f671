// The pure core, for whoever may use the whole room.
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
// The stored clocks, the sweep, and the clock of a demonstration.
export { CheckDeadlineProcessor } from './check-deadline.processor.js';
export { ClockAgreement, MOST_APART_MS } from './clock-agreement.service.js';
export { DeadlineSweep, SWEEP_BATCH } from './deadline-sweep.service.js';
export { countriesWithHolidays, proposedHolidays } from './holiday-seed.adapter.js';
export { ReminderSweep } from './reminder-sweep.service.js';
export { CalendarCoverage } from './calendar-coverage.service.js';
export { Calendars } from './calendars.repository.js';
export { BilateralProfiles, type StoredProfile } from './bilateral-profiles.repository.js';
export { Deadlines, type OpenClock, type RequestOfDeadlines } from './deadlines.service.js';
export { DeskClock } from './desk-clock.service.js';
export { MOST_WAKE_UPS, RECONCILED_AHEAD, WakeUps } from './wake-ups.service.js';
export { CHECK_DEADLINE } from './wake-up.js';
// What the room brings to the house.
export { DEADLINE_EVENTS } from './audit-events.js';
export { DEADLINE_MIGRATIONS } from './migrations.js';
export { DeadlinesModule } from './deadlines.module.js';
