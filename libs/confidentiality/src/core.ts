// The pure part of the room: who may be shown what, and under which rule.
export {
  DISCLOSURE_RULES,
  SUBJECT_KINDS,
  mayDisclose,
  type DisclosureFacts,
  type DisclosureRule,
  type SubjectKind,
} from './may-disclose.js';
export { JUSTIFICATION_MAX_LENGTH, JUSTIFICATION_MIN_LENGTH, PURPOSES, type Purpose } from './purpose.js';
