import { stateName } from '@tracedesk/language';
import type { EarlierFact, FollowUpFactNow } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { informationText } from '../pages/consent-pages.js';
import { EarlierWords } from './earlier-facts.js';
import { DeskForm } from './form.js';
import type { PageContext } from './page-context.js';
import { Id, Paragraph } from './words.js';

/** A fact of an earlier answer as a table shows it. */
export interface ShownFact extends Pick<
  FollowUpFactNow,
  'sourceRequestId' | 'name' | 'giver' | 'rule' | 'paragraph' | 'consentId' | 'consentStatus' | 'withheldBy'
> {
  readonly sourceReference: string | null;
  /** What it says; null where that is not shown here. */
  readonly says: EarlierFact | null;
  /** How it stands in a draft; none where there is no draft yet. */
  readonly standing?: VNode;
  /** The State for which its giver can be asked. */
  readonly askFor: string | null;
}

interface OnwardTableProps {
  readonly page: PageContext;
  readonly caption: string;
  readonly facts: readonly ShownFact[];
}

/** Facts of earlier answers, each with who gave it, the rule under which it travels or is kept back, and how a consent stands. */
export function OnwardTable({ page, caption, facts }: OnwardTableProps): VNode {
  const { t, language } = page;
  const says = facts.some((fact) => fact.says !== null || fact.withheldBy !== null);
  const stands = facts.some(({ standing }) => standing !== undefined);
  const asks = facts.some(({ askFor, consentId }) => askFor !== null || consentId !== null);
  const columns = [
    'information',
    'giver',
    ...(says ? (['says'] as const) : []),
    'rule',
    ...(stands ? (['now'] as const) : []),
    ...(asks ? (['consent'] as const) : []),
  ] as const;
  return (
    <table role="table">
      <caption class="unseen">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col">
              {t(`followUp.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {facts.map((fact) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {informationText(page, fact.name)}{' '}
              <a href={`/tracing-requests/${fact.sourceRequestId}/content#item-${itemOf(fact.name)}`}>
                {t.rich('followUp.source', { reference: <Id>{fact.sourceReference ?? ''}</Id> })}
              </a>
            </th>
            <td role="cell" data-label={t('followUp.column.giver')}>
              {stateName(fact.giver, language)}
            </td>
            {says && (
              <td role="cell" data-label={t('followUp.column.says')}>
                {fact.says && <EarlierWords page={page} fact={fact.says} />}
                {fact.withheldBy && t('followUp.notShown', { state: stateName(fact.giver, language) })}
              </td>
            )}
            <td role="cell" data-label={t('followUp.column.rule')}>
              {t(`onward.${fact.rule}`)} <Paragraph page={page}>{fact.paragraph}</Paragraph>
            </td>
            {stands && (
              <td role="cell" data-label={t('followUp.column.now')}>
                {fact.standing}
              </td>
            )}
            {asks && (
              <td role="cell" data-label={t('followUp.column.consent')}>
                <Consent page={page} fact={fact} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How the consent stands, or the way to ask for it. The State is sent in a form: an address tells nobody where a trace leads. */
function Consent({ page, fact }: { readonly page: PageContext; readonly fact: ShownFact }): VNode {
  const { t, language } = page;
  const { consentId, consentStatus, askFor } = fact;
  return (
    <>
      {consentId && consentStatus && <a href={`/consents/${consentId}`}>{t(`followUp.consent.${consentStatus}`)}</a>}
      {askFor && !ANSWER_STANDS.includes(consentStatus ?? '') && (
        <DeskForm page={page} action="/consents/prepare">
          <input type="hidden" name="requestId" value={fact.sourceRequestId} />
          <input type="hidden" name="names" value={fact.name} />
          <input type="hidden" name="recipient.state" value={askFor} />
          <input type="hidden" name="use" value="onward_release" />
          <button class="plain">
            {t('followUp.ask', { state: stateName(fact.giver, language) })}
            <span class="unseen"> {informationText(page, fact.name)}</span>
          </button>
        </DeskForm>
      )}
    </>
  );
}

/** There is nothing to ask while the giver has not answered, or has consented. */
const ANSWER_STANDS: readonly string[] = ['asked', 'granted'];

/** `1.2` of `1.2.3`: a party stands with its item. */
function itemOf(name: string): string {
  return name.split('.').slice(0, 2).join('.');
}
