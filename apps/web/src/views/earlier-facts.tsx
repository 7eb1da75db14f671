import { stateName } from '@tracedesk/language';
import type { EarlierFact } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Fact } from './fact.js';
import type { PageContext } from './page-context.js';
import { Paragraph, RecordedDate } from './words.js';

interface EarlierProps {
  readonly page: PageContext;
  readonly fact: EarlierFact;
}

/** What an earlier answer told, in a line: the kind of record, when, from where to where, or whom it names. */
export function EarlierWords({ page, fact: { kind, on, fromState, state, party } }: EarlierProps): VNode {
  const { t, language } = page;
  const way = [fromState, state].filter((code) => code !== undefined).map((code) => stateName(code, language));
  return (
    <>
      {t(`item.kind.${kind}`)}
      {on && (
        <>
          , <RecordedDate page={page} on={on} />
        </>
      )}
      {way.length > 0 && `, ${way.join(' → ')}`}
      {party && (
        <>
          {' · '}
          {t(`item.role.${party.role}`)} <bdi>{party.name}</bdi>
          {party.address && (
            <>
              , <bdi>{party.address}</bdi>
            </>
          )}
          {party.state && `, ${stateName(party.state, language)}`}
        </>
      )}
    </>
  );
}

/** What a question carries of earlier answers, for whoever reads the question. */
export function EarlierFacts({
  page,
  facts,
}: {
  readonly page: PageContext;
  readonly facts: readonly EarlierFact[];
}): VNode | null {
  const { t, language } = page;
  if (facts.length === 0) return null;
  return (
    <section aria-labelledby="section-earlier">
      <h3 id="section-earlier">
        {t('earlier.heading')} <Paragraph page={page}>15</Paragraph>
      </h3>
      <dl class="facts">
        {facts.map((fact) => (
          <Fact name={t('followUp.givenBy', { state: stateName(fact.giver, language) })}>
            <EarlierWords page={page} fact={fact} />
          </Fact>
        ))}
      </dl>
    </section>
  );
}
