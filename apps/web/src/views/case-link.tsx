import type { CaseId, RequestId } from '@tracedesk/kernel';
import type { VNode } from 'preact';
import { casePath } from './case-words.js';
import type { PageContext } from './page-context.js';

/** How opening a case is offered: on a request, or where no State has to be asked. */
export type CaseOffer = 'case.open.ofRequest' | 'case.keepIt';

export interface CaseLinkProps {
  readonly page: PageContext;
  readonly requestId: RequestId;
  /** The case it belongs to; `null` where it belongs to none. */
  readonly caseId: CaseId | null;
  readonly offer: CaseOffer;
}

/** From a request to the case of its weapon, or to where one is opened. */
export function CaseLink({ page: { t }, requestId, caseId, offer }: CaseLinkProps): VNode {
  return caseId === null ? (
    <a href={`/cases/new?requestId=${requestId}`}>{t(offer)}</a>
  ) : (
    <a href={casePath(caseId)}>{t('case.ofRequest')}</a>
  );
}
