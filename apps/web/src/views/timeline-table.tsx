import { stateName } from '@tracedesk/language';
import type { TimelineEntry } from '@tracedesk/audit';
import { ROLES, type Role } from '@tracedesk/kernel';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { EventFacts } from './event-facts.js';
import { Id, Instant } from './words.js';

/** What happened, from the audit log: never written by hand, newest last. */
export function TimelineTable({
  page,
  entries,
}: {
  readonly page: PageContext;
  readonly entries: readonly TimelineEntry[];
}): VNode {
  const { t } = page;
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{t('timeline.heading')}</h2>
      {entries.length === 0 ? (
        <p>{t('timeline.empty')}</p>
      ) : (
        <table role="table">
          <caption>{t('timeline.about')}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {(['time', 'event', 'by', 'entry'] as const).map((column) => (
                <th role="columnheader" scope="col">
                  {t(`timeline.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {entries.map((entry) => (
              <tr role="row">
                <td role="cell" data-label={t('timeline.column.time')}>
                  <Instant page={page} at={entry.occurredAt} />
                </td>
                <td role="cell" data-label={t('timeline.column.event')}>
                  {eventText(page, entry)}
                  <EventFacts page={page} entry={entry} />
                  {entry.outcome === 'denied' && !entry.action.endsWith('.denied') && <> · {t('timeline.denied')}</>}
                </td>
                <td role="cell" data-label={t('timeline.column.by')}>
                  {capacityText(page, entry)}
                </td>
                <td role="cell" data-label={t('timeline.column.entry')}>
                  {entry.number === null ? t('timeline.pending') : <Id>{String(entry.number)}</Id>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function eventText(page: PageContext, { action, facts }: Pick<TimelineEntry, 'action' | 'facts'>): string {
  return page.t.maybe(`event.${action}`, valuesOf(page, action, facts)) ?? page.t('event.other', { action });
}

/** What the texts of acts tell, from the open facts; a fact that is not there is shown as a dash. */
function valuesOf(
  { t, language, formats }: PageContext,
  action: string,
  facts: Facts,
): Readonly<Record<string, string | number>> {
  const named = (value: Fact, key: string): string => (typeof value === 'string' ? (t.maybe(`${key}.${value}`) ?? value) : '–');
  const denied = facts['attempted'] ?? facts['action'];
  const { recipient, ends_on: endsOn, share } = facts;
  return {
    clock: named(facts['clock'], 'deadline.clock'),
    share: typeof share === 'number' ? share : '–',
    action: typeof denied === 'string' ? (t.maybe(`action.${denied.split('.').at(-1) ?? ''}`) ?? denied) : action,
    use: named(facts['use'], 'consent.use'),
    recipient: recipient === 'authority' ? t('consent.recipient.authority') : stateOf(recipient, language),
    ends_on: typeof endsOn === 'string' ? formats.day(endsOn) : '–',
  };
}

type Facts = TimelineEntry['facts'];
type Fact = Facts[string] | undefined;

function stateOf(code: Fact, language: PageContext['language']): string {
  return typeof code === 'string' ? stateName(code, language) : '–';
}

function capacityText({ t, language }: PageContext, { state, capacity }: TimelineEntry): string {
  const role = ROLES.find((known): known is Role => known === capacity);
  if (role) return `${stateName(state, language)}, ${t(`role.${role}`)}`;
  return `${t('timeline.byDesk')}, ${t.maybe(`timeline.capacity.${capacity}`) ?? capacity}`;
}
