import { CONSENT_USES, type ConsentAct, type ConsentSummary } from '@tracedesk/confidentiality';
import { sortedByName, stateName } from '@tracedesk/language';
import type { RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { CheckBoxes, DateField, Radios, SelectField, TextArea, TextField, type FormView } from '../views/fields.js';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { Id, Paragraph } from '../views/words.js';
import { ConsentFacts, informationText } from './consent-pages.js';

export interface AskConsentPageProps {
  readonly request: RequestSummary;
  readonly form: FormView;
  readonly once: string;
  /** States in the directory: those that are no party to the request can be told. */
  readonly states: readonly string[];
}

/** Asks the State that gave information for leave to use it. */
export function AskConsentPage({ request, form, once, states }: AskConsentPageProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const title = t('consent.ask.title');
  const parties: readonly (string | null)[] = [request.requestingState, request.requestedState];
  const others = states.filter((code) => !parties.includes(code));
  const giver = stateName((request.direction === 'outgoing' ? request.requestedState : request.requestingState) ?? '', language);
  const path = `/tracing-requests/${request.id}`;
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>
        {title} <Paragraph page={page}>15</Paragraph>
      </h1>
      <p class="lede">{t('consent.ask.about')}</p>
      <DeskForm page={page} action="/consents/new" once={once} keep>
        <input type="hidden" name="requestId" value={request.id} />
        <TextField form={form} name="names" label={t('consent.ask.names')} hint={t('consent.ask.namesHint')} exact />
        <Radios
          form={form}
          name="use"
          label={t('consent.ask.use')}
          choices={CONSENT_USES.map((value) => ({ value, label: t(`consent.use.${value}`) }))}
        />
        <SelectField
          form={form}
          name="recipient.state"
          label={t('consent.ask.recipientState')}
          blank={t('consent.ask.noState')}
          choices={sortedByName(others, language).map(({ code, name }) => ({ value: code, label: name }))}
        />
        <TextField
          form={form}
          name="recipient.authority"
          label={t('consent.ask.authority')}
          hint={t('consent.ask.authority.hint')}
          optional
        />
        <TextArea form={form} name="purpose" label={t('consent.ask.purpose')} />
        <TextArea form={form} name="reasons" label={t('consent.ask.reasons')} />
        <Consequence page={page}>
          {[t('consent.consequence.ask.sent', { state: giver }), t('consent.consequence.ask.clock')]}
        </Consequence>
        <Buttons page={page} confirm={t('consent.ask.confirm')} cancel={path} />
      </DeskForm>
    </Layout>
  );
}

export interface ConsentActPageProps {
  readonly consent: ConsentSummary;
  readonly act: ConsentAct;
  readonly form: FormView;
  readonly once: string;
}

/** One act on a consent: what is said, what it brings about, and one button that says what it does. */
export function ConsentActPage({ consent, act, form, once }: ConsentActPageProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const title = t(`consent.${act}.title`);
  const path = `/consents/${consent.id}`;
  const other = stateName(consent.side === 'asking' ? consent.givingState : consent.askingState, language);
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('consent.one', { reference: <Id>{consent.reference}</Id> })}</a>
      </p>
      <h1>
        {title} <Paragraph page={page}>{act === 'use' ? '15' : '15(c)'}</Paragraph>
      </h1>
      <ConsentFacts page={page} consent={consent} />
      <DeskForm page={page} action={`${path}/${act}`} version={consent.version} once={once} keep>
        <ActFields consent={consent} act={act} form={form} />
        <Consequence page={page}>
          {[t(`consent.consequence.${act}`, { state: other }), ...(act === 'withdraw' ? [t('consent.withdraw.about')] : [])]}
        </Consequence>
        <Buttons
          page={page}
          confirm={t(`consent.${act}.confirm`)}
          cancel={path}
          danger={act === 'refuse' || act === 'withdraw'}
        />
      </DeskForm>
    </Layout>
  );
}

function ActFields({ consent, act, form }: Omit<ConsentActPageProps, 'once'>): VNode {
  const { page } = form;
  const { t } = page;
  const names = (of: readonly string[], label: string): VNode => (
    <CheckBoxes
      form={form}
      name="names"
      label={label}
      choices={of.map((value) => ({ value, label: informationText(page, value) }))}
    />
  );
  switch (act) {
    case 'grant':
      return (
        <>
          {names(consent.asked, t('consent.grant.names'))}
          <DateField form={form} name="endsOn" label={t('consent.grant.endsOn')} />
          <TextArea
            form={form}
            name="conditions"
            label={t('consent.grant.conditions')}
            {...(consent.use === 'onward_release' ? { hint: t('consent.grant.conditions.hint') } : {})}
            optional
          />
        </>
      );
    case 'refuse':
    case 'withdraw':
      return <TextArea form={form} name="reason" label={t('consent.reason')} />;
    case 'use':
      return (
        <>
          {names(consent.granted, t('consent.use.names'))}
          <TextArea form={form} name="purpose" label={t('consent.use.purpose')} />
        </>
      );
  }
}
