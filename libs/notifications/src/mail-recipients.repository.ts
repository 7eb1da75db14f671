import { zoneOrUtc } from '@tracedesk/kernel';
import type { ProcessTx } from '@tracedesk/platform';
import { isUrgent, sendableAt, type MailPreferences } from './mail-preferences.js';
import type { NewNotice } from './notice.js';

/**
 * The persons to whom a notice is written, each with the instant at which it may leave: whoever has the task, the supervisors or the administrators, as far as
 * they have proved an address and want e-mail. Nobody: then the office is written to, as it is for everything that is for the office.
 */
export async function personsWrittenTo(tx: ProcessTx, notice: NewNotice): Promise<readonly WrittenTo[]> {
  if (notice.audience === 'office') return [];
  const rows = await tx.query<Reachable>(
    `select person.id as "personId", states.time_zone as zone, wanted.by_mail as "byMail", wanted.digest_hour as "digestHour",
            wanted.quiet_from as "quietFrom", wanted.quiet_until as "quietUntil", wanted.urgent_through as "urgentThrough",
            (select priority from tracing_requests where tracing_requests.id = $3) as priority
       from people person
       join mail_preferences wanted on wanted.person_id = person.id and wanted.state = person.state
       join states on states.code = person.state
      where person.state = $1 and person.active and wanted.address is not null and wanted.by_mail <> 'off'
        and case $2::text
              when 'supervisor' then person.role = 'supervisor'
              when 'administrator' then person.role = 'administrator'
              else exists (select 1 from request_assignments task
                            where task.state = person.state and task.request_id = $3 and task.person_id = person.id)
            end`,
    [notice.state, notice.audience, notice.requestId],
  );
  return rows.map((row) => {
    const urgent = isUrgent(notice.kind, row.priority ?? undefined);
    return {
      personId: row.personId,
      at: sendableAt(row, tx.now, zoneOrUtc(row.zone), urgent),
      digest: row.byMail === 'digest' && !(urgent && row.urgentThrough),
    };
  });
}

export interface WrittenTo {
  readonly personId: string;
  readonly at: Date;
  readonly digest: boolean;
}

interface Reachable extends MailPreferences {
  readonly personId: string;
  readonly zone: string;
  readonly priority: string | null;
}
