import { stateName } from '@tracedesk/language';
import type { DeadlineSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { DueBadge } from './words.js';

interface PanelProps {
  readonly page: PageContext;
  readonly deadlines: readonly DeadlineSummary[];
}

/** Every period of a request: against whom it runs, when it ends, what became of it, and how the date was worked out. */
export function DeadlinePanel({ page, deadlines }: PanelProps): VNode {
  const { t } = page;
  return (
    <section aria-labelledby="deadlines">
      <h2 id="deadlines">{t('deadline.heading')}</h2>
      {deadlines.length === 0 ? (
        <p>{t('deadline.none')}</p>
      ) : (
        <>
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
                <Deadline page={page} deadline={deadline} />
              ))}
            </tbody>
          </table>
          <details>
            <summary>{t('deadline.source')}</summary>
            <p>{t('deadline.source.ITI-DEFAULT')}</p>
          </details>
        </>
      )}
    </section>
  );
}

function Deadline({ page, deadline }: { readonly page: PageContext; readonly deadline: DeadlineSummary }): VNode {
  const { t, formats } = page;
  const { clock, actingState, timeZone, dueAt, firstDueAt, settledAt } = deadline;
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
        {t('deadline.dueAt', {
          day: formats.dayIn(lastMoment, timeZone),
          state: stateName(actingState, page.language),
          instant: formats.instant(dueAt),
        })}
        {firstDueAt.getTime() !== dueAt.getTime() && (
          <small>{t('deadline.firstDue', { instant: formats.instant(firstDueAt) })}</small>
        )}
      </td>
    </tr>
  );
}

function Badge({ page, deadline }: { readonly page: PageContext; readonly deadline: DeadlineSummary }): VNode {
  const { t } = page;
  const { state, dueAt, settledAt, missedAt } = deadline;
  if (state === 'runs') return <DueBadge page={page} dueAt={dueAt} />;
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
