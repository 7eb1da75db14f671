import { sortedByName } from '@tracedesk/language';
import {
  LEGAL_BASES,
  PRIORITIES,
  REQUEST_LANGUAGES,
  REQUEST_SUBJECTS,
  URGENT_REASONS,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { Section } from '../forms/draft-sections.js';
import { Buttons, DeskForm, ErrorSummary } from '../views/form.js';
import { Radios, SelectField, TextArea, TextField, type FormView } from '../views/fields.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { PARAGRAPH_OF } from '../views/question-view.js';
import { Id, Paragraph } from '../views/words.js';
import { ContextFields, FindFields } from './find-fields.js';
import { FirearmFields } from './firearm-fields.js';
import { ComponentFields, MarkingFields, PracticeSearch } from './marking-fields.js';
import { IllicitnessFields, RestrictionsFields, StepsFields, UndertakingFields, UseFields } from './purpose-fields.js';
import { MoreRows, choicesOf } from './rows.js';
import type { SectionFieldsProps } from './section-fields.js';

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
        {t(`section.${section}`)} {PARAGRAPH_OF[section] && <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>}
      </h1>
      <p class="lede">{t(`section.${section}.about`)}</p>
      {proposal}
      <DeskForm page={page} action={`${path}/edit/${section}`} version={request.version} keep>
        <Fields form={form} request={request} askable={askable} />
        <Buttons page={page} confirm={t('form.save')} cancel={path} />
        {WITH_ROWS.includes(section) && <MoreRows page={page} />}
      </DeskForm>
      {section === 'markings' && <PracticeSearch page={page} />}
    </Layout>
  );
}

const FIELDS_OF: Record<Section, (props: SectionFieldsProps) => VNode> = {
  firearm: FirearmFields,
  markings: MarkingFields,
  components: ComponentFields,
  find: FindFields,
  context: ContextFields,
  illicitness: IllicitnessFields,
  use: UseFields,
  undertaking: UndertakingFields,
  restrictions: RestrictionsFields,
  steps: StepsFields,
  recipient: RecipientFields,
};

/** Sections with lists: they can be saved for another blank row. */
const WITH_ROWS: readonly Section[] = ['markings', 'components'];

/** Whom, how urgently and on what basis. */
export function RecipientFields({ form, askable }: SectionFieldsProps): VNode {
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
      <SelectField
        form={form}
        name="question.urgentReason"
        label={t('field.urgentReason')}
        blank={t('field.urgentReason.none')}
        choices={choicesOf(URGENT_REASONS, (value) => t(`urgentReason.${value}`))}
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
      <SelectField
        form={form}
        name="question.subject"
        label={t('field.subject')}
        hint={t('field.subjectHint')}
        paragraph="4"
        blank={t('requestSubject.firearm')}
        choices={choicesOf(
          REQUEST_SUBJECTS.filter((subject) => subject !== 'firearm'),
          (value) => t(`requestSubject.${value}`),
        )}
      />
      <SelectField
        form={form}
        name="question.language"
        label={t('field.language')}
        optional
        choices={choicesOf(REQUEST_LANGUAGES, (value) => t(`requestLanguage.${value}`))}
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
