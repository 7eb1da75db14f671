import { sortedByName, stateName } from '@tracedesk/language';
import type { FollowUpPreview, RequestSummary, WeighedFact } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { SelectField, type FormView } from '../views/fields.js';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { OnwardTable, type ShownFact } from '../views/onward-table.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Paragraph } from '../views/words.js';

export interface FollowUpPageProps {
  readonly form: FormView;
  readonly request: RequestSummary;
  readonly preview: FollowUpPreview;
  /** States that can be asked. */
  readonly askable: readonly string[];
  readonly once: string;
}

/** The request to the next State, before it is drafted: whom to ask, what travels to it, what is kept back and whose consent would free it. */
export function FollowUpPage({ form, request, preview, askable, once }: FollowUpPageProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const title = t('followUp.title');
  const path = `/tracing-requests/${request.id}`;
  const { nextStates, requestedState } = preview;
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>
        {title} <Paragraph page={page}>5, 15</Paragraph>
      </h1>
      <p class="lede">{t('followUp.about')}</p>
      <p>
        {nextStates.length === 0
          ? t('followUp.pointsNowhere')
          : t('followUp.points', { states: nextStates.map((code) => stateName(code, language)).join(', ') })}
      </p>
      <DeskForm page={page} action={`${path}/follow-ups/new`}>
        <SelectField
          form={form}
          name="requestedState"
          label={t('followUp.to')}
          choices={sortedByName(askable, language).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <div class="buttons">
          <button class="second" name="_step" value="weigh">
            {t('followUp.weigh')}
          </button>
        </div>
      </DeskForm>
      {requestedState && <Weighed page={page} path={path} preview={preview} to={requestedState} once={once} />}
    </Layout>
  );
}

interface WeighedProps {
  readonly page: PageContext;
  readonly path: string;
  readonly preview: FollowUpPreview;
  readonly to: string;
  readonly once: string;
}

function Weighed({ page, path, preview: { facts }, to, once }: WeighedProps): VNode {
  const { t, language } = page;
  const state = stateName(to, language);
  return (
    <>
      {(['travels', 'withheld'] as const).map((part) => {
        const shown = facts.filter(({ carried }) => carried === (part === 'travels'));
        const heading = t(`followUp.${part}`, { state });
        return (
          <section aria-labelledby={part}>
            <h2 id={part}>{heading}</h2>
            {shown.length === 0 ? (
              <p>{t(`followUp.${part}.none`)}</p>
            ) : (
              <OnwardTable page={page} caption={heading} facts={shown.map((fact) => shownOf(fact, to))} />
            )}
          </section>
        );
      })}
      <DeskForm page={page} action={`${path}/follow-ups/new`} once={once}>
        <input type="hidden" name="requestedState" value={to} />
        <Consequence page={page}>
          {[t('followUp.consequence.draft', { state }), t('followUp.consequence.own'), t('followUp.consequence.texts')]}
        </Consequence>
        <Buttons page={page} confirm={t('followUp.create', { state })} cancel={path} />
      </DeskForm>
    </>
  );
}

function shownOf(fact: WeighedFact, to: string): ShownFact {
  return { ...fact, says: fact.fact?.reveal() ?? null, askFor: fact.carried ? null : to };
}
