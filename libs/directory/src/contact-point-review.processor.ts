import { Injectable } from '@nestjs/common';
import { clockOf, type StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, Outbox, type OutboxRow } from '@tracedesk/platform';
import { officesToAskAbout, type OfficeInReview } from './freshness.js';

interface ReviewedOffice extends OfficeInReview {
  readonly state: StateCode;
  readonly version: number;
  readonly timeZone: string;
}

/** Asks States for an update of offices that nobody confirmed for years, or that have expired with nobody in their place (ITI 25, 32). */
@Injectable()
export class ContactPointReview {
  constructor(
    private readonly database: DeskDatabase,
    private readonly outbox: Outbox,
    private readonly log: DeskLog,
  ) {}

  /** Asks once about each, by a notice to the State's administrators; says how many were asked about. Twice, late or early makes no difference. */
  async ask(): Promise<number> {
    const asked = await this.database.as('sweeper', async (tx) => {
      const wanted = toAskAbout(await tx.query<ReviewedOffice>(REVIEWED), tx.now);
      const taken = await tx.query<{ id: string }>(
        `update contact_points set update_asked_at = $2 where id = any ($1::uuid[]) and update_asked_at is null returning id`,
        [wanted.map(({ id }) => id), tx.now],
      );
      const ids = new Set(taken.map(({ id }) => id));
      await this.outbox.add(
        tx,
        wanted.filter(({ id }) => ids.has(id)).map((office) => noticeOf(office, tx.now)),
      );
      return ids.size;
    });
    if (asked > 0) this.log.info('contact_points.update_asked', { offices: asked });
    return asked;
  }
}

function toAskAbout(offices: readonly ReviewedOffice[], now: Date): readonly ReviewedOffice[] {
  const states = new Map(offices.map(({ state, timeZone }) => [state, timeZone]));
  return [...states].flatMap(([state, timeZone]) =>
    officesToAskAbout(
      offices.filter((office) => office.state === state),
      { day: clockOf(timeZone, now).day, now },
    ),
  );
}

function noticeOf({ id, state, version }: ReviewedOffice, now: Date): OutboxRow {
  const occasion = `${id} v${version} ${now.toISOString().slice(0, 10)}`;
  const payload = { state, kind: 'contact_point.update_asked', audience: 'administrator', occasion };
  return { state, queue: 'notices', job: 'write-notice', payload };
}

const REVIEWED = `
  select office.id, office.state, office.version, office.confirmed_at as "confirmedAt", office.valid_from::text as "validFrom",
         office.valid_until::text as "validUntil", office.update_asked_at as "updateAskedAt", states.time_zone as "timeZone"
    from contact_points office
    join states on states.code = office.state and states.active
   order by office.state, office.id`;
