import { CONFIRMATION_DAYS, type ContactPoint } from '@tracedesk/directory';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Instant } from './words.js';

/** Reminds the own State of offices that nobody has confirmed for too long. It goes when they are confirmed, not when it is read. */
export function ContactReminder(props: { readonly page: PageContext; readonly offices: readonly ContactPoint[] }): VNode | null {
  const { page, offices } = props;
  const { t } = page;
  if (offices.length === 0) return null;
  return (
    <div class="notice">
      <h2>{t('contact.reminder.title')}</h2>
      <ul>
        {offices.map(({ id, office, confirmedAt }) => (
          <li>
            <a href={`/contact-points/${id}`}>
              {t.rich('contact.reminder', { office: <bdi>{office}</bdi>, day: <Instant page={page} at={confirmedAt} /> })}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{t('contact.policy', { days: CONFIRMATION_DAYS })}</p>
    </div>
  );
}
