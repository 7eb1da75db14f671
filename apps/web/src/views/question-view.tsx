import { stateName } from '@tracedesk/language';
import {
  EARLIER_STEP_NAMES,
  RESTRICTED_SECTIONS,
  justificationOf,
  type Question,
  type WithheldFact,
  type WithheldSection,
} from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { Section } from '../forms/draft-sections.js';
import { Answer, Plain } from './answer.js';
import { EarlierFacts } from './earlier-facts.js';
import { ComponentFacts, FirearmFacts, MarkingFacts } from './firearm-facts.js';
import { isRestricted, RESTRICTED_AS, SAID_AT, WithheldSectionNote, type WithheldFromReader } from './own-restrictions.js';
import type { QuestionPart } from './question-part.js';
import { usesIn } from './response-item.js';
import { Day, Id, Paragraph, UserText } from './words.js';

/** The paragraphs each section of a draft rests on. */
export const PARAGRAPH_OF: Readonly<Record<Section, string>> = {
  firearm: '4, 17(b)',
  markings: '7, 8, 17(b)',
  components: '10',
  find: '16, 17(a)',
  context: '6(b), 16',
  illicitness: '6, 17(a)',
  use: '17(c)',
  undertaking: '15',
  restrictions: '15',
  steps: '33',
  recipient: '',
};

export type QuestionSection = Exclude<Section, 'recipient'>;

interface QuestionProps extends QuestionPart {
  /** Where a section can be changed: of a draft only. */
  readonly change?: (section: QuestionSection) => string;
  /** What is kept back from the reader. */
  readonly withheld?: WithheldFromReader;
  /** Facts of earlier answers that their givers keep back. */
  readonly withheldFacts?: readonly WithheldFact[];
}

/** What a request says, section by section, each element as written or with the reason why it is unknown. */
export function QuestionView({ page, question, change, withheld, withheldFacts = [] }: QuestionProps): VNode {
  const { t } = page;
  const isOwn = change !== undefined || (withheld !== undefined && withheld.state === page.person?.state);
  const noteOn = (section: QuestionSection): WithheldSection | undefined =>
    withheld?.sections.find((each) => each.section === RESTRICTED_AS[section]);
  return (
    <>
      {(Object.keys(FACTS_OF) as QuestionSection[])
        .map((section) => ({ section, note: noteOn(section) }))
        .filter(({ section, note }) =>
          note ? SAID_AT[note.section] === section : change !== undefined || IS_SAID[section]?.(question) !== false,
        )
        .map(({ section, note }) => (
          <section aria-labelledby={`section-${section}`}>
            <div class="title">
              <h3 id={`section-${section}`}>
                {section === 'restrictions' && !change ? t('content.restrictions') : t(`section.${section}`)}{' '}
                <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>
              </h3>
              {change && (
                <a href={change(section)}>
                  {t('section.change')}
                  <span class="unseen"> {t(`section.${section}`)}</span>
                </a>
              )}
            </div>
            {withheld && note ? (
              <WithheldSectionNote page={page} question={question} note={note} {...withheld} />
            ) : (
              <dl class="facts">{FACTS_OF[section]({ page, question, isOwn })}</dl>
            )}
          </section>
        ))}
      <EarlierFacts page={page} facts={question.earlier ?? []} withheld={withheldFacts} />
    </>
  );
}

const FACTS_OF: Record<QuestionSection, (part: QuestionPart) => VNode> = {
  firearm: FirearmFacts,
  markings: MarkingFacts,
  components: ComponentFacts,
  find: FindFacts,
  context: ContextFacts,
  illicitness: IllicitnessFacts,
  use: UseFacts,
  undertaking: UndertakingFacts,
  restrictions: RestrictionFacts,
  steps: StepFacts,
};

/** Sections that a request may do without: a reader is not shown an empty one. */
const IS_SAID: Readonly<Partial<Record<QuestionSection, (question: Question) => boolean>>> = {
  components: ({ firearm }) => (firearm?.components ?? []).length > 0,
  context: ({ find }) => (find?.contexts ?? []).length > 0 || find?.resolution !== undefined || find?.source !== undefined,
  restrictions: isRestricted,
  steps: ({ earlierSteps }) => Object.keys(earlierSteps ?? {}).length > 0,
};

function FindFacts({ page, question: { find = {} } }: QuestionPart): VNode {
  const { t, language } = page;
  return (
    <>
      <Plain name={t('field.stateOfFind')} missing={t('draft.notAnswered')}>
        {find.stateOfFind && stateName(find.stateOfFind, language)}
      </Plain>
      <Plain name={t('field.manner')} missing={t('draft.notAnswered')}>
        {find.manner && t(`manner.${find.manner}`)}
      </Plain>
      <Plain name={t('field.foundOn')}>{find.on && <Day page={page} on={find.on} />}</Plain>
      <Plain name={t('field.place')}>{find.place && <bdi>{find.place}</bdi>}</Plain>
      <Answer page={page} name={t('field.circumstances')} stated={find.circumstances} needed>
        {(text) => <UserText>{text}</UserText>}
      </Answer>
      <Plain name={t('field.otherState')}>
        {find.otherPossibleState && (
          <>
            {stateName(find.otherPossibleState.state, language)}
            <UserText>{find.otherPossibleState.because}</UserText>
          </>
        )}
      </Plain>
    </>
  );
}

function ContextFacts({ page, question: { find = {} } }: QuestionPart): VNode {
  const { t } = page;
  const { contexts = [], source } = find;
  const { hostConsent } = source ?? {};
  return (
    <>
      <Plain name={t('field.contexts')}>
        {contexts.length > 0 && contexts.map((context) => t(`findContext.${context}`)).join(', ')}
      </Plain>
      <Answer page={page} name={t('field.resolution')} stated={find.resolution}>
        {(resolution) => <Id>{resolution}</Id>}
      </Answer>
      <Plain name={t('field.source')}>
        {source && (
          <>
            {t(`sourceKind.${source.kind}`)}: <bdi>{source.name}</bdi> {source.reference && <Id>{source.reference}</Id>}
          </>
        )}
      </Plain>
      <Plain name={t('field.hostConsent')}>
        {hostConsent && (
          <>
            <Day page={page} on={hostConsent.on} />, <bdi>{hostConsent.by}</bdi>{' '}
            {hostConsent.reference && <Id>{hostConsent.reference}</Id>}
          </>
        )}
      </Plain>
    </>
  );
}

function IllicitnessFacts({ page, question: { illicitness = {} } }: QuestionPart): VNode {
  const { t } = page;
  const { grounds = [] } = illicitness;
  if (grounds.length === 0) return <Plain name={t('field.grounds')} missing={t('draft.notAnswered')} />;
  return (
    <>
      {grounds.map((ground) => (
        <Answer page={page} name={t(`illicit.${ground}`)} stated={justificationOf(illicitness, ground)} needed>
          {(text) => <UserText>{text}</UserText>}
        </Answer>
      ))}
    </>
  );
}

function UseFacts({ page, question: { intendedUse } }: QuestionPart): VNode {
  const { t } = page;
  return (
    <Answer page={page} name={t('field.uses')} stated={intendedUse} needed>
      {({ uses, details }) => (
        <>
          <ul>
            {uses.map((use) => (
              <li>{t(`use.${use}`)}</li>
            ))}
          </ul>
          {details && <UserText>{details}</UserText>}
        </>
      )}
    </Answer>
  );
}

function UndertakingFacts({ page, question: { undertaking }, isOwn }: QuestionPart): VNode {
  const { t } = page;
  const notGuaranteed = isOwn ? 'content.undertaking.own' : 'content.undertaking.notGuaranteed';
  return (
    <Plain name={t('section.undertaking')} missing={t('draft.notAnswered')}>
      {undertaking && (undertaking.guaranteed ? t('content.undertaking.guaranteed') : t(notGuaranteed))}
      {undertaking && !undertaking.guaranteed && <UserText>{undertaking.because}</UserText>}
    </Plain>
  );
}

function RestrictionFacts({ page, question: { restrictions = {} } }: QuestionPart): VNode {
  const { t } = page;
  return (
    <>
      {RESTRICTED_SECTIONS.map((section) => (
        <Plain name={t(`restricted.${section}`)}>
          {(restrictions[section] ?? []).length > 0 && (
            <ul>
              {(restrictions[section] ?? []).map((code) => (
                <li>{t(`restriction.${code}`)}</li>
              ))}
            </ul>
          )}
        </Plain>
      ))}
      <Plain name={t('item.purposes')}>{restrictions.purposes?.length && usesIn(page, restrictions.purposes)}</Plain>
    </>
  );
}

function StepFacts({ page, question: { earlierSteps = {} } }: QuestionPart): VNode {
  const { t } = page;
  return (
    <>
      {EARLIER_STEP_NAMES.map((step) => (
        <Answer page={page} name={t(`earlierStep.${step}`)} stated={earlierSteps[step]}>
          {(result) => <bdi>{result}</bdi>}
        </Answer>
      ))}
    </>
  );
}
