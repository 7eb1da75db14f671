import { Injectable } from '@nestjs/common';
import { isValidOn } from '@tracedesk/directory';
import { dayIn, zoneOrUtc } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, Outbox, type Job, type ProcessTx } from '@tracedesk/platform';
import { personsWrittenTo } from './mail-recipients.repository.js';
import { Mailer } from './mailer.service.js';
import { noticeFrom, type NewNotice } from './notice.js';

/** Writes notices from queue `notices`. The row is the effect and its occasion is unique, so a job that runs twice writes one, with its deliveries. */
@Injectable()
export class NoticeProcessor {
  constructor(
    private readonly database: DeskDatabase,
    private readonly outbox: Outbox,
    private readonly mailer: Mailer,
    private readonly log: DeskLog,
  ) {}

  async handle({ id: jobId, data }: Job): Promise<void> {
    const notice = noticeFrom(data);
    await this.database.as('relay', async (tx) => {
      await this.outbox.done(tx, jobId);
      if (!notice) return;
      const id = await written(tx, notice);
      if (id !== undefined && this.mailer.kind !== null) await deliver(tx, notice, id);
    });
    if (notice) this.log.debug('notice.written', { state: notice.state, kind: notice.kind, requestId: notice.requestId });
  }
}

/** The new notice's id; nothing where it had been written before. No conflict target: the relay may not look at what makes a notice unique. */
async function written(tx: ProcessTx, notice: NewNotice): Promise<string | undefined> {
  const { state, kind, requestId, reference, requestingState, profile, clock, share, audience, occasion } = notice;
  const [row] = await tx.query<{ id: string }>(
    `insert into notices (state, kind, request_id, reference, requesting_state, profile, clock, share, audience, occasion, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict do nothing
     returning id`,
    [state, kind, requestId, reference, requestingState, profile, clock, share, audience, occasion, tx.now],
  );
  return row?.id;
}

/** To the persons it is meant for, each when they want it; where nobody of them can be written to, to the office. */
async function deliver(tx: ProcessTx, notice: NewNotice, noticeId: string): Promise<void> {
  const persons = await personsWrittenTo(tx, notice);
  if (persons.length === 0) return deliverToOffices(tx, notice.state, noticeId);
  for (const { personId, at, digest } of persons)
    await tx.query(
      `insert into deliveries (state, notice_id, person_id, digest, next_attempt_at, round_began_at, created_at)
       values ($1, $2, $3, $4, $5, $5, $6)`,
      [notice.state, noticeId, personId, digest, at, tx.now],
    );
}

/** One delivery for each address of the State's offices that answer today, by the State's own day. */
async function deliverToOffices(tx: ProcessTx, state: string, noticeId: string): Promise<void> {
  const offices = await tx.query<Office>(OFFICES, [state]);
  const answering = offices.filter((office) => isValidOn(office, dayIn(tx.now, zoneOrUtc(office.zone))));
  const byAddress = new Map(answering.toReversed().map(({ id, email }) => [email.toLowerCase(), id]));
  await tx.query(
    `insert into deliveries (state, notice_id, contact_point_id, next_attempt_at, round_began_at, created_at)
     select $1, $2, office, $4, $4, $4 from unnest($3::uuid[]) as office`,
    [state, noticeId, [...byAddress.values()], tx.now],
  );
}

interface Office {
  readonly id: string;
  readonly email: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly zone: string;
}

const OFFICES = `
  select office.id, office.email, office.valid_from::text as "validFrom", office.valid_until::text as "validUntil", states.time_zone as zone
    from contact_points office join states on states.code = office.state
   where office.state = $1
   order by office.valid_from, office.id`;
