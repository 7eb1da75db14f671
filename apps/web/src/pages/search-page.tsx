import { stateName } from '@tracedesk/language';
import { MOST_FOUND, SEARCH_FIELDS, type FoundSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { TextField, type FormView } from '../views/fields.js';
import { DeskForm, ErrorSummary } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id, StateName, StatusTag } from '../views/words.js';

export interface SearchPageProps {
  readonly page: PageContext;
  readonly form: FormView;
  /** `null` before anything was looked for. */
  readonly found: readonly FoundSummary[] | null;
}

/** Looks for the State's own requests by marks of a firearm. Hits show open fields only, and how they match. */
export function SearchPage({ page, form, found }: SearchPageProps): VNode {
  const { t } = page;
  const state = page.person ? stateName(page.person.state, page.language) : '';
  return (
    <Layout page={page} title={t('search.title')} hasErrors={form.faults.size > 0}>
      <ErrorSummary form={form} />
      <h1>{t('search.title')}</h1>
      <p class="lede">{t('search.about', { state })}</p>
      <DeskForm page={page} action="/search">
        {SEARCH_FIELDS.map((field) => (
          <TextField
            form={form}
            name={field}
            label={t(`search.field.${field}`)}
            {...(field === 'serialNumber' ? { hint: t('search.serialNumber.hint'), exact: true } : {})}
            short
          />
        ))}
        <div class="buttons">
          <button class="main">{t('search.go')}</button>
        </div>
      </DeskForm>
      {found && <Found page={page} found={found} />}
      <DeskForm page={page} action="/search/keys">
        <p class="hint">
          {t(page.withoutKeys ? 'search.keys.off' : 'search.keys.on')}{' '}
          <button class="plain" name="keys" value={page.withoutKeys ? 'on' : 'off'}>
            {t(page.withoutKeys ? 'search.keys.switchOn' : 'search.keys.switchOff')}
          </button>
        </p>
      </DeskForm>
    </Layout>
  );
}

function Found({ page, found }: { readonly page: PageContext; readonly found: readonly FoundSummary[] }): VNode {
  const { t } = page;
  if (found.length === 0) return <p role="status">{t('search.found', { count: 0 })}</p>;
  const columns = [
    'list.column.reference',
    'list.column.requestingState',
    'list.column.requestedState',
    'list.column.status',
  ] as const;
  return (
    <>
      <table role="table">
        <caption>{t('search.found', { count: found.length })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[...columns, 'search.column.match' as const].map((column) => (
              <th role="columnheader" scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {found.map((one) => (
            <Row page={page} found={one} />
          ))}
        </tbody>
      </table>
      {found.length === MOST_FOUND && <p class="hint">{t('search.more')}</p>}
    </>
  );
}

function Row({ page, found: { request, matches } }: { readonly page: PageContext; readonly found: FoundSummary }): VNode {
  const { t } = page;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/tracing-requests/${request.id}`}>
          <Id>{request.reference}</Id>
        </a>
      </th>
      <td role="cell" data-label={t('list.column.requestingState')}>
        <StateName page={page} code={request.requestingState} />
      </td>
      <td role="cell" data-label={t('list.column.requestedState')}>
        {request.requestedState === null ? t('list.noState') : <StateName page={page} code={request.requestedState} />}
      </td>
      <td role="cell" data-label={t('list.column.status')}>
        <StatusTag page={page} status={request.status} />
      </td>
      <td role="cell" data-label={t('search.column.match')}>
        {matches.map(({ field, class: kind, certainty }) => (
          <div>
            {t(`search.field.${field}`)}: {t(`search.match.${kind}`)} ({t(`traceability.certainty.${certainty}`)})
          </div>
        ))}
      </td>
    </tr>
  );
}
