// The pure files of the audit log: what the verifier and other rooms' pure files may use.
export { commitmentTo, opensCommitment, SALT_BYTES } from './commitment.js';
export {
  ENTRY_CLASSES,
  factsOfDetails,
  type EntryClass,
  type EntryFacts,
  type EntryObject,
  type Envelope,
  type NewEntry,
  type Outcome,
  type PersonPart,
  type TimelineEntry,
} from './entry.js';
export { entryIdAt } from './entry-id.js';
export { EventCatalogue, type AuditEventDefinition } from './event-catalogue.js';
export { LEAF_FORMAT, leafOf } from './leaf.js';
export { ENVELOPE, JUSTIFICATION, PERSON, partsOf, type Circumstances, type Part } from './parts.js';
