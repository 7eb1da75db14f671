import { USE_RULES, type Purpose } from '@tracedesk/confidentiality';
import { stateName } from '@tracedesk/language';
import type { Question, RestrictedSection, WithheldSection } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { Section } from '../forms/draft-sections.js';
import type { PageContext } from './page-context.js';
import { usesIn } from './response-item.js';
import { Paragraph } from './words.js';

type SectionOfQuestion = Exclude<Section, 'recipient'>;

/** By which of the requesting State's restrictions a section is kept back; by none: it tells the restrictions themselves. */
export const RESTRICTED_AS: Readonly<Record<SectionOfQuestion, RestrictedSection | null>> = {
  firearm: 'firearm',
  markings: 'firearm',
  components: 'firearm',
  find: 'find',
  context: 'find',
  illicitness: 'illicitness',
  use: 'intendedUse',
  undertaking: null,
  restrictions: null,
  steps: 'whole',
};

/** Said once of sections that are kept back together. */
export const SAID_AT: Readonly<Record<RestrictedSection, SectionOfQuestion>> = {
  whole: 'steps',
  firearm: 'firearm',
  find: 'find',
  illicitness: 'illicitness',
  intendedUse: 'use',
};

/** Whether the requesting State placed restrictions on anything it tells. */
export function isRestricted({ restrictions = {} }: Question): boolean {
  return Object.values(restrictions).flat().length > 0;
}

/** What of a question is kept back from its reader, for which purpose, and by whose restrictions. */
export interface WithheldFromReader {
  readonly sections: readonly WithheldSection[];
  readonly purpose: Purpose;
  readonly state: string;
}

interface NoteProps extends Omit<WithheldFromReader, 'sections'> {
  readonly page: PageContext;
  readonly question: Question;
  readonly note: WithheldSection;
}

/** In the place of a section: that it is there, under which paragraph it is kept back, and what would help. */
export function WithheldSectionNote({ page, question, note, purpose, state }: NoteProps): VNode {
  const { t, language } = page;
  return (
    <div class="restricted">
      <p class="fault">
        {t('question.withheld', {
          state: stateName(state, language),
          purpose: t(`content.purpose.${purpose}`),
          purposes: usesIn(page, question.restrictions?.purposes ?? []),
        })}{' '}
        <Paragraph page={page}>{USE_RULES[note.rule].paragraph}</Paragraph>
      </p>
      <p class="hint">
        {t('item.withheld.help')} <a href="?again=yes">{t('item.withheld.again')}</a>
      </p>
    </div>
  );
}

/** What the desk sees to, and what it cannot: what is done with what was read binds the reader alone. */
export function OwnRestrictionsBind({ page, askHref }: { readonly page: PageContext; readonly askHref: string | null }): VNode {
  const { t } = page;
  return (
    <div class="notice">
      <p>{t('question.restrictionsBind')}</p>
      <p class="hint">
        {t('content.respect')} {askHref && <a href={askHref}>{t('question.askLeave')}</a>}
      </p>
    </div>
  );
}
