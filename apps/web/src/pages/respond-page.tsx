import { stateName } from '@tracedesk/language';
import { LIMITATION_GROUNDS, RESPONSE_KINDS, type RequestSummary, type ResponseKind } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Radios, SelectField, TextArea, valueIn, type FormView } from '../views/fields.js';
import { ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Tick } from '../views/tick.js';
import { Id } from '../views/words.js';
import { PointOfDiversionFields } from './diversion-fields.js';
import { GuaranteeTick } from './guarantee-tick.js';
import { ItemFields, MORE_ITEMS } from './item-fields.js';
import { findingChoices } from './move-pages.js';
import { MovePage, type MoveProps } from './move-page.js';
import { NoRecordFields } from './no-record-fields.js';
import { Restrictions } from './restriction-fields.js';

/** What each kind of response is asked for, in this order: the ground before any word, then the reasons (ITI 22, 23). */
const ASKS = {
  full: { ground: false, items: true, finding: false },
  partial: { ground: false, items: true, finding: false },
  restricted: { ground: true, items: true, finding: false },
  refused: { ground: true, items: false, finding: false },
  no_record: { ground: false, items: false, finding: true },
} as const satisfies Record<ResponseKind, { readonly ground: boolean; readonly items: boolean; readonly finding: boolean }>;

const PARAGRAPH = { full: '21', partial: '21', restricted: '22', refused: '22', no_record: '18' } as const satisfies Record<
  ResponseKind,
  string
>;

/** First step: how do you respond? Nothing is sent by it. */
export function RespondKindPage({
  page,
  request,
  form,
}: {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly form: FormView;
}): VNode {
  const { t } = page;
  const path = `/tracing-requests/${request.id}`;
  return (
    <Layout page={page} title={t('respond.title')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>{t('respond.title')}</h1>
      <p>
        <a href={`${path}/content`}>{t('respond.readFirst')}</a>
      </p>
      <form method="get" action={`${path}/respond`}>
        <input type="hidden" name="asked" value="yes" />
        <Radios
          form={form}
          name="kind"
          label={t('respond.kind')}
          choices={RESPONSE_KINDS.map((value) => ({
            value,
            label: t(`response.kind.${value}`),
            about: t(`respond.kind.${value}.about`),
            paragraph: PARAGRAPH[value],
          }))}
        />
        <div class="buttons">
          <button class="main">{t('respond.continue')}</button>
          <a href={path}>{t('form.cancel')}</a>
        </div>
      </form>
    </Layout>
  );
}

/** Second step: what is said, and what sending it brings about. */
export function RespondPage(props: MoveProps & { readonly kind: ResponseKind }): VNode {
  const { request, form, kind, nameable } = props;
  const { page } = form;
  const { t, language } = page;
  const state = stateName(request.requestingState, language);
  const path = `/tracing-requests/${request.id}`;
  const asks = ASKS[kind];
  return (
    <MovePage
      {...props}
      action="respond"
      title={t(`respond.title.${kind}`)}
      paragraph={PARAGRAPH[kind]}
      confirm={t('respond.confirm', { state })}
      consequences={[
        t('consequence.respond.sent', { state }),
        t('consequence.respond.clock'),
        ...(request.status === 'submitted' ? [t('consequence.respond.acknowledges')] : []),
        t('consequence.respond.open'),
      ]}
      before={
        <p>
          <a href={`${path}/respond`}>{t('respond.otherKind')}</a> · <a href={`${path}/content`}>{t('respond.readFirst')}</a>
        </p>
      }
    >
      <input type="hidden" name="kind" value={kind} />
      {asks.ground && (
        <>
          <Radios
            form={form}
            name="ground"
            label={t('respond.ground')}
            hint={t('respond.groundHint')}
            paragraph="22"
            choices={LIMITATION_GROUNDS.map((value) => ({ value, label: t(`ground.${value}`) }))}
          />
          <TextArea
            form={form}
            name="reasons"
            label={t('respond.reasons')}
            hint={t('respond.reasonsHint')}
            paragraph="23"
            rows={5}
          />
          <Restrictions form={form} name="reasonsRestrictions" label={t('reasons.restrictions')} />
        </>
      )}
      {asks.finding && (
        <SelectField form={form} name="finding" label={t('respond.finding')} choices={findingChoices(page, 'no_record')} />
      )}
      {asks.finding && <NoRecordFields form={form} />}
      {asks.finding && (
        <details open={form.faults.size > 0 || beginsItems(form)}>
          <summary>{t('respond.hearsay')}</summary>
          <p class="hint">{t('respond.hearsay.about')}</p>
          <ItemFields form={form} nameable={nameable} hearsay />
        </details>
      )}
      {asks.items && (
        <>
          <ItemFields form={form} nameable={nameable} />
          <PointOfDiversionFields form={form} />
        </>
      )}
      <GuaranteeTick form={form} />
      <Tick form={form} name="receivedBefore" label={t('response.receivedBefore')} />
      <TextArea form={form} name="remarks" label={t('respond.remarks')} optional rows={3} />
    </MovePage>
  );
}

/** Something was typed into an item, or one more was asked for. */
function beginsItems(form: FormView): boolean {
  return Object.keys(form.values).some(
    (name) => (name === MORE_ITEMS || name.startsWith('items.')) && valueIn(form, name) !== '',
  );
}

export function isResponseKind(text: unknown): text is ResponseKind {
  return RESPONSE_KINDS.includes(text as ResponseKind);
}
