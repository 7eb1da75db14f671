import {
  CONTACT_SCOPES,
  IMPORT_BYTES_MAX,
  MOST_ROWS,
  type ContactImport,
  type PlannedRow,
  type TableFault,
} from '@tracedesk/directory';
import { CONTACT_COLUMNS, IMPORT_ACTS } from '@tracedesk/directory/core';
import { problemTextOf, stateName } from '@tracedesk/language';
import type { VNode } from 'preact';
import { fieldId, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id } from '../views/words.js';

/** What was found in the file, and the file itself, so that exactly this one is imported. */
export interface LookedAt {
  readonly report: ContactImport;
  readonly table: string;
}

export interface ContactImportProps {
  readonly page: PageContext;
  readonly form: FormView;
  readonly lookedAt: LookedAt | null;
}

/** An administrator brings the own State's offices as a table: looked at first, then confirmed. */
export function ContactImportPage({ page, form, lookedAt }: ContactImportProps): VNode {
  const { t } = page;
  const state = page.person?.state ?? '';
  return (
    <Layout page={page} title={t('contactImport.title')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <p>
        <a href={`/directory/${state}`}>{t('directory.state.title', { state: stateName(state, page.language) })}</a>
      </p>
      <h1>{t('contactImport.title')}</h1>
      <p class="lede">{t('contactImport.about')}</p>
      {lookedAt && <Report page={page} lookedAt={lookedAt} />}
      {lookedAt && <h2>{t('contactImport.again')}</h2>}
      <p>
        {t('contactImport.how')} <a href={`/directory/contact-points.csv?state=${state}`}>{t('contactImport.export')}</a>
      </p>
      <Columns page={page} />
      <Upload form={form} />
    </Layout>
  );
}

function Upload({ form }: { readonly form: FormView }): VNode {
  const { page, faults } = form;
  const { t } = page;
  const id = fieldId('file');
  return (
    <form method="post" action="/contact-points/import" encType="multipart/form-data">
      {/* First, so that the guard finds it before the file is read. */}
      {page.person && <input type="hidden" name="_csrf" value={page.person.csrfToken} />}
      <div class={faults.has('file') ? 'field wrong' : 'field'}>
        <label for={id}>{t('contactImport.file')}</label>
        <p class="hint" id={`${id}-hint`}>
          {t('contactImport.file.hint', { rows: MOST_ROWS, kilobytes: IMPORT_BYTES_MAX / 1024 })}
        </p>
        <input id={id} name="file" type="file" accept=".csv,text/csv" aria-describedby={`${id}-hint`} />
      </div>
      <div class="buttons">
        <button class="main">{t('contactImport.look')}</button>
      </div>
    </form>
  );
}

function Columns({ page: { t } }: { readonly page: PageContext }): VNode {
  const words = CONTACT_SCOPES.join('; ');
  return (
    <details>
      <summary>{t('contactImport.columns')}</summary>
      <dl class="facts">
        {CONTACT_COLUMNS.map((column) => (
          <div>
            <dt>
              <Id>{column}</Id>
            </dt>
            <dd>{t.maybe(`contactImport.column.${column}`, { words })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Report({ page, lookedAt }: { readonly page: PageContext; readonly lookedAt: LookedAt }): VNode {
  const { t } = page;
  const { report, table } = lookedAt;
  const { rows, faults, counts, sha256, seen, unnamed } = report;
  const toDo = rows.length - counts.unchanged;
  return (
    <section aria-labelledby="report">
      <h2 id="report">{t('contactImport.report')}</h2>
      <dl class="facts">
        {IMPORT_ACTS.map((act) => (
          <div>
            <dt>{t(`contactImport.act.${act}`)}</dt>
            <dd>{counts[act]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('contactImport.sha256')}</dt>
          <dd>
            <Id>{sha256}</Id>
          </dd>
        </div>
      </dl>
      <p>{t('contactImport.unnamed', { count: unnamed })}</p>
      {faults.length > 0 && <Faults page={page} faults={faults} />}
      {rows.length > 0 && <Rows page={page} rows={rows} />}
      {faults.length === 0 && toDo === 0 && <p role="status">{t('contactImport.nothing')}</p>}
      {faults.length === 0 && toDo > 0 && (
        <DeskForm page={page} action="/contact-points/import/apply">
          <input type="hidden" name="_table" value={table} />
          <input type="hidden" name="_sha256" value={sha256} />
          <input type="hidden" name="_seen" value={seen} />
          <p>{t('contactImport.apply.about')}</p>
          <div class="buttons">
            <button class="main">{t('contactImport.apply', { count: toDo })}</button>
          </div>
        </DeskForm>
      )}
    </section>
  );
}

function Faults({ page, faults }: { readonly page: PageContext; readonly faults: readonly TableFault[] }): VNode {
  const { t } = page;
  return (
    <section class="consequence" aria-labelledby="faults">
      <h3 id="faults">{t('contactImport.faults', { count: faults.length })}</h3>
      <p>{t('contactImport.faults.about')}</p>
      <Table page={page} columns={['row', 'cell', 'found', 'help']}>
        {faults.map((one) => [one.row, one.column && <Id>{one.column}</Id>, foundIn(page, one), helpFor(page, one)])}
      </Table>
    </section>
  );
}

function Rows({ page, rows }: { readonly page: PageContext; readonly rows: readonly PlannedRow[] }): VNode {
  const { t } = page;
  const said = (text: string): VNode => (text === '' ? <em>{t('contactImport.blank')}</em> : <bdi>{text}</bdi>);
  return (
    <Table page={page} columns={['row', 'office', 'act']}>
      {rows.map(({ row, office, does, changes }) => [
        row,
        <bdi>{office}</bdi>,
        <>
          <span class={does === 'unchanged' ? 'tag quiet' : 'tag open'}>{t(`contactImport.act.${does}`)}</span>
          {changes.map(({ column, from, to }) => (
            <div>{t.rich('contactImport.change', { column: <Id>{column}</Id>, from: said(from), to: said(to) })}</div>
          ))}
        </>,
      ])}
    </Table>
  );
}

type Cell = VNode | string | number | null;

function Table(props: {
  readonly page: PageContext;
  readonly columns: readonly ('row' | 'cell' | 'found' | 'help' | 'office' | 'act')[];
  readonly children: readonly (readonly Cell[])[];
}): VNode {
  const { page, columns, children } = props;
  const { t } = page;
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col">
              {t(`contactImport.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {children.map((cells) => (
          <tr role="row">
            {cells.map((cell, at) => (
              <td role="cell" data-label={t(`contactImport.${columns[at]!}`)}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function foundIn(page: PageContext, { code, found }: TableFault): Cell {
  const named = code === 'IMPORT_OF_OTHER_STATE' ? stateName(found, page.language) : found;
  if (found === '') return <em>{page.t('contactImport.blank')}</em>;
  return <bdi>{named === found ? found : `${named} (${found})`}</bdi>;
}

/** What is wrong, what would help, and where a list holds something else than it may, what belongs there. */
function helpFor(page: PageContext, { code, column, details }: TableFault): string {
  const { title, detail } = problemTextOf(code, page.language, details);
  const words = CONTACT_SCOPES.join('; ');
  const belongs = OF_LISTS.includes(code) ? page.t.maybe(`contactImport.column.${column ?? ''}`, { words }) : null;
  return [title, detail === title ? null : detail, belongs].filter((one) => one !== null).join('. ');
}

const OF_LISTS: readonly string[] = ['ITEM_NOT_ALLOWED', 'ITEM_TWICE', 'TOO_FEW', 'TOO_MANY'];
