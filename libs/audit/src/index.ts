// The log of what happened: append to it, and read an object's history from it.
export { AuditError, AuditLog, type Act, type AuditErrorCode, type EntryTx } from './audit-log.service.js';
export { AuditModule } from './audit.module.js';
export { AUDIT_EVENTS } from './audit.events.js';
export { AUDIT_MIGRATIONS } from './migrations/index.js';

// The catalogue of events: each room lists its own, AuditModule.forEvents takes them all.
export { EventCatalogue, type AuditEventDefinition } from './event-catalogue.js';

// Entries, parts and leaves.
export type { EntryClass, EntryFacts, EntryObject, Envelope, NewEntry, Outcome, PersonPart, TimelineEntry } from './entry.js';
export { commitmentTo, opensCommitment, SALT_BYTES } from './commitment.js';
export { LEAF_FORMAT, leafOf } from './leaf.js';
