import { stateName } from '@tracedesk/language';
import { moveOf, ACTIONS, type RequestSummary, type RestrictionOnUse, type SaidWords } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Paragraph, UserText } from './words.js';

interface SaidProps {
  readonly page: PageContext;
  readonly request: RequestSummary;
  readonly words: readonly SaidWords[];
}

/** What the two States said on the way, in the order it was said: questions, answers, reasons. Protected. */
export function Said({ page, request, words }: SaidProps): VNode | null {
  const { t, language } = page;
  if (words.length === 0) return null;
  return (
    <section aria-labelledby="said">
      <h2 id="said">{t('content.texts')}</h2>
      {words.map(({ event, text, restrictions, isWithheld = false }) => (
        <div class={restrictions.length > 0 ? 'restricted' : 'item'}>
          <h3>
            {t.maybe(`event.tracing_request.${event}`) ?? event}{' '}
            <span class="hint">{t('content.by', { state: stateName(stateOf(request, event), language) })}</span>
          </h3>
          {isWithheld ? <p class="fault">{t('content.withheldWithQuestion')}</p> : <UserText>{text.reveal()}</UserText>}
          <RestrictionList page={page} restrictions={restrictions} />
        </div>
      ))}
    </section>
  );
}

/** Restrictions on use, each with its paragraph, and that they bind whoever reads on. */
export function RestrictionList({
  page,
  restrictions,
}: {
  readonly page: PageContext;
  readonly restrictions: readonly RestrictionOnUse[];
}): VNode | null {
  const { t } = page;
  if (restrictions.length === 0) return null;
  return (
    <>
      <ul>
        {restrictions.map((restriction) => (
          <li>
            <Paragraph page={page}>{`${restriction.slice(0, 2)}(${restriction.slice(2)})`}</Paragraph>{' '}
            {t(`restriction.${restriction}`)}
          </li>
        ))}
      </ul>
      <p class="hint">{t('content.respect')}</p>
    </>
  );
}

/** Who said it: each act belongs to one of the two States. */
function stateOf({ requestingState, requestedState }: RequestSummary, event: string): string {
  const action = ACTIONS.find((known) => moveOf(known).event === `tracing_request.${event}`);
  return action && moveOf(action).by === 'requested' ? (requestedState ?? '') : requestingState;
}
