import { stateName, type MessageKey } from '@tracedesk/language';
import { STAGES, type RequestSummary, type Stage } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { DueBadge, Id, Instant, StateName, StatusTag, UrgentTag } from '../views/words.js';

export type Direction = 'incoming' | 'outgoing' | 'drafts';
export type View = 'all' | 'overdue' | Stage;

export interface ListPageProps {
  readonly page: PageContext;
  readonly direction: Direction;
  readonly view: View;
  readonly items: readonly RequestSummary[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly done?: string | null;
}

/** Incoming, outgoing or drafts: open fields only, what is due first on top. */
export function ListPage({ page, direction, view, items, next, isFirst, done }: ListPageProps): VNode {
  const { t } = page;
  const state = page.person ? stateName(page.person.state, page.language) : '';
  const title = t(`list.${direction}.title`);
  return (
    <Layout page={page} title={title}>
      {done && (
        <div class="done-note" role="status">
          <p>{done}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p class="lede">{t(`list.${direction}.about`, { state })}</p>
      {direction === 'drafts' && (
        <p>
          <a href="/request-batches">{t('batches.title')}</a>
        </p>
      )}
      {direction !== 'drafts' && <Views page={page} direction={direction} view={view} />}
      {items.length === 0 ? (
        <Empty page={page} direction={direction} view={view} />
      ) : (
        <Requests page={page} direction={direction} items={items} />
      )}
      {(next !== null || !isFirst) && (
        <p class="views">
          {!isFirst && <a href={pathOf(direction, view)}>{t('list.first')}</a>}
          {next !== null && (
            <a href={pathOf(direction, view, next)} rel="next">
              {t('list.next')}
            </a>
          )}
        </p>
      )}
    </Layout>
  );
}

const VIEWS: readonly View[] = ['all', 'overdue', ...STAGES];

function Views({
  page: { t },
  direction,
  view: shown,
}: {
  readonly page: PageContext;
  readonly direction: Direction;
  readonly view: View;
}): VNode {
  return (
    <nav aria-label={t('list.views')}>
      <ul class="views">
        {VIEWS.map((view) => (
          <li>
            <a href={pathOf(direction, view)} aria-current={view === shown ? 'true' : undefined}>
              {view === 'all' || view === 'overdue' ? t(`list.view.${view}`) : t(`stage.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Empty({
  page,
  direction,
  view,
}: {
  readonly page: PageContext;
  readonly direction: Direction;
  readonly view: View;
}): VNode {
  const { t } = page;
  return (
    <div class="empty">
      <p>{t(`list.empty.${direction}`)}</p>
      {view === 'all' ? (
        direction !== 'incoming' &&
        page.person?.places.includes('new') && <a href="/tracing-requests/new">{t('list.empty.next')}</a>
      ) : (
        <a href={pathOf(direction, 'all')}>{t('list.empty.all')}</a>
      )}
    </div>
  );
}

function Requests({
  page,
  direction,
  items,
}: {
  readonly page: PageContext;
  readonly direction: Direction;
  readonly items: readonly RequestSummary[];
}): VNode {
  const { t } = page;
  const counterpart: MessageKey = direction === 'incoming' ? 'list.column.requestingState' : 'list.column.requestedState';
  const lastColumn: MessageKey = direction === 'drafts' ? 'list.column.updated' : 'list.column.submitted';
  return (
    <table role="table">
      <caption>{t('list.shown', { count: items.length })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('list.column.reference')}
          </th>
          <th role="columnheader" scope="col">
            {t(counterpart)}
          </th>
          <th role="columnheader" scope="col">
            {t('list.column.status')}
          </th>
          {direction !== 'drafts' && (
            <th role="columnheader" scope="col">
              {t('list.column.due')}
            </th>
          )}
          <th role="columnheader" scope="col">
            {t(lastColumn)}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((item) => (
          <Row page={page} direction={direction} item={item} counterpart={t(counterpart)} last={t(lastColumn)} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly page: PageContext;
  readonly direction: Direction;
  readonly item: RequestSummary;
  readonly counterpart: string;
  readonly last: string;
}

function Row({ page, direction, item, counterpart, last }: RowProps): VNode {
  const { t } = page;
  const other = direction === 'incoming' ? item.requestingState : item.requestedState;
  const own = direction === 'incoming' ? item.requestedReference : item.requestingReference;
  const at = direction === 'drafts' ? item.updatedAt : item.submittedAt;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <a href={`/tracing-requests/${item.id}`}>
          <Id>{item.reference}</Id>
        </a>
        {own && (
          <small>
            {' '}
            <Id>{own}</Id>
          </small>
        )}
      </th>
      <td role="cell" data-label={counterpart}>
        {other === null ? t('list.noState') : <StateName page={page} code={other} />}
      </td>
      <td role="cell" data-label={t('list.column.status')}>
        <StatusTag page={page} status={item.status} /> {item.priority === 'urgent' && <UrgentTag page={page} />}
      </td>
      {direction !== 'drafts' && (
        <td role="cell" data-label={t('list.column.due')}>
          {item.nextDueAt ? <DueBadge page={page} dueAt={item.nextDueAt} /> : <span class="hint">{t('list.noDeadline')}</span>}
        </td>
      )}
      <td role="cell" data-label={last}>
        {at && <Instant page={page} at={at} />}
      </td>
    </tr>
  );
}

function pathOf(direction: Direction, view: View, cursor?: string): string {
  const query = new URLSearchParams(view === 'all' ? {} : view === 'overdue' ? { overdue: 'true' } : { stage: view });
  if (cursor !== undefined) query.set('cursor', cursor);
  return query.size === 0 ? `/${direction}` : `/${direction}?${query.toString()}`;
}
