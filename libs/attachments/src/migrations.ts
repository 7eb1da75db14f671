import { Attachments1795219200801 } from './migrations/attachments.migration.js';

/** In the order of their time stamps. */
export const ATTACHMENT_MIGRATIONS = [Attachments1795219200801];
