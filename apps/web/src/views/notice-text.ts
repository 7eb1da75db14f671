import type { NoticeKind } from '@tracedesk/notifications';
import type { PageContext } from './page-context.js';

export interface SaidNotice {
  readonly kind: NoticeKind;
  readonly clock?: string | null;
  readonly share?: number | null;
}

/** What a notice says, in words. */
export function noticeText({ t }: PageContext, { kind, clock = null, share = null }: SaidNotice): string {
  const period = clock === null ? '' : (t.maybe(`deadline.clock.${clock}`) ?? clock);
  return t.maybe(`notice.${kind}`, { clock: period, share: share ?? '' }) ?? t('notices.other');
}
