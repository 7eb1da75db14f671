import type { VNode } from 'preact';
import { DeskForm } from '../views/form.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { Id } from '../views/words.js';

export interface CalendarFeedPageProps {
  readonly page: PageContext;
  readonly madeAt: Date | null;
  /** On the page that answers its making, and on no other. */
  readonly address?: string;
  readonly revoked?: boolean;
}

/** Making, replacing and ending the secret address of one's calendar. */
export function CalendarFeedPage({ page, madeAt, address, revoked = false }: CalendarFeedPageProps): VNode {
  const { t, formats } = page;
  return (
    <Layout page={page} title={t('calendarFeed.title')}>
      {revoked && madeAt === null && (
        <div class="done-note" role="status">
          <p>{t('calendarFeed.revoked')}</p>
        </div>
      )}
      <h1>{t('calendarFeed.title')}</h1>
      <p class="lede">{t('calendarFeed.about')}</p>
      <p>{t('calendarFeed.warning')}</p>
      {address === undefined ? (
        <p>{madeAt === null ? t('calendarFeed.none') : t('calendarFeed.since', { instant: formats.instant(madeAt) })}</p>
      ) : (
        <section aria-labelledby="address">
          <h2 id="address">{t('calendarFeed.address')}</h2>
          <p class="text">
            <Id>{address}</Id>
          </p>
          <p>{t('calendarFeed.once')}</p>
        </section>
      )}
      <DeskForm page={page} action="/notices/calendar">
        <button class="main">{madeAt === null ? t('calendarFeed.make') : t('calendarFeed.replace')}</button>
      </DeskForm>
      {madeAt !== null && (
        <DeskForm page={page} action="/notices/calendar/revoke">
          <button class="plain">{t('calendarFeed.revoke')}</button>
        </DeskForm>
      )}
    </Layout>
  );
}
