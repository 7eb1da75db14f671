import { STAGES, type RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';

/** How far a request has come among its public stages. */
export function Progress({ page: { t }, request }: { readonly page: PageContext; readonly request: RequestSummary }): VNode {
  const reached = request.stage === null ? -1 : STAGES.indexOf(request.stage);
  return (
    <ol class="progress" aria-label={t('request.progress')}>
      {STAGES.map((stage, index) => (
        <li class={index <= reached ? 'reached' : undefined} aria-current={index === reached ? 'step' : undefined}>
          {t(`stage.${stage}`)}
          <span class="unseen">
            {' '}
            {index === reached ? t('request.stage.now') : index < reached ? t('request.stage.done') : ''}
          </span>
        </li>
      ))}
    </ol>
  );
}
