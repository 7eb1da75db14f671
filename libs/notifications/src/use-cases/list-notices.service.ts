import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { NOTICE_COLUMNS, noticeOf, type NoticeRow } from '../notice-row.js';
import type { Notice } from '../notice.js';
import { unreadOf } from '../unread.repository.js';

export const MOST_NOTICES = 100;

export interface NoticeList {
  readonly items: readonly Notice[];
  readonly unread: number;
}

/** The State's notices, newest first, and how many nobody has read yet. */
@Injectable()
export class ListNotices {
  constructor(private readonly work: UnitOfWork) {}

  async execute(
    actor: Officer,
    { unreadOnly = false, limit = 50 }: { unreadOnly?: boolean; limit?: number } = {},
  ): Promise<NoticeList> {
    return this.work.read(actor, async (tx) => {
      const rows = await tx.query<NoticeRow>(
        `select ${NOTICE_COLUMNS} from notices
          where state = $1 and ($2::boolean is false or read_at is null)
          order by created_at desc, id desc
          limit $3`,
        [actor.state, unreadOnly, Math.min(limit, MOST_NOTICES)],
      );
      return { items: rows.map(noticeOf), unread: await unreadOf(tx) };
    });
  }
}
