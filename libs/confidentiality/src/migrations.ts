import { Disclosures1795219200601 } from './migrations/disclosures.migration.js';

/** In the order of their time stamps. */
export const CONFIDENTIALITY_MIGRATIONS = [Disclosures1795219200601];
