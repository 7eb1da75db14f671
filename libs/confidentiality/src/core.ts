// The pure part of the room: who may be shown what, and under which rule.
export {
  DISCLOSURE_RULES,
  SUBJECT_KINDS,
  mayDisclose,
  type DisclosureFacts,
  type DisclosureRule,
  type SubjectKind,
} from './may-disclose.js';
export {
  allowsEvidence,
  allowsOnward,
  CONSENT_STATUSES,
  CONSENT_USES,
  isInForce,
  RECIPIENT_KINDS,
  sideOf,
  type Consent,
  type ConsentSide,
  type ConsentStatus,
  type ConsentUse,
  type Recipient,
} from './consent.js';
export {
  actOnConsent,
  actsOpenTo,
  askDenial,
  CONSENT_ACTS,
  CONSENT_LIFECYCLE,
  type ConsentAct,
  type ConsentCommand,
} from './consent-lifecycle.js';
export {
  LONGEST_NAME,
  nameOfCandidates,
  nameOfDiversion,
  nameOfReasons,
  nameOfItem,
  nameOfParty,
  namesCover,
  QUESTION_NAME,
  type InformationName,
} from './information-name.js';
export { INTENDED_USES, type IntendedUse } from './intended-use.js';
export {
  isDesignated,
  mayUse,
  USE_OF_PURPOSE,
  USE_RULES,
  useRuleOf,
  type UseConditions,
  type UseFacts,
  type UseRule,
} from './permitted-use.js';
export { JUSTIFICATION_MAX_LENGTH, JUSTIFICATION_MIN_LENGTH, PURPOSES, type Purpose } from './purpose.js';
