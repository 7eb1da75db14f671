import { EntriesOfAdministration1795910500004 } from './entries-of-administration.migration.js';
import { EntryTimes1795910461001 } from './entry-times.migration.js';
import { PartsOfOwnEntries1795910460003 } from './parts-of-own-entries.migration.js';
import { DeniedReads1795219200302 } from './denied-reads.migration.js';
import { AuditEntries1795219200301 } from './entries.migration.js';

/** In the order of time. */
export const AUDIT_MIGRATIONS = [
  AuditEntries1795219200301,
  DeniedReads1795219200302,
  PartsOfOwnEntries1795910460003,
  EntryTimes1795910461001,
  EntriesOfAdministration1795910500004,
];
