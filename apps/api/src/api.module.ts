import { Module } from '@nestjs/common';
import { DeadlinesModule } from '@tracedesk/deadlines';
import { NotificationsModule } from '@tracedesk/notifications';
import { ProblemTexts } from '@tracedesk/platform';
import { TracingModule } from '@tracedesk/tracing';
import { ActionRoutes } from './action-routes.service.js';
import { ApiProblemTexts } from './api-problem-texts.adapter.js';
import { AttachmentsController } from './attachments.controller.js';
import { BatchesController } from './batches.controller.js';
import { CalendarFeedController } from './calendar-feed.controller.js';
import { DeliveriesController } from './deliveries.controller.js';
import { OwnMailController } from './own-mail.controller.js';
import { CalendarsController } from './calendars.controller.js';
import { CasesController } from './cases.controller.js';
import { ConsentsController } from './consents.controller.js';
import { ContactImportsController } from './contact-imports.controller.js';
import { ContactPointsController } from './contact-points.controller.js';
import { DeadlineProfilesController } from './deadline-profiles.controller.js';
import { DemonstrationController } from './demonstration.controller.js';
import { DisclosuresController } from './disclosures.controller.js';
import { FollowUpsController } from './follow-ups.controller.js';
import { MarkingPracticesController } from './marking-practices.controller.js';
import { PracticePicturesController } from './practice-pictures.controller.js';
import { MovesController } from './moves.controller.js';
import { NoticesController } from './notices.controller.js';
import { OpenApiController } from './openapi.controller.js';
import { ReportsController } from './reports.controller.js';
import { RequestReadsController } from './request-reads.controller.js';
import { RoutingAdviceController } from './routing-advice.controller.js';
import { SearchController } from './search.controller.js';
import { SessionController } from './session.controller.js';
import { TraceabilityChecksController } from './traceability-checks.controller.js';
import { TracingRequestsController } from './tracing-requests.controller.js';

/** The JSON interface. The app that contains it brings the global parts: platform, audit, directory, identity. */
@Module({
  imports: [TracingModule, NotificationsModule, DeadlinesModule],
  controllers: [
    SessionController,
    TracingRequestsController,
    SearchController,
    MovesController,
    RequestReadsController,
    AttachmentsController,
    DisclosuresController,
    ConsentsController,
    BatchesController,
    CasesController,
    FollowUpsController,
    TraceabilityChecksController,
    ContactImportsController,
    ContactPointsController,
    CalendarsController,
    DeadlineProfilesController,
    ReportsController,
    RoutingAdviceController,
    MarkingPracticesController,
    PracticePicturesController,
    NoticesController,
    CalendarFeedController,
    DeliveriesController,
    OwnMailController,
    DemonstrationController,
    OpenApiController,
  ],
  providers: [ActionRoutes],
})
export class ApiModule {}

/** The same without pages in the process, which would bring the words of problems. */
@Module({ imports: [ApiModule], providers: [{ provide: ProblemTexts, useClass: ApiProblemTexts }] })
export class ApiAloneModule {}
