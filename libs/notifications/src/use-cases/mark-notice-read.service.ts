import { Injectable } from '@nestjs/common';
import { denied, ok, type NoticeId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { OPEN_TO_READER, readerOf } from '../meant-for.repository.js';
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
          `update notices set read_at = coalesce(read_at, $5), read_by = coalesce(read_by, $2)
            where id = $4 and state = $1 and ${OPEN_TO_READER}
           returning ${NOTICE_COLUMNS}`,
          [...readerOf(tx), id, tx.now],
        );
        return row ? ok(noticeOf(row)) : denied('NOTICE_NOT_FOUND');
      },
      { about: { kind: 'notice', id } },
    );
  }
}
