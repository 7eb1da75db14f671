// The decision, pure: rules with the paragraph they come from.
export {
  DISCLOSURE_RULES,
  SUBJECT_KINDS,
  mayDisclose,
  type DisclosureFacts,
  type DisclosureRule,
  type SubjectKind,
} from './may-disclose.js';
export { INTENDED_USES, type IntendedUse } from './intended-use.js';
export {
  mayUse,
  USE_OF_PURPOSE,
  USE_RULES,
  useRuleOf,
  type UseConditions,
  type UseFacts,
  type UseRule,
} from './permitted-use.js';
export { JUSTIFICATION_MAX_LENGTH, JUSTIFICATION_MIN_LENGTH, PURPOSES, type Purpose } from './purpose.js';
// Opening content, and proving at a protected read that it was opened.
export { SITTING_MINUTES, type ContentName, type Disclosure } from './disclosure.js';
export { DisclosureSubjects } from './disclosure-subjects.service.js';
export { Disclosures, type OpenDisclosure, type Permit } from './disclosures.service.js';
// Leave to use what was given: asked for, granted, refused, withdrawn, used.
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
export { type ConsentDeadline, type ConsentSummary } from './consent-summary.js';
export { Consents, type ConsentQuery } from './consents.repository.js';
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
export { SharedInformation, type SharedRequest } from './shared-information.service.js';
export { ActOnConsent, type ConsentAttempt } from './use-cases/act-on-consent.service.js';
export { AskForConsent, type AskConsent } from './use-cases/ask-for-consent.service.js';
export { ReadConsents, type ConsentOnce, type ConsentWords } from './use-cases/read-consents.service.js';
export {
  AskConsentDto,
  ConsentIdParam,
  ConsentReasonDto,
  ConsentsQuery,
  GrantConsentDto,
  RecipientDto,
  UseConsentDto,
} from './dto/consent.dto.js';
// What the room brings to the house.
export { CONFIDENTIALITY_EVENTS } from './audit-events.js';
export { ConfidentialityModule } from './confidentiality.module.js';
export { ConsentsModule } from './consents.module.js';
export { CONFIDENTIALITY_PERMISSIONS } from './permissions.js';
export { CONFIDENTIALITY_MIGRATIONS } from './migrations.js';
