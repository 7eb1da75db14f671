import { stateName } from '@tracedesk/language';
import { isStated, type Stated } from '@tracedesk/firearms';
import type { Question } from '@tracedesk/tracing';
import type { ComponentChildren, VNode } from 'preact';
import type { PageContext } from './page-context.js';
import { Day, Id, Paragraph, UserText } from './words.js';

/** Sections of a question, in the order of the instrument; the draft's task list has one more, for whom is asked. */
export const QUESTION_SECTIONS = ['firearm', 'find', 'illicitness', 'use', 'undertaking'] as const;
export type QuestionSection = (typeof QUESTION_SECTIONS)[number];

export const PARAGRAPH_OF = {
  firearm: '17(b)',
  find: '16, 17(a)',
  illicitness: '6, 17(a)',
  use: '17(c)',
  undertaking: '15',
} as const satisfies Record<QuestionSection, string>;

interface QuestionProps {
  readonly page: PageContext;
  readonly question: Question;
  /** Where a section can be changed: of a draft only. */
  readonly change?: (section: QuestionSection) => string;
}

/** What a request says, section by section, each element as written or with the reason why it is unknown. */
export function QuestionView({ page, question, change }: QuestionProps): VNode {
  const { t } = page;
  return (
    <>
      {QUESTION_SECTIONS.map((section) => (
        <section aria-labelledby={`section-${section}`}>
          <div class="title">
            <h3 id={`section-${section}`}>
              {t(`section.${section}`)} <Paragraph page={page}>{PARAGRAPH_OF[section]}</Paragraph>
            </h3>
            {change && (
              <a href={change(section)}>
                {t('section.change')}
                <span class="unseen"> {t(`section.${section}`)}</span>
              </a>
            )}
          </div>
          <dl class="facts">{FACTS_OF[section]({ page, question })}</dl>
        </section>
      ))}
    </>
  );
}

type Part = Omit<QuestionProps, 'change'>;

const FACTS_OF: Record<QuestionSection, (part: Part) => VNode> = {
  firearm: FirearmFacts,
  find: FindFacts,
  illicitness: IllicitnessFacts,
  use: UseFacts,
  undertaking: UndertakingFacts,
};

function FirearmFacts({ page, question: { firearm = {} } }: Part): VNode {
  const { t, language } = page;
  const country = (code: string | undefined): string | undefined => (code === undefined ? undefined : stateName(code, language));
  return (
    <>
      <Answer page={page} name={t('field.serialNumber')} stated={firearm.serialNumber} needed>
        {(serial) => <Id>{serial}</Id>}
      </Answer>
      <Plain name={t('field.serialNumberPlace')}>
        {firearm.serialNumberPlace && t(`markingPlace.${firearm.serialNumberPlace}`)}
      </Plain>
      <Answer page={page} name={t('field.type')} stated={firearm.type} needed>
        {(type) => t(`firearmType.${type}`)}
      </Answer>
      <Answer page={page} name={t('field.calibre')} stated={firearm.calibre} needed>
        {(calibre) => <Id>{calibre}</Id>}
      </Answer>
      <Plain name={t('field.make')}>{firearm.make && <bdi>{firearm.make}</bdi>}</Plain>
      <Plain name={t('field.model')}>{firearm.model && <bdi>{firearm.model}</bdi>}</Plain>
      <Plain name={t('field.countryOfManufacture')}>{country(firearm.countryOfManufacture)}</Plain>
      <Plain name={t('field.yearOfManufacture')}>
        {firearm.yearOfManufacture && <Id>{String(firearm.yearOfManufacture)}</Id>}
      </Plain>
      {(firearm.importMarks ?? []).map(({ state, year }, index) => (
        <Plain name={t('field.importMark', { number: index + 1 })}>
          {country(state)} {year !== undefined && <Id>{String(year)}</Id>}
        </Plain>
      ))}
      {(firearm.markings ?? []).map(({ kind, text, place }, index) => (
        <Plain name={t('field.marking', { number: index + 1 })}>
          <Id>{text}</Id> ({t(`markingKind.${kind}`)}, {t(`markingPlace.${place}`)})
        </Plain>
      ))}
    </>
  );
}

function FindFacts({ page, question: { find = {} } }: Part): VNode {
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
    </>
  );
}

function IllicitnessFacts({ page, question: { illicitness = {} } }: Part): VNode {
  const { t } = page;
  const { grounds = [], legalJustification } = illicitness;
  return (
    <>
      <Plain name={t('field.grounds')} missing={t('draft.notAnswered')}>
        {grounds.length > 0 && (
          <ul>
            {grounds.map((ground) => (
              <li>{t(`illicit.${ground}`)}</li>
            ))}
          </ul>
        )}
      </Plain>
      <Answer page={page} name={t('field.legalJustification')} stated={legalJustification} needed>
        {(text) => <UserText>{text}</UserText>}
      </Answer>
    </>
  );
}

function UseFacts({ page, question: { intendedUse } }: Part): VNode {
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

function UndertakingFacts({ page, question: { undertaking } }: Part): VNode {
  const { t } = page;
  return (
    <Plain name={t('section.undertaking')} missing={t('draft.notAnswered')}>
      {undertaking && (undertaking.guaranteed ? t('content.undertaking.guaranteed') : t('content.undertaking.notGuaranteed'))}
      {undertaking && !undertaking.guaranteed && <UserText>{undertaking.because}</UserText>}
    </Plain>
  );
}

interface AnswerProps<T> {
  readonly page: PageContext;
  readonly name: string;
  readonly stated: Stated<T> | undefined;
  readonly needed?: boolean;
  readonly children: (value: T) => ComponentChildren;
}

/** An element of ITI 17: the value, or the reason why it is unknown. */
function Answer<T>({ page, name, stated, needed, children }: AnswerProps<T>): VNode | null {
  const { t } = page;
  if (!isStated(stated) || stated === undefined) return needed ? <Plain name={name} missing={t('draft.notAnswered')} /> : null;
  return (
    <Plain name={name}>
      {'value' in stated ? (
        children(stated.value)
      ) : (
        <span dir="auto">{t('draft.unknown', { reason: stated.unknownBecause })}</span>
      )}
    </Plain>
  );
}

function Plain({
  name,
  missing,
  children,
}: {
  readonly name: string;
  readonly missing?: string;
  readonly children?: ComponentChildren;
}): VNode | null {
  if (!children || (Array.isArray(children) && !children.some(Boolean))) {
    if (missing === undefined) return null;
    children = <em class="hint">{missing}</em>;
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
