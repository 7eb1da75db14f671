import { MovesOfOwnDeadlines1795910461003 } from './migrations/moves-of-own-deadlines.migration.js';
import { BilateralProfiles1795564806001 } from './migrations/bilateral-profiles.migration.js';
import { CalendarCoverage1795564830001 } from './migrations/calendar-coverage.migration.js';
import { Calendars1795219200502 } from './migrations/calendars.migration.js';
import { CappedPauses1795564806003 } from './migrations/capped-pauses.migration.js';
import { ConsentClock1795564803001 } from './migrations/consent-clock.migration.js';
import { DeadlineReminders1795564807001 } from './migrations/deadline-reminders.migration.js';
import { Deadlines1795219200501 } from './migrations/deadlines.migration.js';

/** In the order of their time stamps. */
export const DEADLINE_MIGRATIONS = [
  Deadlines1795219200501,
  Calendars1795219200502,
  ConsentClock1795564803001,
  BilateralProfiles1795564806001,
  CappedPauses1795564806003,
  DeadlineReminders1795564807001,
  CalendarCoverage1795564830001,
  MovesOfOwnDeadlines1795910461003,
];
