import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { unreadOf } from '../unread.repository.js';

/** How many notices nobody of the State has read: the number beside the word on every page. */
@Injectable()
export class CountUnreadNotices {
  constructor(private readonly work: UnitOfWork) {}

  async execute(actor: Officer): Promise<number> {
    return this.work.read(actor, unreadOf);
  }
}
