import { USE_RULES, type Purpose } from '@tracedesk/confidentiality';
import { stateName } from '@tracedesk/language';
import type { ResponseItem, WithheldItem } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { usesIn } from './response-item.js';
import { Id, Paragraph } from './words.js';

interface WithheldItemProps {
  readonly page: PageContext;
  readonly withheld: WithheldItem;
  /** What is left of it: its kind and its conditions. */
  readonly item: Pick<ResponseItem, 'authorities' | 'purposes'> & { readonly kind: ResponseItem['kind'] | 'point_of_diversion' };
  /** The State that gave it. */
  readonly state: string;
  readonly purpose: Purpose;
}

/** An item its reader is not shown for the purpose stated: that it is there, under which paragraph it is kept back, and what would help. */
export function WithheldItemView({ page, withheld: { number, rule }, item, state, purpose }: WithheldItemProps): VNode {
  const { t, language } = page;
  const giver = stateName(state, language);
  return (
    <div class="restricted" id={`item-${number}`}>
      <h4>
        {t.rich('item.number', { number: <Id>{number}</Id> })}: {t(`item.kind.${item.kind}`)}
      </h4>
      <p class="fault">
        {rule === 'not_designated'
          ? t('item.withheld.not_designated', { state: giver, authorities: (item.authorities ?? []).join('; ') })
          : rule === 'not_as_evidence'
            ? t('item.withheld.not_as_evidence', { state: giver })
            : t(item.purposes ? 'item.withheld.outside_purposes' : 'item.withheld.with_items', {
                state: giver,
                purpose: t(`content.purpose.${purpose}`),
                purposes: usesIn(page, item.purposes ?? []),
              })}{' '}
        <Paragraph page={page}>{USE_RULES[rule].paragraph}</Paragraph>
      </p>
      <p class="hint">
        {rule === 'not_designated' ? (
          t('item.withheld.not_designated.help')
        ) : (
          <>
            {t('item.withheld.help')} <a href="?again=yes">{t('item.withheld.again')}</a>
          </>
        )}
      </p>
    </div>
  );
}
