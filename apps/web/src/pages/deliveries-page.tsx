import { stateName } from '@tracedesk/language';
import { DELIVERY_STATUSES, type DeliveryReading, type DeliveryStatus } from '@tracedesk/notifications';
import type { VNode } from 'preact';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { noticeText } from '../views/notice-text.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Instant } from '../views/words.js';

type View = 'all' | DeliveryStatus;

export interface DeliveriesPageProps {
  readonly page: PageContext;
  readonly view: View;
  readonly items: readonly DeliveryReading[];
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly once: string;
  readonly isDone: boolean;
}

const PLACE = '/notices/deliveries';

/** What became of the State's messages: to whom, how often it was tried, and a way to send one again. */
export function DeliveriesPage({ page, view: shown, items, next, isFirst, once, isDone }: DeliveriesPageProps): VNode {
  const { t } = page;
  return (
    <Layout page={page} title={t('delivery.title')}>
      {isDone && (
        <div class="done-note" role="status">
          <p>{t('delivery.again.done')}</p>
        </div>
      )}
      <h1>{t('delivery.title')}</h1>
      <p class="lede">{t('delivery.about', { state: page.person ? stateName(page.person.state, page.language) : '' })}</p>
      <nav aria-label={t('list.views')}>
        <ul class="views">
          {(['all', ...DELIVERY_STATUSES] as const).map((view) => (
            <li>
              <a href={pathOf(view)} aria-current={view === shown ? 'true' : undefined}>
                {view === 'all' ? t('list.view.all') : t(`delivery.status.${view}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {items.length === 0 ? (
        <div class="empty">
          <p>{t('delivery.empty')}</p>
        </div>
      ) : (
        <Messages page={page} items={items} once={once} />
      )}
      {(next !== null || !isFirst) && (
        <p class="views">
          {!isFirst && <a href={pathOf(shown)}>{t('list.first')}</a>}
          {next !== null && (
            <a href={pathOf(shown, next)} rel="next">
              {t('list.next')}
            </a>
          )}
        </p>
      )}
    </Layout>
  );
}

function Messages(props: {
  readonly page: PageContext;
  readonly items: readonly DeliveryReading[];
  readonly once: string;
}): VNode {
  const { page, items, once } = props;
  const { t } = page;
  const columns = [
    'notices.column.request',
    'notices.column.notice',
    'delivery.column.recipient',
    'delivery.column.standing',
  ] as const;
  return (
    <table role="table">
      <caption>{t('delivery.shown', { count: items.length })}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col">
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {items.map((delivery) => (
          <Message page={page} delivery={delivery} once={once} />
        ))}
      </tbody>
    </table>
  );
}

function Message(props: { readonly page: PageContext; readonly delivery: DeliveryReading; readonly once: string }): VNode {
  const { page, delivery, once } = props;
  const { t } = page;
  const { id, reference, profile, recipient, status, createdAt } = delivery;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {(reference ?? profile) === null ? t('notices.noRequest') : <Id>{reference ?? profile}</Id>}
      </th>
      <td role="cell" data-label={t('notices.column.notice')}>
        {noticeText(page, delivery)}
        <div>
          <Instant page={page} at={createdAt} />
        </div>
      </td>
      <td role="cell" data-label={t('delivery.column.recipient')}>
        <span dir="auto">{recipient.name}</span>
        <div>
          <Id>{recipient.address}</Id>
        </div>
      </td>
      <td role="cell" data-label={t('delivery.column.standing')}>
        <Standing page={page} delivery={delivery} />
        {status !== 'waiting' && recipient.answers && (
          <DeskForm page={page} action={`${PLACE}/${id}/redeliver`} once={once}>
            <button class="plain">
              {t('delivery.again')}
              <span class="unseen">
                {' '}
                {reference ?? noticeText(page, delivery)}, {recipient.name}
              </span>
            </button>
          </DeskForm>
        )}
        {!recipient.answers && t('delivery.gone')}
      </td>
    </tr>
  );
}

const TONE = { waiting: 'wait', sent: 'done', failed: 'urgent' } as const satisfies Record<DeliveryStatus, string>;

function Standing({ page, delivery }: { readonly page: PageContext; readonly delivery: DeliveryReading }): VNode {
  const { t, formats } = page;
  const { status, attempts, round, lastError, nextAttemptAt, sentAt } = delivery;
  const said = [
    t('delivery.attempts', { count: attempts }),
    ...(lastError === null ? [] : [t(`delivery.error.${lastError}`)]),
    ...(nextAttemptAt === null ? [] : [t('delivery.next', { instant: formats.instant(nextAttemptAt) })]),
    ...(round === 1 ? [] : [t('delivery.round', { round })]),
  ];
  return (
    <>
      <span class={`tag ${TONE[status]}`}>{t(`delivery.status.${status}`)}</span>{' '}
      {sentAt !== null && <Instant page={page} at={sentAt} />}
      <div>{said.join('; ')}</div>
    </>
  );
}

function pathOf(view: View, cursor?: string): string {
  const parameters = new URLSearchParams({ ...(view === 'all' ? {} : { status: view }), ...(cursor ? { cursor } : {}) });
  return parameters.size === 0 ? PLACE : `${PLACE}?${parameters.toString()}`;
}
