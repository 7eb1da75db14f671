import { CANDIDATE_RESTRICTIONS, type Candidate, type PeriodReading } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import { Fact } from './fact.js';
import type { PageContext } from './page-context.js';
import { RestrictionList } from './said-words.js';
import { Id, Paragraph, UserText } from './words.js';

/** Which records are no longer kept, and whether a year that is known says otherwise (ITI 12). */
export function PeriodFact({ page, period }: { readonly page: PageContext; readonly period: PeriodReading }): VNode {
  const { t } = page;
  const { years, paragraph, contradicted, records, from } = period;
  const [year, until] = [String(period.year), String(period.until)];
  return (
    <Fact name={t('period.heading')}>
      {t(`period.records.${records}`)}{' '}
      {contradicted ? (
        <span class="fault">{t(`period.contradicted.${from}`, { year, until })}</span>
      ) : (
        t('period.lapsed', { year, years, until })
      )}{' '}
      <Paragraph page={page}>{paragraph}</Paragraph>
    </Fact>
  );
}

interface CandidatesProps {
  readonly page: PageContext;
  readonly candidates: readonly Candidate[];
  /** Where the reader says which of them it is; null where that is not open. */
  readonly clarifyHref: string | null;
  /** Where leave is asked to let them go further; null where that is not open. */
  readonly askHref: string | null;
}

const NAMED = ['serial', 'make', 'model', 'calibre', 'yearOfManufacture'] as const;

/** The firearms that could be meant, side by side, under their restriction. */
export function CandidatesView({ page, candidates, clarifyHref, askHref }: CandidatesProps): VNode {
  const { t } = page;
  return (
    <div class="restricted">
      <h4>{t('candidates.heading')}</h4>
      {candidates.map((candidate, index) => (
        <>
          <h5>{t('candidate', { number: index + 1 })}</h5>
          <dl class="facts">
            {NAMED.map(
              (name) =>
                candidate[name] !== undefined && (
                  <Fact name={t(`candidate.${name}`)}>
                    <Id>{String(candidate[name])}</Id>
                  </Fact>
                ),
            )}
            <Fact name={t('candidate.marks')}>
              <UserText>{candidate.marks}</UserText>
            </Fact>
          </dl>
        </>
      ))}
      <RestrictionList page={page} restrictions={CANDIDATE_RESTRICTIONS} />
      {clarifyHref && (
        <p>
          <a href={clarifyHref}>{t('candidates.which')}</a>
        </p>
      )}
      {askHref && (
        <p>
          <a href={askHref}>
            {t('consent.ask.link')} <span class="unseen">{t('candidates.heading')}</span>
          </a>
        </p>
      )}
    </div>
  );
}
