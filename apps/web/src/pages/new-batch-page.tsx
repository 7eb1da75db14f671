import { stateName } from '@tracedesk/language';
import { BATCH_FIREARMS, FIREARM_COLUMNS, type BatchPreview, type FirearmColumn } from '@tracedesk/tracing';
import type { StateCode } from '@tracedesk/kernel';
import type { VNode } from 'preact';
import { TABLE_FIELD, type TableFault } from '../forms/batch-form.js';
import { groupName } from '../views/batch-words.js';
import { fieldId, TextArea, valueIn, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { PARAGRAPH_OF } from '../views/question-view.js';
import { Paragraph } from '../views/words.js';
import { sectionOfField, type Section } from '../forms/draft-sections.js';
import { ContextFields, FindFields } from './find-fields.js';
import { IllicitnessFields, RestrictionsFields, StepsFields, UndertakingFields, UseFields } from './purpose-fields.js';
import type { SectionFieldsProps } from './section-fields.js';
import { RecipientFields } from './section-page.js';

export interface NewBatchPageProps {
  readonly form: FormView;
  readonly once: string;
  readonly ownState: StateCode;
  readonly askable: readonly string[];
  readonly tableFaults: readonly TableFault[];
  readonly preview: BatchPreview['groups'] | null;
}

/** The sections of a draft that are common to all requests of a batch, in the order of its task list. */
const COMMON: readonly (readonly [Section, (props: SectionFieldsProps) => VNode])[] = [
  ['find', FindFields],
  ['context', ContextFields],
  ['illicitness', IllicitnessFields],
  ['use', UseFields],
  ['undertaking', UndertakingFields],
  ['restrictions', RestrictionsFields],
  ['steps', StepsFields],
  ['recipient', RecipientFields],
];

/** Sections that most batches leave empty. */
const OPTIONAL: readonly Section[] = ['restrictions', 'steps'];

/** Whether something of the section was said, or is wrong: then it stands open. */
function isBegun(form: FormView, section: Section): boolean {
  const said = Object.keys(form.values).filter((name) => valueIn(form, name) !== '');
  return [...said, ...form.faults.keys()].some((name) => name.startsWith('question.') && sectionOfField(name) === section);
}

/** A table of firearms and what is common to all of them; what the table would come to is shown before anything is drafted. */
export function NewBatchPage({ form, once, ownState, askable, tableFaults, preview }: NewBatchPageProps): VNode {
  const { page } = form;
  const { t } = page;
  const title = t('batches.new');
  return (
    <Layout page={page} title={title} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href="/request-batches">{t('batches.title')}</a>
      </p>
      <h1>{title}</h1>
      <p class="lede">{t('batch.new.about')}</p>
      <TableFaults page={page} faults={tableFaults} />
      {preview && <Preview page={page} groups={preview} />}
      <Columns page={page} />
      <Upload page={page} />
      <DeskForm page={page} action="/request-batches/new" once={once} keep>
        <h2>{t('batch.new.table')}</h2>
        <TextArea
          form={form}
          name={TABLE_FIELD}
          label={t('batch.new.label')}
          hint={t('batch.new.hint', { most: BATCH_FIREARMS })}
          rows={12}
        />
        <h2>{t('batch.new.common')}</h2>
        {COMMON.map(([section, Fields]) => (
          <section aria-labelledby={`section-${section}`}>
            <h3 id={`section-${section}`}>
              {t(`section.${section}`)} {PARAGRAPH_OF[section] && <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>}
            </h3>
            {section === 'recipient' && <p class="hint">{t('batch.new.recipientHint')}</p>}
            {OPTIONAL.includes(section) ? (
              <details open={isBegun(form, section)}>
                <summary>{t(`section.${section}.about`)}</summary>
                <Fields form={form} request={{ requestingState: ownState }} askable={askable} />
              </details>
            ) : (
              <Fields form={form} request={{ requestingState: ownState }} askable={askable} />
            )}
          </section>
        ))}
        <div class="buttons">
          <button class="main">{t('batch.new.create')}</button>
          <button class="second" name="_preview" value="yes">
            {t('batch.new.preview')}
          </button>
          <a href="/request-batches">{t('form.cancel')}</a>
        </div>
      </DeskForm>
    </Layout>
  );
}

/** Every fault of the table, by row and column. */
function TableFaults({ page, faults }: { readonly page: PageContext; readonly faults: readonly TableFault[] }): VNode | null {
  const { t } = page;
  if (faults.length === 0) return null;
  return (
    <table role="table">
      <caption>{t('batch.new.faults', { count: faults.length })}</caption>
      <Head names={[t('batch.new.row'), t('batch.new.column'), t('batch.new.fault')]} />
      <tbody role="rowgroup">
        {faults.map(({ row, column, text }) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {row}
            </th>
            <td role="cell" data-label={t('batch.new.column')}>
              {column && <code>{column}</code>}
            </td>
            <td role="cell" data-label={t('batch.new.fault')}>
              {text}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The groups that would be drafted, and whom they would ask. */
function Preview({ page, groups }: { readonly page: PageContext; readonly groups: BatchPreview['groups'] }): VNode {
  const { t, language } = page;
  const found = groups.reveal();
  const count = found.reduce((sum, { members }) => sum + members.length, 0);
  return (
    <div class="done-note" role="status">
      <table role="table">
        <caption>{t('batch.new.found', { count, groups: found.length })}</caption>
        <Head names={[t('batch.column.group'), t('batches.column.size'), t('batch.new.asks')]} />
        <tbody role="rowgroup">
          {found.map(({ key, members }) => {
            const [first] = members;
            const { make = null, model = null } = first?.firearm ?? {};
            const importMark = key.importState && { state: key.importState, year: key.importYear };
            const asked = [...new Set(members.map(({ asks }) => asks))];
            return (
              <tr role="row">
                <th role="rowheader" scope="row">
                  <bdi>{groupName(page, { make, model, importMark })}</bdi>
                </th>
                <td role="cell" data-label={t('batches.column.size')}>
                  {members.length}
                </td>
                <td role="cell" data-label={t('batch.new.asks')}>
                  {asked.map((state) => (state === null ? t('batch.new.asksNobody') : stateName(state, language))).join('; ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What each column holds. */
const CONTENT_OF: Record<FirearmColumn, (t: PageContext['t']) => string> = {
  serial_number: (t) => t('field.serialNumber'),
  serial_number_unknown_because: (t) => t('batch.new.unknownBecause', { field: t('field.serialNumber') }),
  serial_number_place: (t) => t('field.serialNumberPlace'),
  type: (t) => t('field.type'),
  type_unknown_because: (t) => t('batch.new.unknownBecause', { field: t('field.type') }),
  calibre: (t) => t('field.calibre'),
  calibre_unknown_because: (t) => t('batch.new.unknownBecause', { field: t('field.calibre') }),
  make: (t) => t('field.make'),
  model: (t) => t('field.model'),
  country_of_manufacture: (t) => t('batch.new.state', { field: t('field.countryOfManufacture') }),
  year_of_manufacture: (t) => t('field.yearOfManufacture'),
  import_state: (t) => t('batch.new.importState'),
  import_year: (t) => t('batch.new.importYear'),
  exhibit_number: (t) => t('field.exhibitNumber'),
  requested_state: (t) => t('batch.new.state', { field: t('field.requestedState') }),
  own_reference: (t) => t('field.ownReference'),
  source_reference: (t) => t('field.sourceReference'),
};

/** The columns that a table may have. */
function Columns({ page }: { readonly page: PageContext }): VNode {
  const { t } = page;
  return (
    <details>
      <summary>{t('batch.new.columns')}</summary>
      <table role="table">
        <Head names={[t('batch.new.column'), t('batch.new.content'), t('batch.new.words')]} />
        <tbody role="rowgroup">
          {(Object.keys(FIREARM_COLUMNS) as FirearmColumn[]).map((column) => {
            const { words = [] }: { readonly field: string; readonly words?: readonly string[] } = FIREARM_COLUMNS[column];
            return (
              <tr role="row">
                <th role="rowheader" scope="row">
                  <code>{column}</code>
                </th>
                <td role="cell" data-label={t('batch.new.content')}>
                  {CONTENT_OF[column](t)}
                </td>
                <td role="cell" data-label={t('batch.new.words')}>
                  {words.length > 0 && <code>{words.join(', ')}</code>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function Upload({ page }: { readonly page: PageContext }): VNode {
  const { t } = page;
  return (
    <form method="post" action="/request-batches/new/table" encType="multipart/form-data">
      {/* First, so that the guard finds it before any file is read. */}
      {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
      <div class="field">
        <label for={fieldId('file')}>{t('batch.new.upload')}</label>
        <p class="hint" id="f-file-hint">
          {t('batch.new.fileHint')}
        </p>
        <input id={fieldId('file')} name="file" type="file" accept=".csv,text/csv" aria-describedby="f-file-hint" />
      </div>
      <div class="buttons">
        <button class="second">{t('batch.new.take')}</button>
      </div>
    </form>
  );
}

function Head({ names }: { readonly names: readonly string[] }): VNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {names.map((name) => (
          <th role="columnheader" scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
