import type { RequestSummary, WeaponCase } from '@tracedesk/tracing';
import { CONCLUSION_KINDS, DIVERSION_BASES, FIND_MANNERS, KINDS_OF_DIVERSION } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { caseName, casePath } from '../views/case-words.js';
import { DateField, Radios, SelectField, TextField, type FormView } from '../views/fields.js';
import { Buttons, Consequence, DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { Id, Paragraph } from '../views/words.js';
import { choicesOf, countryChoices, yesOrNo } from './rows.js';

export interface OpenCasePageProps {
  readonly form: FormView;
  readonly once: string;
  /** The request or draft it begins with; none where no State has to be asked. */
  readonly request: RequestSummary | null;
}

/** Opens the case of a weapon: how it came into the State's hands is all that the indicator has to know. */
export function OpenCasePage({ form, once, request }: OpenCasePageProps): VNode {
  const { page } = form;
  const { t } = page;
  const title = t('case.open.title');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{title}</h1>
      <p class="lede">{t('case.open.about')}</p>
      {request && <WithRequest form={form} request={request} />}
      <DeskForm page={page} action="/cases/new" once={once} keep>
        {request && <input type="hidden" name="requestIds" value={request.id} />}
        <Radios
          form={form}
          name="manner"
          label={t('case.open.manner')}
          choices={choicesOf(FIND_MANNERS, (manner) => t(`manner.${manner}`))}
        />
        <Radios
          form={form}
          name="criminalOffence"
          label={t('case.open.criminalOffence')}
          hint={t('case.open.criminalOffence.hint')}
          choices={yesOrNo(page)}
          optional
        />
        <Radios form={form} name="uniquelyMarked" label={t('case.open.uniquelyMarked')} choices={yesOrNo(page)} />
        <TextField form={form} name="ownReference" label={t('case.ownReference')} optional short exact />
        <Consequence page={page}>{[t('case.open.consequence')]}</Consequence>
        <Buttons page={page} confirm={t('case.open.confirm')} cancel={request ? `/tracing-requests/${request.id}` : '/cases'} />
      </DeskForm>
    </Layout>
  );
}

function WithRequest({ form: { page }, request }: { readonly form: FormView; readonly request: RequestSummary }): VNode {
  const { t } = page;
  const reference = (
    <a href={`/tracing-requests/${request.id}`}>
      <Id>{request.reference}</Id>
    </a>
  );
  return (
    <>
      <p>{t.rich('case.open.request', { reference })}</p>
      <p>
        <a href={`/cases/join?requestId=${request.id}`}>{t('case.open.existing')}</a>
      </p>
    </>
  );
}

export interface JoinCasePageProps {
  readonly form: FormView;
  readonly once: string;
  readonly request: RequestSummary;
  readonly cases: readonly WeaponCase[];
}

/** Adds a request or draft to the case that its weapon has already. */
export function JoinCasePage({ form, once, request, cases }: JoinCasePageProps): VNode {
  const { page } = form;
  const { t, formats } = page;
  const title = t('case.join.title');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={`/tracing-requests/${request.id}`}>{t.rich('request.title', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>{title}</h1>
      {cases.length === 0 && <p>{t('case.join.none')}</p>}
      <DeskForm page={page} action="/cases/join" once={once}>
        <input type="hidden" name="requestId" value={request.id} />
        <SelectField
          form={form}
          name="caseId"
          label={t('case.join.case')}
          choices={cases.map((weapon) => ({
            value: weapon.id,
            label: t('case.join.choice', { reference: caseName(weapon), day: formats.instant(weapon.openedAt) }),
          }))}
        />
        <Consequence page={page}>{[t('case.join.consequence')]}</Consequence>
        <Buttons page={page} confirm={t('case.join.confirm')} cancel={`/tracing-requests/${request.id}`} />
      </DeskForm>
    </Layout>
  );
}

export interface ConcludeCasePageProps {
  readonly form: FormView;
  readonly once: string;
  readonly weapon: WeaponCase;
}

/** Says what the case came to (ITI 5), on what basis, and how the arm counts from then on. */
export function ConcludeCasePage({ form, once, weapon }: ConcludeCasePageProps): VNode {
  const { page } = form;
  const { t } = page;
  const title = t('case.conclude.title');
  const path = casePath(weapon.id);
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('case.title', { reference: <Id>{caseName(weapon)}</Id> })}</a>
      </p>
      <h1>
        {title} <Paragraph page={page}>5</Paragraph>
      </h1>
      <p class="lede">{t('case.conclude.about')}</p>
      <DeskForm page={page} action={`${path}/conclude`} version={weapon.version} once={once} keep>
        <Radios
          form={form}
          name="kind"
          label={t('case.conclude.kind')}
          choices={choicesOf(CONCLUSION_KINDS, (kind) => t(`case.conclude.kind.${kind}`))}
        />
        <h2>{t('case.conclude.diversion')}</h2>
        <Radios
          form={form}
          name="basis"
          label={t('case.conclude.basis')}
          choices={DIVERSION_BASES.map((value) => ({
            value,
            label: t(`diversion.basis.${value}`),
            about: t(`case.conclude.basis.${value}.about`),
          }))}
        />
        <SelectField
          form={form}
          name="event"
          label={t('case.conclude.event')}
          hint={t('case.conclude.event.hint')}
          choices={choicesOf(KINDS_OF_DIVERSION, (kind) => t(`case.conclude.event.${kind}`))}
        />
        <SelectField form={form} name="state" label={t('case.conclude.state')} choices={countryChoices(page)} />
        <DateField form={form} name="on" label={t('case.conclude.on')} optional ofRecord />
        <Consequence page={page}>{[t('case.conclude.consequence'), t('case.conclude.sealed')]}</Consequence>
        <Buttons page={page} confirm={t('case.conclude.confirm')} cancel={path} />
      </DeskForm>
    </Layout>
  );
}
