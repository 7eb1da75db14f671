import { ONWARD_RULES, type FactStanding, type FollowUpFactNow, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { DeskForm } from './form.js';
import { OnwardTable } from './onward-table.js';
import type { PageContext } from './page-context.js';
import { Paragraph } from './words.js';

interface FollowUpPanelProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly facts: readonly FollowUpFactNow[];
}

const TONE = { travels: 'done', must_leave: 'urgent', may_join: 'open', stays: 'quiet' } as const satisfies Record<
  FactStanding,
  string
>;

/** Where the facts of a draft come from, and what has to be put right since a consent, an answer or the State asked changed. */
export function FollowUpPanel({ page, request, facts }: FollowUpPanelProps): VNode | null {
  const { t } = page;
  if (facts.length === 0) return null;
  const stand = (standing: FactStanding): boolean => facts.some((fact) => fact.standing === standing);
  const to = request.requestedState;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">
        {t('followUp.panel')} <Paragraph page={page}>15</Paragraph>
      </h2>
      <p>{to ? t('followUp.panel.about') : t('followUp.panel.noState')}</p>
      {stand('must_leave') && (
        <div class="notice">
          <p>{t('followUp.mustLeave')}</p>
        </div>
      )}
      {stand('may_join') && <p>{t('followUp.mayJoin')}</p>}
      <OnwardTable
        page={page}
        caption={t('followUp.panel')}
        facts={facts.map((fact) => ({
          ...fact,
          ...(fact.ruleNow && { rule: fact.ruleNow, paragraph: ONWARD_RULES[fact.ruleNow].paragraph }),
          says: fact.fact?.reveal() ?? null,
          standing: <span class={`tag ${TONE[fact.standing]}`}>{t(`followUp.standing.${fact.standing}`)}</span>,
          askFor: fact.standing === 'stays' ? to : null,
        }))}
      />
      {to && (stand('must_leave') || stand('may_join')) && (
        <DeskForm page={page} action={`/tracing-requests/${request.id}/follow-ups/renew`} version={request.version}>
          <div class="buttons">
            <button class="second">{t('followUp.renew')}</button>
          </div>
        </DeskForm>
      )}
    </section>
  );
}
