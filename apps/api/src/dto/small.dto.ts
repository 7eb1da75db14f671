import { idOf, type NoticeId } from '@tracedesk/kernel';
import { NOTICE_KINDS, type NoticeKind } from '@tracedesk/notifications';
import { Flag, Line, OneOf, Uuid, WholeNumber } from '@tracedesk/platform';

/** The id in a notice's address. */
export class NoticeIdParam {
  @Uuid()
  readonly id!: string;

  get noticeId(): NoticeId {
    return idOf<NoticeId>(this.id);
  }
}

/** Which notices are asked for. */
export class NoticesQuery {
  @Flag({ optional: true })
  readonly unreadOnly?: boolean;

  @Flag({ optional: true, description: 'Also what is meant for others of the State.' })
  readonly wholeState?: boolean;

  @OneOf(NOTICE_KINDS, { optional: true })
  readonly kind?: NoticeKind;

  @Line(30, { optional: true, description: 'Of the request, whole.', example: 'TD-7K3F-92QX-4V8' })
  readonly reference?: string;

  @WholeNumber({ min: 1, max: 100, optional: true })
  readonly limit?: number;
}

/** How far a demonstration's business clock is to jump. */
export class AdvanceClockDto {
  @Line(30, { example: 'P7D', description: 'An ISO 8601 period of days, hours, minutes and seconds.' })
  readonly advance!: string;
}
