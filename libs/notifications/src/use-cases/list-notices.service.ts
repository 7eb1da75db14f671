import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { MEANT_FOR_READER, OPEN_TO_READER, readerOf } from '../meant-for.repository.js';
import { NOTICE_COLUMNS, noticeOf, type NoticeRow } from '../notice-row.js';
import type { Notice, NoticeKind } from '../notice.js';
import { unreadOf } from '../unread.repository.js';

export const MOST_NOTICES = 100;

export interface NoticeList {
  readonly items: readonly Notice[];
  /** Of those meant for the reader. */
  readonly unread: number;
}

export interface NoticesWanted {
  readonly unreadOnly?: boolean;
  /** Also what is meant for others of the State who work on requests. */
  readonly wholeState?: boolean;
  readonly kind?: NoticeKind;
  /** The reference of the request, whole. */
  readonly reference?: string;
  readonly limit?: number;
}

/** The notices meant for the reader, newest first, and how many of them nobody has read yet. */
@Injectable()
export class ListNotices {
  constructor(private readonly work: UnitOfWork) {}

  async execute(actor: Officer, wanted: NoticesWanted = {}): Promise<NoticeList> {
    const { unreadOnly = false, wholeState = false, kind = null, reference = null, limit = 50 } = wanted;
    return this.work.read(actor, async (tx) => {
      const rows = await tx.query<NoticeRow>(
        `select ${NOTICE_COLUMNS} from notices
          where state = $1 and ($4::boolean is false or read_at is null) and ${OPEN_TO_READER} and ($5::boolean or ${MEANT_FOR_READER})
            and ($7::text is null or kind = $7) and ($8::text is null or reference = $8)
          order by created_at desc, id desc
          limit $6`,
        [...readerOf(tx), unreadOnly, wholeState, Math.min(limit, MOST_NOTICES), kind, reference],
      );
      return { items: rows.map(noticeOf), unread: await unreadOf(tx) };
    });
  }
}
