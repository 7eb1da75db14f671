// The pure door: what a tracing request is, and every rule about it.
export { CLOCKS, clocksOf } from './clocks.js';
export { textsOf, type Action, type Command, type CommandOf, type Words } from './commands.js';
export { TRACING_DENIALS, type TracingDenial } from './errors.js';
export { ACTIONS, LIFECYCLE, moveOf, type Move } from './lifecycle.js';
export {
  ASKED_ELEMENTS,
  EARLIER_STEP_NAMES,
  ELEMENTS_OF_17,
  FIND_CONTEXTS,
  FIND_MANNERS,
  ILLICIT_GROUNDS,
  INTENDED_USES,
  type AskedElement,
  REQUEST_LANGUAGES,
  REQUEST_SUBJECTS,
  RESTRICTED_SECTIONS,
  SOURCE_KINDS,
  URGENT_REASONS,
  justificationOf,
  ownRestrictionsOn,
  type DataSource,
  type EarlierSteps,
  type ElementOf17,
  type Find,
  type FindContext,
  type FindManner,
  type HostConsent,
  type IllicitGround,
  type Illicitness,
  type IntendedUse,
  type LocalDate,
  type OtherPossibleState,
  type Question,
  type RequestLanguage,
  type RequestSubject,
  type RestrictedSection,
  type SourceKind,
  type Undertaking,
  type UrgentReason,
} from './question.js';
export { REFERENCE_BYTES, isReference, referenceFrom } from './reference.js';
export type { Facts, Given } from './requirement.js';
export { REQUIREMENTS, type Requirement } from './requirements.js';
export { OBSTACLES, isWithoutTrace, outcomeDenial, standingOf, type Obstacle } from './obstacle.js';
export { CONFLICT_SUBJECTS, conflictsIn, numberedItems, type Conflict, type NumberedItem } from './conflicts.js';
export { type PartialDate } from './partial-date.js';
export { CANDIDATES_OF, CANDIDATE_RESTRICTIONS, type Candidate } from './candidates.js';
export { RECORD_PERIODS, type LapsedPeriod, type PeriodReading, type RecordsSought } from './record-period.js';
export {
  LIMITATION_GROUNDS,
  OUTCOMES,
  RESPONSE_KINDS,
  advisesFollowUp,
  nextStatesOf,
  restrictionsOnDiversion,
  type LimitationGround,
  type Outcome,
  type Response,
  type ResponseContent,
  type ResponseKind,
} from './response.js';
export {
  CONFIDENCES,
  CONFIDENCE_BASES,
  SERIAL_MATCHES,
  serialMatchOf,
  type Confidence,
  type ConfidenceBasis,
  type SerialMatch,
} from './confidence.js';
export {
  DIVERSION_BASES,
  EVIDENTIAL_USES,
  FINDINGS,
  ITEM_KINDS,
  LABEL_SCHEMES,
  PARTY_ROLES,
  RESTRICTIONS_ON_USE,
  RE_EXPORT_CONSENTS,
  restrictionsOn,
  type Finding,
  type ItemKind,
  type ItemParty,
  type PointOfDiversion,
  type ResponseItem,
  type RestrictionOnUse,
  type SourceRecord,
} from './response-item.js';
export { ALERTING_ROUND, alertsSupervisors, roundOf, withRound, type InformationRounds } from './information-rounds.js';
export {
  RESPONSE_ACTS,
  SUPPLEMENTED_KINDS,
  replacementsIn,
  standingItems,
  supplemented,
  type ResponseAct,
  type SupplementedKind,
} from './supplement.js';
export { NOTHING_KEPT_BACK, type KeptBackWords } from './kept-back.js';
export { actionsOpenTo, transition, unmetRequirements, type Moved, type TracingEvent } from './transition.js';
export {
  LEGAL_BASES,
  PRIORITIES,
  STAGES,
  STAGE_OF,
  STATUSES,
  draftRequest,
  partyOf,
  type BelievedState,
  type FollowUp,
  type LatestResponse,
  type LegalBasis,
  type Party,
  type Priority,
  type Reference,
  type RequestStatus,
  type Stage,
  type TracingRequest,
} from './tracing-request.js';
