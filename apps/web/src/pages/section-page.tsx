import { sortedByName, stateName } from '@tracedesk/language';
import { FIND_MANNERS, ILLICIT_GROUNDS, INTENDED_USES, LEGAL_BASES, PRIORITIES, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { Section } from '../forms/draft-sections.js';
import { Buttons, DeskForm, ErrorSummary } from '../views/form.js';
import {
  CheckBoxes,
  Radios,
  SelectField,
  Stated,
  TextArea,
  TextField,
  fieldId,
  valueIn,
  type FormView,
} from '../views/fields.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { FirearmFields, countryChoices } from './firearm-fields.js';
import { PARAGRAPH_OF } from '../views/question-view.js';
import { Id, Paragraph } from '../views/words.js';

export interface SectionPageProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly section: Section;
  readonly form: FormView;
  /** States that can be asked: with an active contact point, other than the own. */
  readonly askable: readonly string[];
  /** Which State the marks point to, where a State is chosen. */
  readonly proposal?: VNode | null;
}

/** One section of a draft: one topic, saved on its own. */
export function SectionPage({ page, request, section, form, askable, proposal = null }: SectionPageProps): VNode {
  const { t } = page;
  const path = `/tracing-requests/${request.id}`;
  const Fields = FIELDS_OF[section];
  return (
    <Layout page={page} title={t(`section.${section}`)} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={path}>{t.rich('request.draftTitle', { reference: <Id>{request.reference}</Id> })}</a>
      </p>
      <h1>
        {t(`section.${section}`)} {section !== 'recipient' && <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>}
      </h1>
      <p class="lede">{t(`section.${section}.about`)}</p>
      {proposal}
      <DeskForm page={page} action={`${path}/edit/${section}`} version={request.version} keep>
        <Fields form={form} request={request} askable={askable} />
        <Buttons page={page} confirm={t('form.save')} cancel={path} />
      </DeskForm>
    </Layout>
  );
}

interface FieldsProps {
  readonly form: FormView;
  readonly request: RequestSummary;
  readonly askable: readonly string[];
}

const FIELDS_OF: Record<Section, (props: FieldsProps) => VNode> = {
  firearm: FirearmFields,
  find: FindFields,
  illicitness: IllicitnessFields,
  use: UseFields,
  undertaking: UndertakingFields,
  recipient: RecipientFields,
};

function FindFields({ form, request }: FieldsProps): VNode {
  const { page } = form;
  const { t, language } = page;
  const own = request.requestingState;
  const others = countryChoices(page).filter(({ value }) => value !== own);
  const name = (field: string): string => `question.find.${field}`;
  return (
    <>
      <SelectField
        form={form}
        name={name('stateOfFind')}
        label={t('field.stateOfFind')}
        hint={t('field.stateOfFindHint')}
        paragraph="16"
        choices={[{ value: own, label: t('field.stateOfFind.own', { state: stateName(own, language) }) }, ...others]}
      />
      <Radios
        form={form}
        name={name('manner')}
        label={t('field.manner')}
        paragraph="17(a)"
        choices={FIND_MANNERS.map((value) => ({ value, label: t(`manner.${value}`) }))}
      />
      <TextField form={form} name={name('on')} label={t('field.foundOn')} hint={t('form.dateHint')} optional short exact />
      <TextField form={form} name={name('place')} label={t('field.place')} optional />
      <Stated form={form} name={name('circumstances')} label={t('field.circumstances')} paragraph="17(a)">
        <TextArea form={form} name={name('circumstances.value')} repeated label={t('field.circumstances')} rows={6} />
      </Stated>
    </>
  );
}

function IllicitnessFields({ form }: FieldsProps): VNode {
  const { t } = form.page;
  return (
    <>
      <CheckBoxes
        form={form}
        name="question.illicitness.grounds"
        label={t('field.grounds')}
        choices={ILLICIT_GROUNDS.map((value) => ({ value, label: t(`illicit.${value}`), paragraph: `6(${value.slice(1)})` }))}
      />
      <Stated
        form={form}
        name="question.illicitness.legalJustification"
        label={t('field.legalJustification')}
        hint={t('field.legalJustificationHint')}
        paragraph="17(a)"
      >
        <TextArea
          form={form}
          name="question.illicitness.legalJustification.value"
          repeated
          label={t('field.legalJustification')}
          rows={5}
        />
      </Stated>
    </>
  );
}

function UseFields({ form }: FieldsProps): VNode {
  const { t } = form.page;
  return (
    <Stated form={form} name="question.intendedUse" label={t('section.use')} paragraph="17(c)">
      <CheckBoxes
        form={form}
        name="question.intendedUse.uses"
        label={t('field.uses')}
        choices={INTENDED_USES.map((value) => ({ value, label: t(`use.${value}`) }))}
      />
      <TextArea form={form} name="question.intendedUse.details" label={t('field.useDetails')} optional rows={3} />
    </Stated>
  );
}

function UndertakingFields({ form }: FieldsProps): VNode {
  const { t } = form.page;
  const name = 'question.undertaking.guaranteed';
  const id = fieldId(name);
  const answer = valueIn(form, name);
  const fault = form.faults.get(name);
  return (
    <fieldset class={fault === undefined ? 'field when' : 'field when wrong'}>
      <legend>
        {t('field.undertaking')} <Paragraph page={form.page}>15</Paragraph>
      </legend>
      {fault !== undefined && <p class="fault">{fault}</p>}
      <div class="choice">
        <input type="radio" id={id} name={name} value="yes" checked={answer === 'yes'} />
        <label for={id}>{t('field.undertaking.yes')}</label>
      </div>
      <div class="choice">
        <input type="radio" id={`${id}-no`} name={name} value="no" checked={answer === 'no'} />
        <label for={`${id}-no`}>{t('field.undertaking.no')}</label>
      </div>
      <div class="if-no if-unknown">
        <TextArea form={form} name="question.undertaking.because" label={t('field.undertaking.because')} rows={3} />
      </div>
    </fieldset>
  );
}

function RecipientFields({ form, askable }: FieldsProps): VNode {
  const { t, language } = form.page;
  return (
    <>
      <SelectField
        form={form}
        name="requestedState"
        label={t('field.requestedState')}
        paragraph="25"
        choices={sortedByName(askable, language).map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Radios
        form={form}
        name="priority"
        label={t('field.priority')}
        choices={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`), about: t(`field.priority.${value}About`) }))}
      />
      <TextArea
        form={form}
        name="question.urgentBecause"
        label={t('field.urgentBecause')}
        hint={t('field.urgentBecauseHint')}
        rows={3}
      />
      <SelectField
        form={form}
        name="legalBasis"
        label={t('field.legalBasis')}
        choices={LEGAL_BASES.map((value) => ({ value, label: t(`legalBasis.${value}`) }))}
      />
      <TextField
        form={form}
        name="ownReference"
        label={t('field.ownReference')}
        hint={t('field.ownReferenceHint')}
        optional
        short
        exact
      />
    </>
  );
}
