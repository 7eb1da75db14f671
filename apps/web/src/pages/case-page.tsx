import { stateName } from '@tracedesk/language';
import type { CaseShown, RequestSummary, Sibling, WeaponCase } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { caseName, casePath } from '../views/case-words.js';
import { Fact } from '../views/fact.js';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Instant, StatusTag } from '../views/words.js';
import { CountTag } from './case-list-page.js';

/** What the reader's role may do with a case. */
export interface CaseRights {
  readonly conclude: boolean;
  readonly readChain: boolean;
  readonly join: boolean;
  readonly followUp: boolean;
}

export interface CasePageProps {
  readonly page: PageContext;
  readonly shown: CaseShown;
  readonly rights: CaseRights;
  /** What was just done, to be confirmed. */
  readonly done: string | null;
  /** For each button that adds a request: pressed twice, it happens once. */
  readonly onceFor: () => string;
}

/** One case: what is known of it openly, its requests, and what else may be about the same weapon. */
export function CasePage({ page, shown, rights, done, onceFor }: CasePageProps): VNode {
  const { t } = page;
  const { weapon, requests, siblings } = shown;
  const title = t('case.title', { reference: caseName(weapon) });
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{t.rich('case.title', { reference: <Id>{caseName(weapon)}</Id> })}</h1>
      <p class="lede">{t('case.about', { state: stateName(weapon.state, page.language) })}</p>
      <div class="two">
        <div>
          <section aria-labelledby="summary">
            <h2 id="summary">{t('case.summary')}</h2>
            <CaseFacts page={page} weapon={weapon} />
          </section>
          <section aria-labelledby="requests">
            <h2 id="requests">{t('case.requests')}</h2>
            <Requests page={page} requests={requests} />
            {requests.length < weapon.requestIds.length && (
              <p class="hint">{t('case.gone', { count: weapon.requestIds.length - requests.length })}</p>
            )}
          </section>
          {siblings.length > 0 && (
            <Siblings page={page} weapon={weapon} siblings={siblings} mayJoin={rights.join} onceFor={onceFor} />
          )}
        </div>
        <Actions page={page} shown={shown} rights={rights} />
      </div>
    </Layout>
  );
}

export function CaseFacts({ page, weapon }: { readonly page: PageContext; readonly weapon: WeaponCase }): VNode {
  const { t } = page;
  const { conclusion } = weapon;
  const yesOrNo = (said: boolean): string => t(said ? 'form.yes' : 'form.no');
  return (
    <dl class="facts">
      {weapon.ownReference !== null && (
        <Fact name={t('case.ownReference')}>
          <Id>{weapon.ownReference}</Id>
        </Fact>
      )}
      <Fact name={t('cases.column.manner')}>{t(`manner.${weapon.manner}`)}</Fact>
      {weapon.manner === 'seized' && <Fact name={t('case.criminalOffence')}>{yesOrNo(weapon.criminalOffence)}</Fact>}
      <Fact name={t('case.uniquelyMarked')}>{yesOrNo(weapon.uniquelyMarked)}</Fact>
      <Fact name={t('case.openedAt')}>
        <Instant page={page} at={weapon.openedAt} />
      </Fact>
      <Fact name={t('case.conclusion')}>
        {conclusion === null && t('case.conclusion.none')}
        {conclusion && t(`case.conclusion.${conclusion.kind}`)}
        {conclusion?.basis && `, ${t(`diversion.basis.${conclusion.basis}`)}`}
      </Fact>
      {weapon.concludedAt && (
        <Fact name={t('case.concludedAt')}>
          <Instant page={page} at={weapon.concludedAt} />
        </Fact>
      )}
      <Fact name={t('case.counts')}>
        <CountTag page={page} weapon={weapon} />
      </Fact>
    </dl>
  );
}

const COLUMNS = ['reference', 'requestedState', 'status'] as const;

function Requests({ page, requests }: { readonly page: PageContext; readonly requests: readonly RequestSummary[] }): VNode {
  const { t, language } = page;
  if (requests.length === 0) return <p>{t('case.requests.none')}</p>;
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th role="columnheader" scope="col">
              {t(`list.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {requests.map(({ id, reference, requestedState, status }) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              <a href={`/tracing-requests/${id}`}>
                <Id>{reference}</Id>
              </a>
            </th>
            <td role="cell" data-label={t('list.column.requestedState')}>
              {requestedState === null ? t('list.noState') : stateName(requestedState, language)}
            </td>
            <td role="cell" data-label={t('list.column.status')}>
              <StatusTag page={page} status={status} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SiblingsProps {
  readonly page: PageContext;
  readonly weapon: WeaponCase;
  readonly siblings: readonly Sibling[];
  readonly mayJoin: boolean;
  readonly onceFor: () => string;
}

function Siblings({ page, weapon, siblings, mayJoin, onceFor }: SiblingsProps): VNode {
  const { t, language } = page;
  return (
    <section aria-labelledby="siblings">
      <h2 id="siblings">{t('case.siblings')}</h2>
      <p>{t('case.siblings.about')}</p>
      <ul class="tasks">
        {siblings.map(({ requestId, reference, requestedState, status, certainty, caseId }) => (
          <li>
            <span>
              <a href={`/tracing-requests/${requestId}`}>
                <Id>{reference}</Id>
              </a>{' '}
              {requestedState && stateName(requestedState, language)} <StatusTag page={page} status={status} />{' '}
              {t(`traceability.certainty.${certainty}`)}
            </span>
            {caseId !== null && <a href={casePath(caseId)}>{t('case.siblings.inCase')}</a>}
            {caseId !== null && mayJoin && <a href={`${casePath(weapon.id)}/merge?with=${caseId}`}>{t('case.merge')}</a>}
            {caseId === null && mayJoin && (
              <DeskForm page={page} action={`${casePath(weapon.id)}/requests`} once={onceFor()}>
                <input type="hidden" name="requestId" value={requestId} />
                <button class="plain">
                  {t('case.siblings.add')} <span class="unseen">{reference}</span>
                </button>
              </DeskForm>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Actions({ page: { t }, shown, rights }: Pick<CasePageProps, 'page' | 'shown' | 'rights'>): VNode | null {
  const { weapon, requests } = shown;
  const answered = requests.findLast(({ response }) => response !== null);
  const path = casePath(weapon.id);
  if (!rights.conclude && !rights.readChain) return null;
  return (
    <aside aria-label={t('case.actions')}>
      <h2>{t('case.actions')}</h2>
      <ul class="actions">
        {rights.readChain && (
          <li>
            <a class="button" href={`${path}/chain`}>
              {t('case.chain')}
            </a>
          </li>
        )}
        {rights.followUp && answered && (
          <li>
            <a class="button second" href={`/tracing-requests/${answered.id}/follow-ups/new`}>
              {t('followUp.linkHere')}
            </a>
          </li>
        )}
        {rights.conclude && (
          <li>
            <a class="button second" href={`${path}/conclude`}>
              {t(weapon.conclusion ? 'case.conclude.again' : 'case.conclude')}
            </a>
          </li>
        )}
      </ul>
    </aside>
  );
}
