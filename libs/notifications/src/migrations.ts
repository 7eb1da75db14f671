import { MarksOfOwnNotices1795910461006 } from './migrations/marks-of-own-notices.migration.js';
import { CalendarFeeds1795564810001 } from './migrations/calendar-feeds.migration.js';
import { Deliveries1795564807020 } from './migrations/deliveries.migration.js';
import { NoticesOfOffices1795910480002 } from './migrations/notices-of-offices.migration.js';
import { NoticesOfProfiles1795564831001 } from './migrations/notices-of-profiles.migration.js';
import { Notices1795219200701 } from './migrations/notices.migration.js';
import { NoticesWithoutRequest1795564829001 } from './migrations/notices-without-request.migration.js';
import { PersonalMail1795564826002 } from './migrations/personal-mail.migration.js';
import { Redelivery1795564826001 } from './migrations/redelivery.migration.js';
import { NoticesForSomebody1795564807002 } from './migrations/notices-for-somebody.migration.js';

/** In the order of their time stamps. */
export const NOTIFICATION_MIGRATIONS = [
  Notices1795219200701,
  NoticesForSomebody1795564807002,
  Deliveries1795564807020,
  CalendarFeeds1795564810001,
  Redelivery1795564826001,
  PersonalMail1795564826002,
  NoticesWithoutRequest1795564829001,
  NoticesOfProfiles1795564831001,
  MarksOfOwnNotices1795910461006,
  NoticesOfOffices1795910480002,
];
