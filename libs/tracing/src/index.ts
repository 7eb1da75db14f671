// The use cases, one per act of an officer.
export { AcknowledgeRequest } from './use-cases/acknowledge-request.service.js';
export { AmendDraft } from './use-cases/amend-draft.service.js';
export { AnswerProfile, type ProfileSeen } from './use-cases/answer-profile.service.js';
export { CheckTraceability } from './use-cases/check-traceability.service.js';
export { ClarifyResponse } from './use-cases/clarify-response.service.js';
export { CloseRequest } from './use-cases/close-request.service.js';
export { CorrectZones } from './use-cases/correct-zones.service.js';
export { CorrectCalendar, type CalendarCorrection } from './use-cases/correct-calendar.service.js';
export { CountRequests, MOST_COUNTED, type RequestCounts } from './use-cases/count-requests.service.js';
export { DelayResponse } from './use-cases/delay-response.service.js';
export { DiscardDraft } from './use-cases/discard-draft.service.js';
export { DraftRequest } from './use-cases/draft-request.service.js';
export { ExplainDeadline } from './use-cases/explain-deadline.service.js';
export { ListRequests, type Page } from './use-cases/list-requests.service.js';
export { ReadCalendar, type CalendarReading } from './use-cases/read-calendar.service.js';
export { ReadDeadlines } from './use-cases/read-deadlines.service.js';
export { ProposeProfile, type ProposeProfileCommand } from './use-cases/propose-profile.service.js';
export { ReadProfiles, type ProfileList, type ProfileReading } from './use-cases/read-profiles.service.js';
export type { WithheldFact, WithheldSection } from './question-reading.js';
export { ReadQuestion, type OpenedQuestion } from './use-cases/read-question.service.js';
export { ReadRequest } from './use-cases/read-request.service.js';
export { ReadResponses, type ReadResponse } from './use-cases/read-responses.service.js';
export { ReadKeptCheck, type KeptCheckRead } from './use-cases/read-kept-check.service.js';
export { ReadTimeline } from './use-cases/read-timeline.service.js';
export { ReadTraceability } from './use-cases/read-traceability.service.js';
export { RedirectRequest } from './use-cases/redirect-request.service.js';
export { RedraftRequest } from './use-cases/redraft-request.service.js';
export { ReopenRequest } from './use-cases/reopen-request.service.js';
export { RequestAdditionalInformation } from './use-cases/request-additional-information.service.js';
export { ReportCompliance, type ComplianceReport, type PeriodAsked } from './use-cases/report-compliance.service.js';
export { RespondToRequest } from './use-cases/respond-to-request.service.js';
export { SeekClarification } from './use-cases/seek-clarification.service.js';
export { MOST_FOUND, SearchRequests, type FoundSummary } from './use-cases/search-requests.service.js';
export { SubmitRequest } from './use-cases/submit-request.service.js';
export { SupplementResponse } from './use-cases/supplement-response.service.js';
export { SupplyInformation } from './use-cases/supply-information.service.js';
export { WithdrawRequest } from './use-cases/withdraw-request.service.js';

// What they are given and what they give back.
export type { Attempt, OnceKey } from './attempt.js';
export { CERTAINTY_OF, MATCH_CLASSES, SEARCH_FIELDS, type MatchClass, type SearchField } from './search-keys.js';
export type { DraftChanges } from './draft.js';
export { DIRECTIONS, type Direction, type ListQuery } from './list-query.js';
export { readCursor, writeCursor, type ListCursor } from './list-cursor.js';
export { requestSubject, type SaidWords } from './move-traces.js';
export type { DeadlineSummary, ElementRounds, RequestSummary, ResponseSummary } from './request-summary.js';
export type { WithheldItem } from './item-reading.js';
export type { OpenedResponse } from './content/kept-content.repository.js';
export type { AskedBefore } from './asked-before.js';
export type { AnsweredFinding, TraceabilityReport } from './traceability-reports.service.js';
export type { ActingPerson, KeptCheck, KeptFinding } from './kept-check.js';

// Input, checked: shared by API, pages and scenarios.
export { PeriodDto, PeriodsDto, ProposeProfileDto, UrgenciesDto } from './dto/bilateral-profile.dto.js';
export { CalendarDto, HolidayDto } from './dto/calendar.dto.js';
export { DraftDto } from './dto/draft.dto.js';
export { FirearmDto } from './dto/firearm.dto.js';
export { ComponentDto, ImportMarkDto, MarkingDto } from './dto/marking.dto.js';
export { ListDto } from './dto/list.dto.js';
export { AcknowledgeDto, CloseDto, FollowUpDto, NoWordsDto, WithdrawDto } from './dto/moves.dto.js';
export { FindDto } from './dto/find.dto.js';
export { IllicitnessDto } from './dto/illicitness.dto.js';
export { IntendedUseDto, QuestionDto, UndertakingDto, asSent, toQuestion } from './dto/question.dto.js';
export { CandidateDto } from './dto/no-record.dto.js';
export { PointOfDiversionDto, RespondDto } from './dto/respond.dto.js';
export { ItemPartyDto, LabelDto, ResponseItemDto, SourceRecordDto } from './dto/response-item.dto.js';
export { RequestClockParam, RequestIdParam } from './dto/request-id.dto.js';
export { PeriodQuery } from './dto/period.dto.js';
export { CheckTraceabilityDto, OverrideDto, type NewOverride } from './dto/traceability.dto.js';
export { ClarifyDto, ReopenDto, SeekClarificationDto, SupplementDto } from './dto/after-response.dto.js';
export { DelayDto, RedirectDto, RedraftDto, RequestInformationDto, SupplyInformationDto } from './dto/before-response.dto.js';
export { StatedLineDto } from './dto/stated.dto.js';
export { SearchDto } from './dto/search.dto.js';
export { BATCH_FIREARMS, LARGEST_PAGE, LINE, NARRATIVE, PAGE_SIZE, REASON } from './dto/limits.js';

// What the room brings to the house.
export { TRACING_EVENTS } from './audit-events.js';
export { ACTIONS_AT_THE_DESK, mayTake, permissionOf, routeOf } from './open-actions.js';
export { TRACING_PERMISSIONS } from './permissions.js';
export { TracingModule } from './tracing.module.js';
export { TRACING_MIGRATIONS } from './migrations.js';

// The pure core, for rooms and apps that use the whole room.
export {
  ACKNOWLEDGEMENT_FIGURES,
  ANSWER_FIGURES,
  complianceOf,
  type ComplianceFigures,
  type CompliancePeriod,
  type ComplianceRow,
} from './compliance.js';
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
  isHearsay,
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
export { NOTHING_KEPT_BACK } from './kept-back.js';
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
// The case of one weapon: its requests, its chain, what it comes to, and what the indicator counts.
export { chainOf, type ChainStep, type ChainView, type ToldWay } from './chain-view.js';
export { moves, type ChainAnswer } from './chain-events.js';
export { countsAs, tallyOf, WAYS_TO_COUNT, type Counted, type Tally, type WayToCount } from './cases/tally.js';
export { CONCLUSION_KINDS, KINDS_OF_DIVERSION, type CaseConclusion, type WeaponCase } from './cases/weapon-case.js';
export { KeepCase, type CaseAttempt, type OpenCase } from './cases/keep-case.service.js';
export { ReadCases, type CaseChain, type CountedCases, type WithheldStep } from './cases/read-cases.service.js';
export { ShowCase, type CaseShown, type Sibling } from './cases/show-case.service.js';
export { MergeCases } from './cases/merge-cases.service.js';
export { CaseIdParam, ConcludeCaseDto, JoinCaseDto, MergeCaseDto, OpenCaseDto, TallyQuery } from './cases/case.dto.js';
// The next request of a chain: what may travel on, and where it came from.
export { ONWARD_RULES, type OnwardRule } from './onward.js';
export { type EarlierFact } from './follow-ups/earlier-fact.js';
export { DraftFollowUp, type FollowUpDrafted } from './follow-ups/draft-follow-up.service.js';
export { type FollowUpFact } from './follow-ups/follow-up-facts.repository.js';
export { PreviewFollowUp, type FollowUpPreview, type WeighedFact } from './follow-ups/preview-follow-up.service.js';
export { ReadFollowUp, type FollowUpFactNow } from './follow-ups/read-follow-up.service.js';
export { RenewFollowUp } from './follow-ups/renew-follow-up.service.js';
export { CONSENT_STANDINGS, FACT_STANDINGS, type ConsentStanding, type FactStanding } from './follow-ups/standing.js';
export { NextRequestDto, NextRequestQuery } from './follow-ups/next-request.dto.js';
// Requests about several firearms, drafted together.
export { groupFirearms, groupKeyOf, type FirearmGroup, type GroupKey } from './batches/group-firearms.js';
export { type BatchFirearm, type NewBatch } from './batches/new-batch.js';
export {
  ROW_OUTCOMES,
  type BatchGroup,
  type BatchInGroups,
  type BatchRow,
  type CheckedRow,
  type RequestBatch,
  type RowFinding,
  type RowOutcome,
  type SubmittedRow,
} from './batches/request-batch.js';
export { BatchDto, BatchFirearmDto, BatchIdParam, BatchRowsDto, CheckBatchDto } from './batches/batch.dto.js';
export {
  FIREARM_COLUMNS,
  columnOf,
  firearmsIn,
  type FirearmColumn,
  type FirearmRowFault,
  type FirearmsTable,
} from './batches/batch-csv.adapter.js';
export { DraftBatch, type BatchPreview, type PreviewedFirearm } from './batches/draft-batch.service.js';
export { ReadBatches, type FirearmsOfGroup, type ListedFirearm } from './batches/read-batches.service.js';
export { BatchActs, type RowsOfBatch } from './batches/batch-acts.service.js';
