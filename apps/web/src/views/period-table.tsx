import { CLOCK_NAMES, periodsOf, type DeadlineProfile, type Period } from '@tracedesk/deadlines/core';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

const URGENCIES = ['routine', 'urgent', 'urgent_direct'] as const;

/** How long each clock of a profile is. */
export function PeriodTable({
  page,
  profile,
}: {
  readonly page: PageContext;
  readonly profile: Pick<DeadlineProfile, 'periods'>;
}): VNode {
  const { t } = page;
  return (
    <table role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('deadline.column.clock')}
          </th>
          {URGENCIES.map((urgency) => (
            <th role="columnheader" scope="col">
              {t(`profile.urgency.${urgency}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {CLOCK_NAMES.map((clock) => (
          <tr role="row">
            <th role="rowheader" scope="row">
              {t(`deadline.clock.${clock}`)}
            </th>
            {URGENCIES.map((urgency) => (
              <td role="cell" data-label={t(`profile.urgency.${urgency}`)}>
                {lengthOf(page, periodsOf(profile, clock)[urgency])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lengthOf({ t }: PageContext, period: Period | undefined): string {
  return period ? t(`profile.length.${period.unit}`, { length: period.length }) : t('profile.length.asUrgent');
}
