import { attachments } from './attachments.js';
import { batches } from './batches.js';
import { calendarFeed } from './calendar-feed.js';
import { casePages } from './case-pages.js';
import { cases } from './cases.js';
import { consentPages } from './consent-pages.js';
import { consents } from './consents.js';
import { content } from './content.js';
import { contactImports } from './contact-imports.js';
import { deadlines } from './deadlines.js';
import { calendars } from './calendars.js';
import { exchange } from './exchange.js';
import { exchangePages } from './exchange-pages.js';
import { explanation } from './explanation.js';
import { practices } from './practices.js';
import { profiles } from './profiles.js';
import { deliveries } from './deliveries.js';
import { directory } from './directory.js';
import { firearm } from './firearm.js';
import { followUps } from './follow-ups.js';
import { frame } from './frame.js';
import { items } from './items.js';
import { lists } from './lists.js';
import { noRecord } from './no-record.js';
import { notices } from './notices.js';
import { mail } from './mail.js';
import { moves } from './moves.js';
import { ownMail } from './own-mail.js';
import { pages } from './pages.js';
import { problemsOfAccess } from './problems-of-access.js';
import { problemsOfMoves } from './problems-of-moves.js';
import { problemsOfQuestion } from './problems-of-question.js';
import { question } from './question.js';
import { reports } from './reports.js';
import { descriptionFields } from './description-fields.js';
import { questionInFull } from './question-in-full.js';
import { request } from './request.js';
import { search } from './search.js';
import { signIn } from './sign-in.js';
import { tables } from './tables.js';
import { traceability } from './traceability.js';
import { validation } from './validation.js';

/** Every message in English. These keys and their arguments are the contract of every other language. */
export const ENGLISH = {
  ...frame,
  ...signIn,
  ...lists,
  ...request,
  ...deadlines,
  ...explanation,
  ...calendars,
  ...question,
  ...firearm,
  ...questionInFull,
  ...descriptionFields,
  ...moves,
  ...items,
  ...noRecord,
  ...exchange,
  ...exchangePages,
  ...notices,
  ...mail,
  ...calendarFeed,
  ...deliveries,
  ...ownMail,
  ...content,
  ...consents,
  ...consentPages,
  ...cases,
  ...batches,
  ...casePages,
  ...followUps,
  ...traceability,
  ...search,
  ...validation,
  ...problemsOfMoves,
  ...problemsOfQuestion,
  ...problemsOfAccess,
  ...pages,
  ...attachments,
  ...directory,
  ...contactImports,
  ...tables,
  ...practices,
  ...profiles,
  ...reports,
};

export type English = typeof ENGLISH;
