import { Notices1795219200701 } from './migrations/notices.migration.js';

/** In the order of their time stamps. */
export const NOTIFICATION_MIGRATIONS = [Notices1795219200701];
