import { stateName } from '@tracedesk/language';
import type { DeadlineSummary, RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { DueBadge } from './words.js';

interface PanelProps {
  readonly page: PageContext;
  readonly request: Pick<RequestSummary, 'id' | 'deadlines'>;
}

/** Every period of a request: against whom it runs, when it ends, what became of it, and how the date was worked out. */
export function DeadlinePanel({ page, request: { id, deadlines = [] } }: PanelProps): VNode {
  const { t } = page;
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadline.heading')}</h2>
      {deadlines.length === 0 ? (
        <p>{t('deadline.none')}</p>
      ) : (
        <table role="table">
          <thead role="rowgroup">
            <tr role="row">
              {(['clock', 'actingState', 'state', 'due'] as const).map((column) => (
                <th role="columnheader" scope="col">
                  {t(`deadline.column.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {deadlines.map((deadline) => (
              <Deadline page={page} deadline={deadline} href={`/tracing-requests/${id}/deadlines/${deadline.clock}`} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface DeadlineProps {
  readonly page: PageContext;
  readonly deadline: DeadlineSummary;
  /** Where the date is explained. */
  readonly href: string;
}

function Deadline({ page, deadline, href }: DeadlineProps): VNode {
  const { t, formats } = page;
  const { clock, actingState, timeZone, dueAt, firstDueAt, settledAt, pauses, exact } = deadline;
  // The period ends with a day; the instant after it would name the next one.
  const lastMoment = new Date(dueAt.getTime() - 1);
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {t(`deadline.clock.${clock}`)}
      </th>
      <td role="cell" data-label={t('deadline.column.actingState')}>
        {stateName(actingState, page.language)}
      </td>
      <td role="cell" data-label={t('deadline.column.state')}>
        <Badge page={page} deadline={deadline} />
        {settledAt && <small>{t('deadline.settledAt', { instant: formats.instant(settledAt) })}</small>}
      </td>
      <td role="cell" data-label={t('deadline.column.due')}>
        {exact
          ? t('deadline.before', { instant: formats.instant(dueAt) })
          : t('deadline.dueAt', {
              day: formats.dayIn(lastMoment, timeZone),
              state: stateName(actingState, page.language),
              instant: formats.instant(dueAt),
            })}
        {firstDueAt.getTime() !== dueAt.getTime() && (
          <small>{t('deadline.firstDue', { instant: formats.instant(firstDueAt) })}</small>
        )}
        {pauses > 0 && <small>{t('explanation.pauses', { count: pauses })}</small>}
        <small>
          <a href={href}>{t('deadline.source')}</a>
        </small>
      </td>
    </tr>
  );
}

function Badge({ page, deadline }: { readonly page: PageContext; readonly deadline: DeadlineSummary }): VNode {
  const { t } = page;
  const { state, dueAt, settledAt, missedAt, overdue } = deadline;
  // A pause that the profile caps may have run out.
  if (state === 'runs' || overdue) return <DueBadge page={page} dueAt={dueAt} />;
  if (state === 'paused') return <span class="due soon">{t('deadline.paused')}</span>;
  // What was met stays met when the request ends afterwards.
  if (settledAt)
    return (
      <span class={missedAt ? 'due over' : 'due met'}>
        {t(missedAt ? 'deadline.state.settledLate' : 'deadline.state.settled')}
      </span>
    );
  return <span class={missedAt ? 'due over' : 'due off'}>{t(missedAt ? 'deadline.state.missed' : 'deadline.state.off')}</span>;
}
