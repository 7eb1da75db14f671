import { stateName } from '@tracedesk/language';
import type { RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Fact } from './fact.js';
import type { PageContext } from './page-context.js';
import { Day } from './words.js';

/** What the two States said to each other, as far as it is open: a new date, questions by element and round, a redirect. */
export function ExchangeFacts({ page, request }: { readonly page: PageContext; readonly request: RequestSummary }): VNode {
  const { t, language } = page;
  const { delayedUntil, informationRounds, askedElement, clarificationRounds, believedState } = request;
  return (
    <>
      {delayedUntil && (
        <Fact name={t('request.delayedUntil')}>
          <Day page={page} on={delayedUntil} />
        </Fact>
      )}
      {informationRounds.length > 0 && (
        <Fact name={t('request.informationRounds')}>
          <ul>
            {informationRounds.map(({ element, rounds }) => (
              <li>
                {t('information.rounds', { element: t(`element.${element}`), rounds })}
                {element === askedElement && <strong> {t('information.open')}</strong>}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {clarificationRounds > 0 && <Fact name={t('request.clarificationRounds')}>{page.formats.number(clarificationRounds)}</Fact>}
      {believedState && (
        <Fact name={t('request.believedState')}>
          {believedState === 'unknown' ? t('redirect.unknown') : stateName(believedState, language)}
        </Fact>
      )}
    </>
  );
}
