import type { ListCursor } from './list-cursor.js';
import type { RequestStatus, Stage } from './tracing-request.js';

export const DIRECTIONS = ['incoming', 'outgoing', 'drafts'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a reader asks a list for. Without a direction: everything but drafts. */
export interface ListQuery {
  readonly direction?: Direction;
  readonly stage?: Stage;
  readonly status?: RequestStatus;
  readonly overdue?: boolean;
  readonly updatedSince?: Date;
  readonly cursor?: ListCursor;
  readonly limit: number;
}
