import { stateName } from '@tracedesk/language';
import type { Disclosure } from '@tracedesk/confidentiality';
import type { CaseChain, CaseConclusion, WeaponCase } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { caseName, casePath } from '../views/case-words.js';
import { ChainTable } from '../views/chain-table.js';
import { Fact } from '../views/fact.js';
import { FirearmFacts, MarkingFacts } from '../views/firearm-facts.js';
import { Layout } from '../views/layout.js';
import type { PageContext } from '../views/page-context.js';
import { WithheldItemView } from '../views/withheld-item.js';
import { PointOfDiversionView } from '../views/response-item.js';
import { Id, Paragraph, RecordedDate } from '../views/words.js';

export interface ChainPageProps {
  readonly page: PageContext;
  readonly weapon: WeaponCase;
  readonly reading: Disclosure;
  readonly chain: CaseChain;
}

/** The arm's way from manufacture to where it became illicit, as long as the reading of the case is open. */
export function ChainPage({ page, weapon, reading, chain }: ChainPageProps): VNode {
  const { t, formats } = page;
  const path = casePath(weapon.id);
  return (
    <Layout page={page} title={t('chain.title', { reference: caseName(weapon) })}>
      <h1>{t.rich('chain.title', { reference: <Id>{caseName(weapon)}</Id> })}</h1>
      <div class="notice">
        <p>
          {t('content.opened', {
            instant: formats.instant(reading.expiresAt),
            purpose: t(`content.purpose.${reading.purpose}`),
          })}
        </p>
      </div>
      <p>
        <a href={path}>{t('case.back')}</a>
      </p>
      <section aria-labelledby="steps">
        <h2 id="steps">
          {t('chain.steps')} <Paragraph page={page}>5</Paragraph>
        </h2>
        {chain.steps.length === 0 ? <p>{t('chain.none')}</p> : <ChainTable page={page} chain={chain} />}
      </section>
      {chain.components.map(({ component, ...way }) => (
        <section aria-labelledby={`way-${component}`}>
          <h2 id={`way-${component}`}>
            {t('chain.component', { component: t(`component.${component}`) })} <Paragraph page={page}>10</Paragraph>
          </h2>
          <p class="hint">{t('chain.component.about')}</p>
          <ChainTable page={page} chain={{ ...way, references: chain.references }} of={component} />
        </section>
      ))}
      {chain.withheld.length > 0 && <Withheld page={page} chain={chain} reading={reading} />}
      <Ends page={page} chain={chain} />
      {chain.conclusion && <Conclusion page={page} conclusion={chain.conclusion} />}
      <section aria-labelledby="firearm">
        <h2 id="firearm">{t('chain.firearm')}</h2>
        {chain.firearm ? (
          <dl class="facts">
            <FirearmFacts page={page} question={{ firearm: chain.firearm }} />
            <MarkingFacts page={page} question={{ firearm: chain.firearm }} />
          </dl>
        ) : (
          <p>{t('chain.firearm.none')}</p>
        )}
      </section>
    </Layout>
  );
}

function Withheld({ page, chain: { withheld }, reading }: Pick<ChainPageProps, 'page' | 'chain' | 'reading'>): VNode {
  const { t } = page;
  return (
    <section aria-labelledby="withheld">
      <h2 id="withheld">{t('chain.withheld')}</h2>
      <p>{t('chain.withheld.about')}</p>
      {withheld.map((step) => (
        <WithheldItemView page={page} withheld={step} item={step.item} state={step.giver} purpose={reading.purpose} />
      ))}
    </section>
  );
}

function Ends({ page, chain: { ends } }: Pick<ChainPageProps, 'page' | 'chain'>): VNode {
  const { t } = page;
  const places = new Set(ends.map(({ state, on, basis }) => JSON.stringify([state, on, basis])));
  return (
    <section aria-labelledby="ends">
      <h2 id="ends">{t('chain.end')}</h2>
      {ends.length === 0 && <p>{t('chain.end.none')}</p>}
      {places.size > 1 && (
        <p>
          <span class="tag warning">{t('chain.conflict')}</span> {t('chain.end.several', { count: places.size })}
        </p>
      )}
      {ends.map((point) => (
        <PointOfDiversionView page={page} point={point} />
      ))}
    </section>
  );
}

function Conclusion({ page, conclusion }: { readonly page: PageContext; readonly conclusion: CaseConclusion }): VNode {
  const { t, language } = page;
  return (
    <section aria-labelledby="conclusion">
      <h2 id="conclusion">{t('chain.conclusion')}</h2>
      <dl class="facts">
        <Fact name={t('case.conclusion')}>{t(`case.conclusion.${conclusion.kind}`)}</Fact>
        {conclusion.kind === 'point_of_diversion' && (
          <>
            <Fact name={t('case.conclude.basis')}>{t(`diversion.basis.${conclusion.basis}`)}</Fact>
            <Fact name={t('case.conclude.event')}>{t(`case.conclude.event.${conclusion.event}`)}</Fact>
            <Fact name={t('case.conclude.state')}>{stateName(conclusion.state, language)}</Fact>
            {conclusion.on && (
              <Fact name={t('case.conclude.on')}>
                <RecordedDate page={page} on={conclusion.on} />
              </Fact>
            )}
          </>
        )}
      </dl>
    </section>
  );
}
