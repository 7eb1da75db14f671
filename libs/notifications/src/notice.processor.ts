import { Injectable } from '@nestjs/common';
import { DeskDatabase, DeskLog, type Job } from '@tracedesk/platform';
import { noticeFrom } from './notice.js';

/** Writes notices from queue `notices`. The row is the effect and its occasion is unique, so a job that runs twice writes one. */
@Injectable()
export class NoticeProcessor {
  constructor(
    private readonly database: DeskDatabase,
    private readonly log: DeskLog,
  ) {}

  async handle({ data }: Job): Promise<void> {
    const notice = noticeFrom(data);
    if (!notice) return;
    const { state, kind, requestId, reference, clock, share, audience, occasion } = notice;
    await this.database.as('relay', (tx) =>
      // No conflict target: the relay may insert and look at nothing, not even at what it wrote.
      tx.query(
        `insert into notices (state, kind, request_id, reference, clock, share, audience, occasion, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         on conflict do nothing`,
        [state, kind, requestId, reference, clock, share, audience, occasion, tx.now],
      ),
    );
    this.log.debug('notice.written', { state, kind, requestId });
  }
}
