import { stateName } from '@tracedesk/language';
import type { BatchGroup, BatchRow, RequestBatch } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { firearmIn, type BatchContent } from '../batch-contents.service.js';
import { SerialNumber, groupName } from '../views/batch-words.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Instant, StateName, StatusTag } from '../views/words.js';

export interface BatchesPageProps {
  readonly page: PageContext;
  readonly batches: readonly RequestBatch[];
  readonly mayDraft: boolean;
}

const COLUMNS = ['batch', 'size', 'drafts', 'submitted', 'created'] as const;

/** The own State's batches, newest first: open fields. */
export function BatchesPage({ page, batches, mayDraft }: BatchesPageProps): VNode {
  const { t, language } = page;
  const state = page.person ? stateName(page.person.state, language) : '';
  return (
    <Layout page={page} title={t('batches.title')}>
      <h1>{t('batches.title')}</h1>
      <p class="lede">{t('batches.about', { state })}</p>
      {mayDraft && (
        <p>
          <a href="/request-batches/new">{t('batches.new')}</a>
        </p>
      )}
      {batches.length === 0 ? (
        <p>{t('batches.none')}</p>
      ) : (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {COLUMNS.map((column) => (
                <th role="columnheader" scope="col">
                  {t(`batches.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {batches.map((batch) => (
              <tr role="row">
                <th role="rowheader" scope="row">
                  <a href={`/request-batches/${batch.id}`}>{t('batch.title', { count: batch.size })}</a>
                  {batch.ownReference && (
                    <small>
                      {' '}
                      <Id>{batch.ownReference}</Id>
                    </small>
                  )}
                </th>
                {(['size', 'drafts', 'submitted'] as const).map((column) => (
                  <td role="cell" data-label={t(`batches.column.${column}`)}>
                    {batch[column]}
                  </td>
                ))}
                <td role="cell" data-label={t('batches.column.created')}>
                  <Instant page={page} at={batch.createdAt} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}

export interface BatchPageProps {
  readonly page: PageContext;
  readonly content: BatchContent;
  /** Whether the reader may check and submit. */
  readonly mayAct: boolean;
  /** Whether some purpose opens what the batch is about to the reader's role. */
  readonly mayRead: boolean;
  readonly done: string | null;
}

/** One batch in its groups, each request with its check and status, and what can be done for a whole group. */
export function BatchPage({ page, content, mayAct, mayRead, done }: BatchPageProps): VNode {
  const { t } = page;
  const { batch, firearms } = content;
  const title = t('batch.title', { count: batch.size });
  const path = `/request-batches/${batch.id}`;
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <p>
        <a href="/request-batches">{t('batches.title')}</a>
      </p>
      <h1>
        {title} {batch.ownReference && <Id>{batch.ownReference}</Id>}
      </h1>
      <p class="lede">{t('batch.about')}</p>
      <p>
        {t('batch.count', { submitted: batch.submitted, drafts: batch.drafts })} · <Instant page={page} at={batch.createdAt} />
      </p>
      {firearms === null && (
        <p>
          {t('batch.sealed')} {mayRead && <a href={`${path}/content`}>{t('content.open')}</a>}
        </p>
      )}
      {mayAct && batch.groups.length > 1 && batch.drafts > 0 && (
        <Acts page={page} path={`${path}/groups/all`} check={t('batch.check.openAll')} submit={t('batch.submit.openAll')} />
      )}
      {batch.groups.map((group) => (
        <Group page={page} content={content} group={group} path={path} mayAct={mayAct} />
      ))}
    </Layout>
  );
}

interface GroupProps extends Pick<BatchPageProps, 'page' | 'content' | 'mayAct'> {
  readonly group: BatchGroup;
  readonly path: string;
}

function Group({ page, content, group, path, mayAct }: GroupProps): VNode {
  const { t } = page;
  const named = content.firearms?.find(({ firearms }) => firearms[0]?.requestId === group.requests[0]?.requestId);
  const heading = `group-${group.number}`;
  const title = t('batch.group', { number: group.number });
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>
        {title}
        {named && (
          <>
            {': '}
            <bdi>{groupName(page, named)}</bdi>
          </>
        )}
      </h2>
      <table role="table">
        <caption>{t('list.shown', { count: group.requests.length })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {[
              t('batch.column.number'),
              ...(content.firearms ? [t('batch.column.serial')] : []),
              t('list.column.reference'),
              t('list.column.requestedState'),
              t('batch.column.check'),
              t('list.column.status'),
            ].map((name) => (
              <th role="columnheader" scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {group.requests.map((row) => (
            <Row page={page} content={content} row={row} />
          ))}
        </tbody>
      </table>
      {mayAct && group.requests.some(({ status }) => status === 'draft') && (
        <Acts
          page={page}
          path={`${path}/groups/${group.number}`}
          check={t('batch.check.open')}
          submit={t('batch.submit.open')}
          about={title}
        />
      )}
    </section>
  );
}

function Acts(props: {
  readonly page: PageContext;
  readonly path: string;
  readonly check: string;
  readonly submit: string;
  readonly about?: string;
}): VNode {
  const about = props.about && <span class="unseen"> ({props.about})</span>;
  return (
    <div class="buttons">
      <a class="button second" href={`${props.path}/check`}>
        {props.check}
        {about}
      </a>
      <a class="button second" href={`${props.path}/submit`}>
        {props.submit}
        {about}
      </a>
    </div>
  );
}

function Row({ page, content, row }: Pick<BatchPageProps, 'page' | 'content'> & { readonly row: BatchRow }): VNode {
  const { t } = page;
  return (
    <tr role="row">
      <td role="cell" data-label={t('batch.column.number')}>
        {row.place + 1}
      </td>
      {content.firearms && (
        <td role="cell" data-label={t('batch.column.serial')}>
          <SerialNumber page={page} firearm={firearmIn(content, row.requestId)} />
        </td>
      )}
      <th role="rowheader" scope="row">
        <a href={`/tracing-requests/${row.requestId}`}>
          <Id>{row.reference}</Id>
        </a>
      </th>
      <td role="cell" data-label={t('list.column.requestedState')}>
        {row.requestedState === null ? t('list.noState') : <StateName page={page} code={row.requestedState} />}
      </td>
      <td role="cell" data-label={t('batch.column.check')}>
        {row.check && <CheckWords page={page} check={row.check} />}
      </td>
      <td role="cell" data-label={t('list.column.status')}>
        <StatusTag page={page} status={row.status} />
      </td>
    </tr>
  );
}

function CheckWords({ page, check }: { readonly page: PageContext; readonly check: NonNullable<BatchRow['check']> }): VNode {
  const { t } = page;
  return (
    <>
      {t(check.read ? 'batch.check.read' : 'batch.check.unread')}
      {check.unanswered.length > 0 && (
        <>
          {' '}
          <span class="tag warning">{t('batch.check.unanswered', { count: check.unanswered.length })}</span>
        </>
      )}
      {check.askedBefore > 0 && (
        <>
          {' '}
          <span class="tag advice">{t('batch.check.askedBefore')}</span>
        </>
      )}
    </>
  );
}
