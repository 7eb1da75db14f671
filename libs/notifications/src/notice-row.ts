import { idOf, type NoticeId, type PersonId, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Audience } from './audience.js';
import type { Notice, NoticeKind } from './notice.js';

export const NOTICE_COLUMNS =
  'id, state, kind, request_id, reference, requesting_state, profile, clock, share, audience, created_at, read_at, read_by';

export interface NoticeRow {
  readonly id: string;
  readonly state: StateCode;
  readonly kind: NoticeKind;
  readonly request_id: string | null;
  readonly reference: string | null;
  readonly requesting_state: StateCode | null;
  readonly profile: string | null;
  readonly clock: string | null;
  readonly share: number | null;
  readonly audience: Audience;
  readonly created_at: Date;
  readonly read_at: Date | null;
  readonly read_by: string | null;
}

export function noticeOf(row: NoticeRow): Notice {
  return {
    id: idOf<NoticeId>(row.id),
    state: row.state,
    kind: row.kind,
    requestId: row.request_id === null ? null : idOf<RequestId>(row.request_id),
    reference: row.reference,
    requestingState: row.requesting_state,
    profile: row.profile,
    clock: row.clock,
    share: row.share,
    audience: row.audience,
    createdAt: row.created_at,
    readAt: row.read_at,
    readBy: row.read_by === null ? null : idOf<PersonId>(row.read_by),
  };
}
