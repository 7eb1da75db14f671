import { Attachments1795219200801 } from './migrations/attachments.migration.js';
import { PartialPreviews1795910480003 } from './migrations/partial-previews.migration.js';
import { PracticePictures1795564824001 } from './migrations/practice-pictures.migration.js';

/** In the order of their time stamps. */
export const ATTACHMENT_MIGRATIONS = [Attachments1795219200801, PracticePictures1795564824001, PartialPreviews1795910480003];
