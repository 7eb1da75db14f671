// The decision, pure: rules with the paragraph they come from.
export {
  DISCLOSURE_RULES,
  SUBJECT_KINDS,
  mayDisclose,
  type DisclosureFacts,
  type DisclosureRule,
  type SubjectKind,
} from './may-disclose.js';
export { JUSTIFICATION_MAX_LENGTH, JUSTIFICATION_MIN_LENGTH, PURPOSES, type Purpose } from './purpose.js';
// Opening content, and proving at a protected read that it was opened.
export { SITTING_MINUTES, type Disclosure } from './disclosure.js';
export { DisclosureSubjects } from './disclosure-subjects.service.js';
export { Disclosures, type OpenDisclosure } from './disclosures.service.js';
// What the room brings to the house.
export { CONFIDENTIALITY_EVENTS } from './audit-events.js';
export { ConfidentialityModule } from './confidentiality.module.js';
export { CONFIDENTIALITY_PERMISSIONS } from './permissions.js';
export { CONFIDENTIALITY_MIGRATIONS } from './migrations.js';
