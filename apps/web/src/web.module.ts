import { Module } from '@nestjs/common';
import { NotificationsModule } from '@tracedesk/notifications';
import { ProblemPages, ProblemTexts } from '@tracedesk/platform';
import { TracingModule } from '@tracedesk/tracing';
import { CatalogueProblemTexts } from './catalogue-problem-texts.adapter.js';
import { AfterResponseController } from './controllers/after-response.controller.js';
import { AssetsController } from './controllers/assets.controller.js';
import { BeforeResponseController } from './controllers/before-response.controller.js';
import { BatchContentController } from './controllers/batch-content.controller.js';
import { BatchPagesController } from './controllers/batches.controller.js';
import { NewBatchController } from './controllers/new-batch.controller.js';
import { BatchContents } from './batch-contents.service.js';
import { CalendarFeedController } from './controllers/calendar-feed.controller.js';
import { DeliveriesController } from './controllers/deliveries.controller.js';
import { OwnMailController } from './controllers/own-mail.controller.js';
import { CalendarPagesController } from './controllers/calendars.controller.js';
import { ProfilesController } from './controllers/profiles.controller.js';
import { ContactImportsController } from './controllers/contact-imports.controller.js';
import { DirectoryController } from './controllers/directory.controller.js';
import { AttachmentsController } from './controllers/attachments.controller.js';
import { CasePagesController } from './controllers/cases.controller.js';
import { ChainController } from './controllers/chain.controller.js';
import { MergeCasesController } from './controllers/merge-cases.controller.js';
import { ConsentPagesController } from './controllers/consents.controller.js';
import { DraftController } from './controllers/draft.controller.js';
import { ElsewhereController } from './controllers/elsewhere.controller.js';
import { ConsentExplanationController, ExplanationController } from './controllers/explanation.controller.js';
import { FollowUpPagesController } from './controllers/follow-ups.controller.js';
import { KeptCheckController } from './controllers/kept-check.controller.js';
import { ListsController } from './controllers/lists.controller.js';
import { MovesController } from './controllers/moves.controller.js';
import { PracticePicturesController } from './controllers/practice-pictures.controller.js';
import { PracticesController } from './controllers/practices.controller.js';
import { RedraftController } from './controllers/redraft.controller.js';
import { ReportsPagesController } from './controllers/reports.controller.js';
import { RequestController } from './controllers/request.controller.js';
import { SearchController } from './controllers/search.controller.js';
import { SignInController } from './controllers/sign-in.controller.js';
import { CaseLinks } from './case-links.service.js';
import { DraftView } from './draft-view.service.js';
import { MoveForms } from './move-forms.service.js';
import { Pages } from './pages.service.js';
import { RecipientProposal } from './recipient-proposal.service.js';
import { DeskProblemPages } from './problem-pages.service.js';
import { Readings } from './readings.service.js';

/** The people's pages. Database, log, directory and identity are there for everybody; whoever starts the process brings them. */
@Module({
  imports: [TracingModule, NotificationsModule],
  // `new` and `import` stand before `:id`, so the controllers of drafts and imports come first.
  controllers: [
    AssetsController,
    SignInController,
    ListsController,
    CalendarFeedController,
    DeliveriesController,
    OwnMailController,
    SearchController,
    ContactImportsController,
    DirectoryController,
    PracticesController,
    PracticePicturesController,
    ReportsPagesController,
    ProfilesController,
    CalendarPagesController,
    ConsentPagesController,
    CasePagesController,
    ChainController,
    NewBatchController,
    BatchPagesController,
    BatchContentController,
    MergeCasesController,
    DraftController,
    RequestController,
    KeptCheckController,
    AttachmentsController,
    ExplanationController,
    ConsentExplanationController,
    MovesController,
    BeforeResponseController,
    AfterResponseController,
    RedraftController,
    FollowUpPagesController,
    ElsewhereController,
  ],
  providers: [
    Pages,
    MoveForms,
    Readings,
    CaseLinks,
    DraftView,
    BatchContents,
    RecipientProposal,
    DeskProblemPages,
    { provide: ProblemTexts, useClass: CatalogueProblemTexts },
    { provide: ProblemPages, useExisting: DeskProblemPages },
  ],
})
export class WebModule {}
