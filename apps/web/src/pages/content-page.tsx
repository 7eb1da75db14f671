import type { Attachment } from '@tracedesk/attachments';
import { stateName } from '@tracedesk/language';
import { QUESTION_NAME, type Disclosure, type Purpose } from '@tracedesk/confidentiality';
import {
  conflictsIn,
  numberedItems,
  replacementsIn,
  restrictionsOnDiversion,
  standingItems,
  type Conflict,
  type Finding,
  type LimitationGround,
  type PeriodReading,
  type Question,
  type RequestSummary,
  type ResponseAct,
  type ResponseContent,
  type ResponseKind,
  type SaidWords,
  type SerialMatch,
  type WithheldItem,
  type WithheldFact,
  type WithheldSection,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { isRestricted, OwnRestrictionsBind } from '../views/own-restrictions.js';
import { QuestionView } from '../views/question-view.js';
import { WithheldItemView } from '../views/withheld-item.js';
import { CandidatesView, PeriodFact } from '../views/no-record.js';
import { PointOfDiversionView, ResponseItemView } from '../views/response-item.js';
import { Id, Instant, UserText } from '../views/words.js';
import { RestrictionList, Said } from '../views/said-words.js';
import { Files } from './attachments-page.js';
import { Fact } from '../views/fact.js';

export interface ResponseRead {
  readonly act: ResponseAct;
  readonly kind: ResponseKind;
  readonly finding: Finding | null;
  readonly ground: LimitationGround | null;
  readonly respondedAt: Date;
  readonly content: ResponseContent;
  readonly withheld: readonly WithheldItem[];
  readonly period: PeriodReading | null;
  readonly serialMatches: ReadonlyMap<string, SerialMatch>;
}

export interface ContentPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly reading: Disclosure;
  readonly question: Question;
  /** Sections of the question that are kept back for the purpose stated. */
  readonly withheld: readonly WithheldSection[];
  readonly withheldFacts: readonly WithheldFact[];
  /** Those that the reader is shown: the question's are kept back with it. */
  readonly files: readonly Attachment[];
  readonly responses: readonly ResponseRead[];
  /** What both States said to each other on the way. */
  readonly words: readonly SaidWords[];
  /** Whether the reader may ask the other State for leave to use what it told. */
  readonly mayAsk: boolean;
}

/** Question and responses, as long as the reading is open. */
export function ContentPage(props: ContentPageProps): VNode {
  const { page, request, reading, question, withheld, withheldFacts, files, responses, words, mayAsk } = props;
  const { t, formats, language } = page;
  const numbered = numberedItems(responses.map(({ content }, index) => ({ round: index + 1, items: content.items })));
  const askHref = mayAsk ? `/consents/new?requestId=${request.id}&names=` : null;
  // A correction contradicts what it corrects, on purpose: only what counts is compared.
  const conflicts = conflictsIn(standingItems(numbered));
  const replacements = replacementsIn(numbered);
  return (
    <Layout page={page} title={t('content.title', { reference: request.reference })}>
      <h1>{t.rich('content.title', { reference: <Id>{request.reference}</Id> })}</h1>
      <div class="notice">
        <p>
          {t('content.opened', {
            instant: formats.instant(reading.expiresAt),
            purpose: t(`content.purpose.${reading.purpose}`),
          })}
        </p>
      </div>
      <p>
        <a href={`/tracing-requests/${request.id}`}>{t('request.title', { reference: request.reference })}</a>
      </p>
      {request.direction === 'outgoing' && request.stage !== null && (
        <p>
          <a href={`/tracing-requests/${request.id}/traceability-check`}>{t('keptCheck.link')}</a>
        </p>
      )}
      <h2>
        {t('content.question')}{' '}
        <span class="hint">{t('content.by', { state: stateName(request.requestingState, language) })}</span>
      </h2>
      {question.urgentBecause && (
        <dl class="facts">
          <Fact name={t('content.urgentBecause')}>
            <UserText>{question.urgentBecause}</UserText>
          </Fact>
        </dl>
      )}
      <QuestionView
        page={page}
        question={question}
        withheld={{ sections: withheld, purpose: reading.purpose, state: request.requestingState }}
        withheldFacts={withheldFacts}
      />
      {request.direction === 'incoming' && isRestricted(question) && (
        <OwnRestrictionsBind page={page} askHref={askHref && `${askHref}${QUESTION_NAME}`} />
      )}
      <h2>{t('attachments.heading')}</h2>
      {withheld.length > 0 ? (
        <p class="fault">{t('content.withheldWithQuestion')}</p>
      ) : (
        <Files page={page} requestId={request.id} files={files.filter(({ state }) => state === request.requestingState)} />
      )}
      <p>
        <a href={`/tracing-requests/${request.id}/attachments`}>
          {t(request.direction === 'incoming' ? 'attachments.manageResponse' : 'attachments.manage')}
        </a>
      </p>
      <Said page={page} request={request} words={words} />
      {request.stage !== null && (
        <>
          <h2>{t('content.responses')}</h2>
          {responses.length === 0 && <p>{t('content.noResponse')}</p>}
          {responses.map((response, index) => (
            <ResponseView
              page={page}
              response={response}
              files={files}
              requestId={request.id}
              number={index + 1}
              state={request.requestedState ?? ''}
              conflicts={conflicts}
              replacements={replacements}
              purpose={reading.purpose}
              askHref={request.direction === 'outgoing' ? askHref : null}
              clarifyHref={
                request.actions.includes('seek_clarification') ? `/tracing-requests/${request.id}/seek-clarification` : null
              }
            />
          ))}
        </>
      )}
    </Layout>
  );
}

interface ResponseViewProps {
  readonly page: PageContext;
  readonly response: ResponseRead;
  /** The files open to the reader; an item shows those it names. */
  readonly files: readonly Attachment[];
  readonly requestId: string;
  readonly number: number;
  readonly state: string;
  readonly conflicts: readonly Conflict[];
  /** Items that no longer count, with the number of the one that does. */
  readonly replacements: ReadonlyMap<string, string>;
  /** What the reader said the content is read for. */
  readonly purpose: Purpose;
  /** Where leave is asked for, up to the item's name. */
  readonly askHref: string | null;
  /** Where clarification is sought; null where that is not open. */
  readonly clarifyHref: string | null;
}

function ResponseView(props: ResponseViewProps): VNode {
  const { page, response, files, requestId, number, state, conflicts, replacements, purpose, askHref, clarifyHref } = props;
  const { t, language } = page;
  const end = response.withheld.find((each) => each.number === `${number}.d`);
  const {
    items,
    reasons,
    reasonsRestrictions = [],
    remarks,
    pointOfDiversion,
    candidates = [],
    receivedBefore,
  } = response.content;
  return (
    <section aria-labelledby={`response-${number}`}>
      <h3 id={`response-${number}`}>
        {t('content.response', { number })} <span class="hint">{t('content.by', { state: stateName(state, language) })}</span>
      </h3>
      <dl class="facts">
        {response.act !== 'responded' && <Fact name={t('response.act')}>{t(`response.act.${response.act}`)}</Fact>}
        <Fact name={t('response.kind')}>
          <strong>{t(`response.kind.${response.kind}`)}</strong>
        </Fact>
        <Fact name={t('request.respondedAt')}>
          <Instant page={page} at={response.respondedAt} />
        </Fact>
        {response.finding && <Fact name={t('response.finding')}>{t(`finding.${response.finding}`)}</Fact>}
        {response.period && <PeriodFact page={page} period={response.period} />}
        {response.ground && <Fact name={t('response.ground')}>{t(`ground.${response.ground}`)}</Fact>}
        {reasons && (
          <Fact name={t('content.reasons')}>
            <UserText>{reasons}</UserText>
            <RestrictionList page={page} restrictions={reasonsRestrictions} />
          </Fact>
        )}
        {remarks && (
          <Fact name={t('content.remarks')}>
            <UserText>{remarks}</UserText>
          </Fact>
        )}
      </dl>
      {receivedBefore && <p>{t('response.receivedBefore')}</p>}
      {items.map((item, index) => {
        const own = `${number}.${index + 1}`;
        const withheld = response.withheld.find((each) => each.number === own);
        if (withheld) return <WithheldItemView page={page} withheld={withheld} item={item} state={state} purpose={purpose} />;
        return (
          <ResponseItemView
            page={page}
            number={own}
            item={item}
            serialMatch={response.serialMatches.get(own) ?? null}
            replacedBy={replacements.get(own) ?? null}
            conflicts={conflicts.filter(({ between }) => between.includes(own))}
            askHref={askHref && askHref + own}
          >
            {item.attachments && (
              <Files page={page} requestId={requestId} files={files.filter(({ id }) => item.attachments?.includes(id))} />
            )}
          </ResponseItemView>
        );
      })}
      {candidates.length > 0 && (
        <CandidatesView
          page={page}
          candidates={candidates}
          clarifyHref={clarifyHref}
          askHref={askHref && `${askHref}${number}.c`}
        />
      )}
      {end && (
        <WithheldItemView page={page} withheld={end} item={{ kind: 'point_of_diversion' }} state={state} purpose={purpose} />
      )}
      {pointOfDiversion && (
        <PointOfDiversionView
          page={page}
          point={{ ...pointOfDiversion, restrictions: restrictionsOnDiversion(response.content) }}
        />
      )}
    </section>
  );
}
