import { asksForAnswer, type TraceabilityFinding } from '@tracedesk/firearms';
import { stateName } from '@tracedesk/language';
import type { AnsweredFinding, AskedBefore } from '@tracedesk/tracing';
import type { ComponentChildren, VNode } from 'preact';
import { sectionOfField } from '../forms/draft-sections.js';
import { TextArea, type FormView } from './fields.js';
import type { PageContext } from './page-context.js';
import { Id, StatusTag, UserText } from './words.js';

/** The name of the field in which a warning is overridden: its place is its own, whatever is answered before it. */
export function overrideField(place: number): string {
  return `overrides.${place}.because`;
}

/** What was found, how sure it is, why it matters and what would cure it; under a warning, room for a reason to override it. */
export function TraceabilityFindings(props: {
  readonly form: FormView;
  readonly path: string;
  readonly findings: readonly AnsweredFinding[];
  /** Whether reasons can be given now. */
  readonly open: boolean;
}): VNode {
  const { form, path, findings, open } = props;
  const { t } = form.page;
  return (
    <>
      {findings.map((finding, place) => {
        const { rule, severity, field, answered, because } = finding;
        const section = sectionOfField(field);
        return (
          <article class="finding">
            <FindingFacts page={form.page} finding={finding}>
              <a href={`${path}/edit/${section}`}>
                {t('section.change')}
                <span class="unseen"> {t(`section.${section}`)}</span>
              </a>
            </FindingFacts>
            {severity === 'warning' && !asksForAnswer(finding) && <p class="hint">{t('traceability.onlyPossible')}</p>}
            {answered && <p>{t(`traceability.answered.${answered}`)}</p>}
            {because && (
              <>
                <h4>{t('traceability.override')}</h4>
                <UserText>{because.reveal()}</UserText>
              </>
            )}
            {open && asksForAnswer(finding) && answered !== 'description' && (
              <>
                <input type="hidden" name={`overrides.${place}.rule`} value={rule} />
                <TextArea
                  form={form}
                  name={overrideField(place)}
                  label={t('traceability.override')}
                  hint={t('traceability.override.hint')}
                  optional={answered === 'override'}
                  rows={2}
                />
              </>
            )}
          </article>
        );
      })}
    </>
  );
}

/** One finding: its rule, how sure it is, why it matters, and what would cure it, with the way there where there is one. */
export function FindingFacts(props: {
  readonly page: PageContext;
  readonly finding: Pick<TraceabilityFinding, 'rule' | 'severity' | 'certainty' | 'cause' | 'source'>;
  readonly children?: ComponentChildren;
}): VNode {
  const { t } = props.page;
  const { rule, severity, certainty, cause, source } = props.finding;
  return (
    <>
      <h3>
        <span class={`tag ${severity}`}>{t(`check.${severity}`)}</span> {t(`traceability.${rule}`)}
      </h3>
      <dl class="facts">
        <div>
          <dt>{t('traceability.howSure')}</dt>
          <dd>{t(`traceability.certainty.${certainty}`)}</dd>
        </div>
        <div>
          <dt>{t('traceability.why')}</dt>
          <dd>
            {t(`traceability.cause.${cause}`)}{' '}
            <cite class="hint" lang="en">
              {source}
            </cite>
          </dd>
        </div>
        <div>
          <dt>{t('traceability.cure')}</dt>
          <dd>
            {t(`traceability.${rule}.cure`)}
            {props.children && <> {props.children}</>}
          </dd>
        </div>
      </dl>
    </>
  );
}

/** Earlier questions of the own State's about what may be the same weapon. */
export function SecondLook({
  page,
  askedBefore,
}: {
  readonly page: PageContext;
  readonly askedBefore: readonly AskedBefore[];
}): VNode {
  const { t, language } = page;
  if (askedBefore.length === 0) return <p class="hint">{t('traceability.askedBefore.none')}</p>;
  return (
    <>
      <h3>{t('traceability.askedBefore')}</h3>
      <p>{t('traceability.askedBefore.about')}</p>
      <ul>
        {askedBefore.map(({ requestId, reference, requestedState, status, certainty }) => (
          <li>
            <a href={`/tracing-requests/${requestId}`}>
              <Id>{reference}</Id>
            </a>{' '}
            {requestedState && stateName(requestedState, language)} <StatusTag page={page} status={status} />{' '}
            {t(`traceability.certainty.${certainty}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
