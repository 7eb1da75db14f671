import { Module } from '@nestjs/common';
import { AttachmentsModule } from '@tracedesk/attachments';
import { ConfidentialityModule, ConsentsModule } from '@tracedesk/confidentiality';
import { DeadlinesModule } from '@tracedesk/deadlines';
import { Assignments } from './assignments.repository.js';
import { BatchActs } from './batches/batch-acts.service.js';
import { BatchRows } from './batches/batch-rows.service.js';
import { DraftBatch } from './batches/draft-batch.service.js';
import { ReadBatches } from './batches/read-batches.service.js';
import { RequestBatches } from './batches/request-batches.repository.js';
import { AnswersOfCase } from './cases/answers-of-case.service.js';
import { KeepCase } from './cases/keep-case.service.js';
import { MergeCases } from './cases/merge-cases.service.js';
import { ReadCases } from './cases/read-cases.service.js';
import { ShowCase } from './cases/show-case.service.js';
import { WeaponCases } from './cases/weapon-cases.repository.js';
import { KeptContent } from './content/kept-content.repository.js';
import { PermittedReading } from './content/permitted-reading.service.js';
import { WeighedContent } from './content/weighed-content.service.js';
import { CaseAnswers } from './follow-ups/case-answers.service.js';
import { DraftFollowUp } from './follow-ups/draft-follow-up.service.js';
import { FollowUpFacts } from './follow-ups/follow-up-facts.repository.js';
import { OnwardGuard } from './follow-ups/onward-guard.service.js';
import { OnwardQuestions } from './follow-ups/onward-question.service.js';
import { PreviewFollowUp } from './follow-ups/preview-follow-up.service.js';
import { ReadFollowUp } from './follow-ups/read-follow-up.service.js';
import { RenewFollowUp } from './follow-ups/renew-follow-up.service.js';
import { CircumstancesOfMoves } from './circumstances.service.js';
import { RequestDrafts } from './request-drafts.repository.js';
import { RequestDisclosureSubjects } from './request-disclosure-subjects.service.js';
import { RequestInformation } from './request-information.service.js';
import { Responses } from './responses.repository.js';
import { KeptBack } from './kept-back.service.js';
import { ItemChecks } from './item-checks.service.js';
import { AskedAlongside } from './asked-alongside.service.js';
import { EarlierQuestions } from './earlier-questions.service.js';
import { SearchCounts } from './search-counts.repository.js';
import { AddressedOffices } from './addressed-offices.repository.js';
import { RemakeSearchTokens } from './remake-search-tokens.service.js';
import { SearchTokens } from './search-tokens.repository.js';
import { Summaries } from './summaries.service.js';
import { TraceabilityReports } from './traceability-reports.service.js';
import { TracingRequests } from './tracing-requests.repository.js';
import { AcknowledgeRequest } from './use-cases/acknowledge-request.service.js';
import { AnswerProfile } from './use-cases/answer-profile.service.js';
import { AmendDraft } from './use-cases/amend-draft.service.js';
import { CheckTraceability } from './use-cases/check-traceability.service.js';
import { CloseRequest } from './use-cases/close-request.service.js';
import { RecomputedDeadlines } from './recomputed-deadlines.service.js';
import { CorrectCalendar } from './use-cases/correct-calendar.service.js';
import { CorrectZones } from './use-cases/correct-zones.service.js';
import { ComplianceRows } from './compliance-rows.repository.js';
import { ReportCompliance } from './use-cases/report-compliance.service.js';
import { CountRequests } from './use-cases/count-requests.service.js';
import { DiscardDraft } from './use-cases/discard-draft.service.js';
import { DraftRequest } from './use-cases/draft-request.service.js';
import { ExplainDeadline } from './use-cases/explain-deadline.service.js';
import { ListRequests } from './use-cases/list-requests.service.js';
import { ReadCalendar } from './use-cases/read-calendar.service.js';
import { ReadDeadlines } from './use-cases/read-deadlines.service.js';
import { ProposeProfile } from './use-cases/propose-profile.service.js';
import { ReadProfiles } from './use-cases/read-profiles.service.js';
import { ReadQuestion } from './use-cases/read-question.service.js';
import { ReadRequest } from './use-cases/read-request.service.js';
import { ReadResponses } from './use-cases/read-responses.service.js';
import { ReadKeptCheck } from './use-cases/read-kept-check.service.js';
import { ReadTimeline } from './use-cases/read-timeline.service.js';
import { ReadTraceability } from './use-cases/read-traceability.service.js';
import { RespondToRequest } from './use-cases/respond-to-request.service.js';
import { SearchRequests } from './use-cases/search-requests.service.js';
import { SubmitRequest } from './use-cases/submit-request.service.js';
import { RedirectRequest } from './use-cases/redirect-request.service.js';
import { RequestAdditionalInformation } from './use-cases/request-additional-information.service.js';
import { SupplyInformation } from './use-cases/supply-information.service.js';
import { DelayResponse } from './use-cases/delay-response.service.js';
import { SeekClarification } from './use-cases/seek-clarification.service.js';
import { ClarifyResponse } from './use-cases/clarify-response.service.js';
import { SupplementResponse } from './use-cases/supplement-response.service.js';
import { ReopenRequest } from './use-cases/reopen-request.service.js';
import { RedraftRequest } from './use-cases/redraft-request.service.js';
import { WithdrawRequest } from './use-cases/withdraw-request.service.js';
import { UseOfRequestFiles } from './use-of-request-files.service.js';

const USE_CASES = [
  DraftBatch,
  ReadBatches,
  BatchActs,
  AnswersOfCase,
  KeepCase,
  ReadCases,
  ShowCase,
  MergeCases,
  DraftFollowUp,
  PreviewFollowUp,
  ReadFollowUp,
  RenewFollowUp,
  DraftRequest,
  AmendDraft,
  DiscardDraft,
  CheckTraceability,
  SubmitRequest,
  AcknowledgeRequest,
  RespondToRequest,
  CloseRequest,
  WithdrawRequest,
  RedirectRequest,
  RequestAdditionalInformation,
  SupplyInformation,
  DelayResponse,
  SeekClarification,
  ClarifyResponse,
  SupplementResponse,
  ReopenRequest,
  RedraftRequest,
  ListRequests,
  SearchRequests,
  CountRequests,
  ReadRequest,
  ReadQuestion,
  ReadResponses,
  ReadTimeline,
  ReadTraceability,
  ReadKeptCheck,
  ReadDeadlines,
  ExplainDeadline,
  ReadCalendar,
  CorrectCalendar,
  CorrectZones,
  RecomputedDeadlines,
  ReadProfiles,
  ProposeProfile,
  AnswerProfile,
  ReportCompliance,
];

/** Who may be shown the content of requests is decided in confidentiality; what there is to know about them is known here. */
const DISCLOSURES = ConfidentialityModule.forSubjects(RequestDisclosureSubjects);

/** What may be asked leave for lies in requests and responses. */
const CONSENTS = ConsentsModule.about(RequestInformation, DISCLOSURES, [KeptContent, WeighedContent, SearchTokens, KeptBack]);

/** Files follow their request, and are handed out under its disclosures, as far as the restrictions of whoever gave them let them. */
const ATTACHMENTS = AttachmentsModule.under(DISCLOSURES, UseOfRequestFiles, {
  imports: [CONSENTS],
  providers: [KeptContent, WeighedContent, PermittedReading, SearchTokens, KeptBack],
});

/** Binds the room. The log, the directory and the database are there for everybody; clocks and disclosures come with it. */
@Module({
  imports: [DeadlinesModule, DISCLOSURES, CONSENTS, ATTACHMENTS],
  providers: [
    ComplianceRows,
    TracingRequests,
    ItemChecks,
    RequestDrafts,
    Responses,
    Assignments,
    CircumstancesOfMoves,
    Summaries,
    EarlierQuestions,
    AskedAlongside,
    TraceabilityReports,
    RequestBatches,
    BatchRows,
    WeaponCases,
    CaseAnswers,
    KeptContent,
    PermittedReading,
    WeighedContent,
    FollowUpFacts,
    OnwardGuard,
    KeptBack,
    OnwardQuestions,
    SearchTokens,
    RemakeSearchTokens,
    AddressedOffices,
    SearchCounts,
    ...USE_CASES,
  ],
  exports: [...USE_CASES, DISCLOSURES, CONSENTS, ATTACHMENTS],
})
export class TracingModule {}
