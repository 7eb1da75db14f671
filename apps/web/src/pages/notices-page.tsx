import type { ContactPoint } from '@tracedesk/directory';
import { stateName } from '@tracedesk/language';
import type { Notice, NoticeList } from '@tracedesk/notifications';
import type { VNode } from 'preact';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import { ContactReminder } from '../views/contact-reminder.js';
import { noticeText } from '../views/notice-text.js';
import type { PageContext } from '../views/page-context.js';
import { Id, Instant } from '../views/words.js';

/** What a State has been told about: reference and kind, never content. */
export function NoticesPage({
  page,
  notices: { items: notices, unread },
  view: shown,
  unconfirmed,
}: {
  readonly page: PageContext;
  readonly notices: NoticeList;
  readonly view: 'all' | 'unread';
  /** Offices of the own State that nobody has confirmed for too long. */
  readonly unconfirmed: readonly ContactPoint[];
}): VNode {
  const { t } = page;
  const title = t('notices.title');
  const worksOnRequests = page.person?.places.includes('incoming') === true;
  return (
    <Layout page={page} title={title}>
      <h1>{title}</h1>
      <p class="lede">
        {t(worksOnRequests ? 'notices.about' : 'notices.aboutAgreements', {
          state: page.person ? stateName(page.person.state, page.language) : '',
        })}
      </p>
      <p>
        {worksOnRequests && <a href="/notices/calendar">{t('calendarFeed.title')}</a>}{' '}
        <a href="/notices/preferences">{t('ownMail.title')}</a>
      </p>
      <ContactReminder page={page} offices={unconfirmed} />
      <nav aria-label={t('list.views')}>
        <ul class="views">
          {(['all', 'unread'] as const).map((view) => (
            <li>
              <a href={view === 'all' ? '/notices' : '/notices?unread=yes'} aria-current={view === shown ? 'true' : undefined}>
                {t(view === 'all' ? 'list.view.all' : 'notices.unread')}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {unread > 0 && (
        <DeskForm page={page} action="/notices/read">
          <button class="plain">{t('notices.markAllRead', { count: unread })}</button>
        </DeskForm>
      )}
      {notices.length === 0 ? (
        <div class="empty">
          <p>{t('notices.empty')}</p>
          {worksOnRequests && <a href="/incoming">{t('page.home')}</a>}
        </div>
      ) : (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {(['request', 'notice', 'time'] as const).map((column) => (
                <th role="columnheader" scope="col">
                  {t(column === 'request' && !worksOnRequests ? 'profile.column.profile' : `notices.column.${column}`)}
                </th>
              ))}
              <th role="columnheader" scope="col">
                <span class="unseen">{t('request.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            {notices.map((notice) => (
              <NoticeRow page={page} notice={notice} />
            ))}
          </tbody>
        </table>
      )}
    </Layout>
  );
}

function NoticeRow({ page, notice }: { readonly page: PageContext; readonly notice: Notice }): VNode {
  const { t } = page;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <WhereItLeads page={page} notice={notice} />
      </th>
      <td role="cell" data-label={t('notices.column.notice')}>
        {noticeText(page, notice)} {notice.readAt === null && <span class="tag open">{t('notices.unread')}</span>}
      </td>
      <td role="cell" data-label={t('notices.column.time')}>
        <Instant page={page} at={notice.createdAt} />
      </td>
      <td role="cell">
        {notice.readAt === null && (
          <DeskForm page={page} action={`/notices/${notice.id}/read`}>
            <button class="plain">
              {t('notices.markRead')}
              <span class="unseen"> {notice.reference ?? noticeText(page, notice)}</span>
            </button>
          </DeskForm>
        )}
      </td>
    </tr>
  );
}

/** To the request or the deadline profile; or, where there is neither for this State, to the offices of the State that asked. */
function WhereItLeads({ page, notice }: { readonly page: PageContext; readonly notice: Notice }): VNode {
  const { t, language } = page;
  const { requestId, reference, requestingState, profile } = notice;
  if (profile !== null)
    return (
      <a href={`/deadline-profiles/${profile}`}>
        <Id>{profile}</Id>
      </a>
    );
  if (notice.kind === 'contact_point_update_asked')
    return <a href={`/directory/${notice.state}`}>{t('notices.officesOf', { state: stateName(notice.state, language) })}</a>;
  if (requestingState !== null)
    return (
      <a href={`/directory/${requestingState}`}>{t('notices.officesOf', { state: stateName(requestingState, language) })}</a>
    );
  return (
    <a href={`/tracing-requests/${requestId}${notice.kind === 'asked_alongside' ? '/check' : ''}`}>
      <Id>{reference}</Id>
    </a>
  );
}
