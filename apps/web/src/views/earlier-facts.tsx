import { USE_RULES } from '@tracedesk/confidentiality';
import { stateName } from '@tracedesk/language';
import type { EarlierFact, WithheldFact } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Fact } from './fact.js';
import type { PageContext } from './page-context.js';
import { Readers } from './response-item.js';
import { Hearsay, Paragraph, RecordedDate } from './words.js';

interface EarlierProps {
  readonly page: PageContext;
  readonly fact: EarlierFact;
}

/** What an earlier answer told, in a line: the kind of record, when, from where to where, or whom it names. */
export function EarlierWords({ page, fact: { kind, on, component, isHearsay, fromState, state, party } }: EarlierProps): VNode {
  const { t, language } = page;
  const way = [fromState, state].filter((code) => code !== undefined).map((code) => stateName(code, language));
  return (
    <>
      {t(`item.kind.${kind}`)}
      {component && `, ${t(`component.${component}`)}`}
      {isHearsay && <Hearsay page={page} />}
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

/** What the giver said when it consented: it binds whoever reads the fact. */
function ConsentWords({
  page: { t, language, formats },
  giver,
  consent: { endsOn, words, wordsKept },
}: Pick<EarlierProps, 'page'> & { readonly giver: string; readonly consent: NonNullable<EarlierFact['consent']> }): VNode {
  return (
    <>
      {endsOn && <p>{t('earlier.consent.until', { day: formats.day(endsOn) })}</p>}
      {words && (
        <p>
          {t('earlier.consent.words')}: <q dir="auto">{words}</q>
        </p>
      )}
      {wordsKept && <p class="fault">{t('earlier.consent.wordsKept', { state: stateName(giver, language) })}</p>}
    </>
  );
}

/** What a question carries of earlier answers, for whoever reads the question: what its givers attached binds the reader, and may keep it back. */
export function EarlierFacts({
  page,
  facts,
  withheld = [],
}: {
  readonly page: PageContext;
  readonly facts: readonly EarlierFact[];
  readonly withheld?: readonly WithheldFact[];
}): VNode | null {
  const { t, language } = page;
  if (facts.length + withheld.length === 0) return null;
  return (
    <section aria-labelledby="section-earlier">
      <h3 id="section-earlier">
        {t('earlier.heading')} <Paragraph page={page}>15</Paragraph>
      </h3>
      <dl class="facts">
        {facts.map((fact) => (
          <Fact name={t('followUp.givenBy', { state: stateName(fact.giver, language) })}>
            <EarlierWords page={page} fact={fact} />
            {(fact.conditions ?? []).map(({ evidentialUse, ...conditions }) => (
              <>
                {conditions.restrictions.length > 0 && <Readers page={page} {...conditions} />}
                {evidentialUse && (
                  <p>
                    {t('item.evidentialUse')}: {t(`item.evidentialUse.${evidentialUse}`)}
                  </p>
                )}
              </>
            ))}
            {fact.consent && <ConsentWords page={page} giver={fact.giver} consent={fact.consent} />}
          </Fact>
        ))}
        {withheld.map(({ giver, kind, rule }) => (
          <Fact name={t('followUp.givenBy', { state: stateName(giver, language) })}>
            {t(`item.kind.${kind}`)}{' '}
            <span class="fault">
              {t('followUp.notShown', { state: stateName(giver, language) })}{' '}
              <Paragraph page={page}>{USE_RULES[rule].paragraph}</Paragraph>
            </span>
          </Fact>
        ))}
      </dl>
    </section>
  );
}
