import { PRIORITIES, escalationOf, type DeadlineProfile } from '@tracedesk/deadlines/core';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

/** Whom the periods of a profile are brought to as they run out, a row for each share that one of its priorities names. */
export function EscalationTable({
  page,
  profile,
}: {
  readonly page: PageContext;
  readonly profile: Pick<DeadlineProfile, 'escalation'>;
}): VNode {
  const { t } = page;
  const shares = new Set(PRIORITIES.flatMap((priority) => escalationOf(profile, priority).map(({ share }) => share)));
  return (
    <table role="table">
      <caption>{t('profile.escalation')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('profile.escalation.column.share')}
          </th>
          {PRIORITIES.map((priority) => (
            <th role="columnheader" scope="col">
              {t(`profile.urgency.${priority}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {[...shares]
          .sort((one, other) => one - other)
          .map((share) => (
            <tr role="row">
              <th role="rowheader" scope="row">
                {t('profile.escalation.at', { share: String(share) })}
              </th>
              {PRIORITIES.map((priority) => {
                const told = escalationOf(profile, priority).find((step) => step.share === share)?.tells ?? [];
                return (
                  <td role="cell" data-label={t(`profile.urgency.${priority}`)}>
                    {told.length === 0 ? t('profile.told.nobody') : told.map((who) => t(`profile.told.${who}`)).join('; ')}
                  </td>
                );
              })}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
