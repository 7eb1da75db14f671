import { stateName } from '@tracedesk/language';
import type { NoticeKind } from '@tracedesk/notifications';
import type { PageContext } from './page-context.js';

export interface SaidNotice {
  readonly kind: NoticeKind;
  readonly clock?: string | null;
  readonly share?: number | null;
  readonly requestingState?: string | null;
  readonly profile?: string | null;
}

/** What a notice says, in words. */
export function noticeText({ t, language }: PageContext, notice: SaidNotice): string {
  const { kind, clock = null, share = null, requestingState = null, profile = null } = notice;
  const period = clock === null ? '' : (t.maybe(`deadline.clock.${clock}`) ?? clock);
  const state = requestingState === null ? '' : stateName(requestingState, language);
  return t.maybe(`notice.${kind}`, { clock: period, share: share ?? '', state, profile: profile ?? '' }) ?? t('notices.other');
}
