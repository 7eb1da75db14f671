import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { formats, LANGUAGES, translator, type Language } from '@tracedesk/language';
import type { EarlierFact } from '@tracedesk/tracing';
import { render as renderToString } from 'preact-render-to-string';
import { EarlierFacts } from './earlier-facts.js';
import type { PageContext } from './page-context.js';

const pageIn = (language: Language) =>
  ({ t: translator(language), formats: formats(language), language }) as unknown as PageContext;
const shown = (language: Language, consent: EarlierFact['consent']): string => {
  const fact: EarlierFact = { giver: stateCode('QM'), kind: 'export', state: stateCode('QN'), ...(consent && { consent }) };
  return renderToString(<EarlierFacts page={pageIn(language)} facts={[fact]} />);
};

describe('a fact that another State told and consented to pass on', () => {
  it.each(LANGUAGES)('is shown with the conditions in its giver’s own words, and the last day (%s)', (language) => {
    const html = shown(language, { endsOn: '2099-12-31', words: 'For Norvane only; <not> for Sardovia.' });
    expect(html).toContain('For Norvane only; &lt;not> for Sardovia.');
    expect(html).toContain(formats(language).day('2099-12-31'));
    expect(html).toContain(translator(language)('earlier.consent.words'));
  });

  it('says that there are conditions which may not be shown, and whom to ask', () => {
    expect(shown('en', { endsOn: '2099-12-31', wordsKept: true })).toContain('Ask Valmora before you use this.');
  });

  it('says nothing of a consent where none was needed', () => {
    expect(shown('en', undefined)).not.toMatch(/consent|Conditions/);
  });
});
