import { Injectable } from '@nestjs/common';
import { denied, ok, type NoticeId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { NOTICE_COLUMNS, noticeOf, type NoticeRow } from '../notice-row.js';
import type { Notice } from '../notice.js';

/** Marks a notice as read for the whole State. The first reader stays the reader. */
@Injectable()
export class MarkNoticeRead {
  constructor(private readonly work: UnitOfWork) {}

  async execute(actor: Officer, id: NoticeId): Promise<Result<Notice>> {
    return this.work.run(
      actor,
      'notice.read',
      async (tx) => {
        const [row] = await tx.query<NoticeRow>(
          `update notices set read_at = coalesce(read_at, $3), read_by = coalesce(read_by, $4)
            where id = $1 and state = $2
           returning ${NOTICE_COLUMNS}`,
          [id, actor.state, tx.now, actor.personId],
        );
        return row ? ok(noticeOf(row)) : denied('NOTICE_NOT_FOUND');
      },
      { about: { kind: 'notice', id } },
    );
  }
}
