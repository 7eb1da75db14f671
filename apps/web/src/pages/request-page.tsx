import { stateName } from '@tracedesk/language';
import type { TimelineEntry } from '@tracedesk/audit';
import { routeOf, type Action, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { ExchangeFacts } from '../views/exchange-facts.js';
import { Fact } from '../views/fact.js';
import { DeadlinePanel } from '../views/deadline-panel.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Progress } from '../views/progress.js';
import { TimelineTable } from '../views/timeline-table.js';
import { Day, Id, Instant, StateName, StatusTag, UrgentTag } from '../views/words.js';

export interface RequestPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly timeline: readonly TimelineEntry[];
  /** Whether the reader's role may be shown content at all. */
  readonly mayRead: boolean;
  /** Whether the reader's role may draft the request to the next State. */
  readonly mayFollowUp: boolean;
  /** What was just done, to be confirmed. */
  readonly done: string | null;
  /** The way to the case of its weapon: the requesting State's alone. */
  readonly caseLink: VNode | null;
}

/** One request as both parties see it: open fields, deadlines, what can be done now, what happened. */
export function RequestPage({ page, request, timeline, mayRead, mayFollowUp, caseLink, done }: RequestPageProps): VNode {
  const { t } = page;
  return (
    <Layout page={page} title={t('request.title', { reference: request.reference })}>
      {done && (
        <div class="done-note" role="status">
          <h2>{t('done.heading')}</h2>
          <p>{done}</p>
        </div>
      )}
      <div class="title">
        <h1>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</h1>
        <StatusTag page={page} status={request.status} />
        {request.priority === 'urgent' && <UrgentTag page={page} />}
      </div>
      <Progress page={page} request={request} />
      <div class="two">
        <div>
          <Summary page={page} request={request} />
          {request.response && <ResponseFacts page={page} request={request} />}
          <DeadlinePanel page={page} request={request} />
          <TimelineTable page={page} entries={timeline} />
        </div>
        <aside aria-label={t('request.actions')}>
          <Actions page={page} request={request} mayRead={mayRead} mayFollowUp={mayFollowUp} caseLink={caseLink} />
        </aside>
      </div>
    </Layout>
  );
}

interface PartProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
}

function Summary({ page, request }: PartProps): VNode {
  const { t } = page;
  return (
    <section aria-labelledby="summary">
      <h2 id="summary">{t('request.summary')}</h2>
      <dl class="facts">
        <Fact name={t('request.requestingState')}>
          <StateName page={page} code={request.requestingState} />
          {request.requestingReference && (
            <>
              {' · '}
              <Id>{request.requestingReference}</Id>
            </>
          )}
        </Fact>
        <Fact name={t('request.requestedState')}>
          {request.requestedState && <StateName page={page} code={request.requestedState} />}
          {request.requestedReference && (
            <>
              {' · '}
              <Id>{request.requestedReference}</Id>
            </>
          )}
        </Fact>
        {request.contactPoint && (
          <Fact name={t('contact.addressed')}>
            <a href={`/contact-points/${request.contactPoint.contactPointId}`}>
              <bdi>{request.contactPoint.office}</bdi>
            </a>
            {request.contactPoint.warnings.map((warning) => (
              <div>{t(`contact.warning.${warning}`)}</div>
            ))}
          </Fact>
        )}
        <Fact name={t('request.legalBasis')}>{t(`legalBasis.${request.legalBasis}`)}</Fact>
        <Fact name={t('request.priority')}>{t(`priority.${request.priority}`)}</Fact>
        {request.submittedAt && (
          <Fact name={t('request.submittedAt')}>
            <Instant page={page} at={request.submittedAt} />
          </Fact>
        )}
        {request.expectedResponseOn && (
          <Fact name={t('request.expectedResponseOn')}>
            <Day page={page} on={request.expectedResponseOn} />
          </Fact>
        )}
        <ExchangeFacts page={page} request={request} />
        {request.closedAt && (
          <Fact name={t('request.closedAt')}>
            <Instant page={page} at={request.closedAt} />
          </Fact>
        )}
        {request.outcome && <Fact name={t('request.outcome')}>{t(`finding.${request.outcome}`)}</Fact>}
        {request.obstacle && <Fact name={t('request.obstacle')}>{t(`obstacle.${request.obstacle}`)}</Fact>}
        {request.followUp && (
          <Fact name={t('request.followUp')}>
            {request.followUpRequestId ? (
              <a href={`/tracing-requests/${request.followUpRequestId}`}>{t(`followUp.${request.followUp}`)}</a>
            ) : (
              t(`followUp.${request.followUp}`)
            )}
          </Fact>
        )}
      </dl>
    </section>
  );
}

function ResponseFacts({ page, request: { response } }: PartProps): VNode | null {
  if (!response) return null;
  const { t } = page;
  return (
    <section aria-labelledby="response">
      <h2 id="response">{t('response.heading')}</h2>
      <dl class="facts">
        <Fact name={t('response.kind')}>
          <strong>{t(`response.kind.${response.kind}`)}</strong>
        </Fact>
        {response.finding && <Fact name={t('response.finding')}>{t(`finding.${response.finding}`)}</Fact>}
        {response.ground && <Fact name={t('response.ground')}>{t(`ground.${response.ground}`)}</Fact>}
        <Fact name={t('request.respondedAt')}>
          <Instant page={page} at={response.respondedAt} />
        </Fact>
      </dl>
    </section>
  );
}

/** Actions with a page of their own; the others follow in the order of the lifecycle table. */
export const ACTIONS_WITH_PAGE = [
  'submit',
  'discard',
  'acknowledge',
  'supply_information',
  'respond',
  'clarify',
  'request_information',
  'delay',
  'redirect',
  'supplement',
  'close',
  'seek_clarification',
  'reopen',
  'withdraw',
] as const satisfies readonly Action[];
const LEAST_WANTED: readonly Action[] = ['withdraw', 'discard'];

/** Acts that are possible, and that nothing waits for. */
const ONLY_POSSIBLE: readonly Action[] = ['supplement', 'reopen'];

/** Whether the act is what the request waits for. Closing is, once there is a response; before, it is only possible. */
function isExpected(action: Action, { stage }: RequestSummary): boolean {
  return action === 'close' ? stage === 'responded' || stage === 'closed' : !ONLY_POSSIBLE.includes(action);
}

function Actions({
  page,
  request,
  mayRead,
  mayFollowUp,
  caseLink,
}: PartProps & Pick<RequestPageProps, 'mayRead' | 'mayFollowUp' | 'caseLink'>): VNode {
  const { t } = page;
  const withPage: readonly Action[] = ACTIONS_WITH_PAGE;
  const open = withPage.filter((action) => request.actions.includes(action));
  const path = `/tracing-requests/${request.id}`;
  const waitsFor = request.deadlines?.find(({ state }) => state === 'runs')?.actingState;
  return (
    <>
      <h2>{t('request.actions')}</h2>
      {open.length === 0 && (
        <p>
          {waitsFor && waitsFor !== page.person?.state
            ? t('request.actions.waiting', { state: stateName(waitsFor, page.language) })
            : t('request.actions.none')}
        </p>
      )}
      <ul class="actions">
        {open
          .filter((action) => !LEAST_WANTED.includes(action))
          .map((action, index) => (
            <li>
              <a
                class={index === 0 && isExpected(action, request) ? 'button' : 'button second'}
                href={`${path}/${routeOf(action)}`}
              >
                {t(`action.${action}`)}
              </a>
            </li>
          ))}
        {request.direction === 'outgoing' && request.believedState !== null && (
          <li>
            <a class="button second" href={`${path}/redraft`}>
              {t('redraft.title')}
            </a>
          </li>
        )}
        {mayFollowUp && request.direction === 'outgoing' && request.response && (
          <li>
            <a class="button second" href={`${path}/follow-ups/new`}>
              {t('followUp.linkHere')}
            </a>
          </li>
        )}
        {mayRead && (
          <li>
            <a class="button second" href={`${path}/content`}>
              {t('content.read')}
            </a>
          </li>
        )}
        {request.direction === 'outgoing' && request.stage !== null && (
          <li>
            <a href={`${path}/traceability-check`}>{t('keptCheck.link')}</a>
          </li>
        )}
        {mayRead && request.response && (
          <li>
            <a href={`/consents?requestId=${request.id}`}>{t('consent.title')}</a>
          </li>
        )}
        {caseLink && <li>{caseLink}</li>}
        {open
          .filter((action) => LEAST_WANTED.includes(action))
          .map((action) => (
            <li>
              <a href={`${path}/${routeOf(action)}`}>{t(`action.${action}`)}</a>
            </li>
          ))}
      </ul>
    </>
  );
}
