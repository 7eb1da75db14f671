import { denied, ok, type Result } from '@tracedesk/kernel';
import { Flag, Line, OneOf, WholeNumber } from '@tracedesk/platform';
import { readCursor } from '../list-cursor.js';
import { DIRECTIONS, type Direction, type ListQuery } from '../list-query.js';
import { STAGES, STATUSES, type RequestStatus, type Stage } from '../tracing-request.js';
import { given } from './given.js';
import { Instant } from './instant.decorator.js';
import { LARGEST_PAGE, PAGE_SIZE } from './limits.js';

const CURSOR_LENGTH = 200;

/** Which requests, and which page of them. */
export class ListDto {
  @OneOf(DIRECTIONS, { optional: true, description: 'Without it: incoming and outgoing.' })
  readonly direction?: Direction;

  @OneOf(STAGES, { optional: true })
  readonly stage?: Stage;

  @OneOf(STATUSES, { optional: true })
  readonly status?: RequestStatus;

  @Flag({ optional: true, description: 'Whether somebody should have acted by now.' })
  readonly overdue?: boolean;

  @Instant({ optional: true, description: 'Changed after this instant.' })
  readonly updatedSince?: string;

  @Line(CURSOR_LENGTH, { optional: true, description: 'The `next` of the page before, unread.' })
  readonly cursor?: string;

  @WholeNumber({ min: 1, max: LARGEST_PAGE, optional: true, description: `${PAGE_SIZE} without it.` })
  readonly limit?: number;

  /** The query, or CURSOR_INVALID where the cursor is none of this desk's. */
  toCommand(): Result<ListQuery> {
    const cursor = this.cursor === undefined ? undefined : readCursor(this.cursor);
    if (this.cursor !== undefined && !cursor) return denied('CURSOR_INVALID', { field: 'cursor' });
    const { direction, stage, status, overdue, updatedSince, limit = PAGE_SIZE } = this;
    return ok(
      given({
        direction,
        stage,
        status,
        overdue,
        updatedSince: updatedSince ? new Date(updatedSince) : undefined,
        cursor,
        limit,
      }),
    );
  }
}
