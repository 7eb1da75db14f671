import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INTENDED_USES, PURPOSES, USE_OF_PURPOSE, useRuleOf, type Purpose, type UseFacts } from '@tracedesk/confidentiality/core';
import { Sealed } from '@tracedesk/kernel';
import { questionReadingOf, ruleOverFiles, wordsShown } from './question-reading.js';
import { RESTRICTED_SECTIONS, type OwnRestrictions, type Question } from './question.js';
import { COMPLETE_QUESTION } from './request.examples.js';
import { RESTRICTIONS_ON_USE } from './response-item.js';

const REQUESTED_STATE: UseFacts = { isGiver: false, authorities: [], consentedAsEvidence: false };
const QUESTION: Question = {
  ...COMPLETE_QUESTION,
  subject: 'firearm',
  earlierSteps: { iarms: { value: 'I-77' } },
  urgentBecause: 'The ship sails.',
  language: 'en',
};
const readFor = (purpose: Purpose, restrictions: OwnRestrictions, facts: Partial<UseFacts> = {}) =>
  questionReadingOf({ ...QUESTION, restrictions }, (conditions) =>
    useRuleOf(purpose, conditions, { ...REQUESTED_STATE, ...facts }),
  );
const words = (event: string) => ({ event, version: 3, name: 'text', text: Sealed.of('In the third box.'), restrictions: [] });

describe('a question read for a purpose that the requesting State does not permit', () => {
  it('lacks the restricted section, and no other', () => {
    const { question, withheld } = readFor('statistics', { find: ['15b'], purposes: ['investigation'] });
    expect(withheld).toEqual([{ section: 'find', rule: 'outside_purposes' }]);
    expect(question.find).toBeUndefined();
    expect(question.firearm).toEqual(QUESTION.firearm);
  });

  it('lacks everything but the conditions themselves where the whole is restricted', () => {
    const restrictions: OwnRestrictions = { whole: ['15b'], purposes: ['investigation'] };
    const { question, withheld } = readFor('legal_proceedings', restrictions);
    expect(question).toEqual({ undertaking: QUESTION.undertaking, language: 'en', restrictions });
    expect(withheld.map(({ section }) => section)).toEqual([...RESTRICTED_SECTIONS]);
  });

  it('says of no section that it is kept back that was never there', () => {
    const { withheld } = questionReadingOf(
      { firearm: QUESTION.firearm!, restrictions: { whole: ['15b'], purposes: ['investigation'] } },
      (conditions) => useRuleOf('statistics', conditions, REQUESTED_STATE),
    );
    expect(withheld.map(({ section }) => section)).toEqual(['firearm']);
  });

  it('keeps back the files and what the requesting State said on the way, for they may be of any section', () => {
    const reading = readFor('statistics', { intendedUse: ['15b'], purposes: ['investigation'] });
    expect(ruleOverFiles(reading)).toBe('outside_purposes');
    for (const event of ['information_supplied', 'clarification_requested', 'withdrawn', 'closed', 'reopened']) {
      const [said] = wordsShown([words(event)], reading.withheld);
      expect([said?.text.reveal(), said?.isWithheld]).toEqual(['', true]);
    }
  });

  it('leaves the requested State its own words', () => {
    const { withheld } = readFor('statistics', { whole: ['15b'], purposes: ['investigation'] });
    for (const event of ['information_requested', 'delayed', 'clarified', 'supplemented'])
      expect(wordsShown([words(event)], withheld)[0]?.text.reveal()).toBe('In the third box.');
  });
});

describe('a question restricted to some purposes', () => {
  const RESTRICTIONS: OwnRestrictions = { whole: ['15b'], purposes: ['investigation'] };

  it.each<[string, Purpose, Partial<UseFacts>]>([
    ['for the trace itself: nobody can answer unread', 'assigned_task', {}],
    ['for the supervision of it', 'supervision', {}],
    ['for a purpose named', 'investigation', {}],
    ['in court, with leave', 'legal_proceedings', { consentedAsEvidence: true }],
    ['to the State that asked', 'statistics', { isGiver: true }],
  ])('is shown whole %s', (_, purpose, facts) => {
    const reading = readFor(purpose, RESTRICTIONS, facts);
    expect(reading).toMatchObject({ question: { ...QUESTION, restrictions: RESTRICTIONS }, withheld: [], withheldFacts: [] });
    expect(reading.rules.map(({ section }) => section)).toEqual([...RESTRICTED_SECTIONS]);
    expect(ruleOverFiles(reading)).toBeNull();
    expect(wordsShown([words('information_supplied')], reading.withheld)[0]?.text.reveal()).toBe('In the third box.');
  });

  it('is shown whole under 15(a) and 15(c): they bind its reader, whatever it is read for', () => {
    expect(readFor('statistics', { whole: ['15a', '15c'], purposes: ['investigation'] }).withheld).toEqual([]);
  });
});

/** The table told a second time, by what may go wrong: a section shown for a use that its State did not permit. */
describe('for any restrictions and any purpose', () => {
  const codes = fc.subarray([...RESTRICTIONS_ON_USE]);
  const restrictions: fc.Arbitrary<OwnRestrictions> = fc.record({
    ...Object.fromEntries(RESTRICTED_SECTIONS.map((section) => [section, codes])),
    purposes: fc.subarray([...INTENDED_USES]),
  });

  it('a section is shown to the requested State for a use permitted, for the trace, or with leave, and for nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PURPOSES), restrictions, fc.boolean(), (purpose, own, consentedAsEvidence) => {
        const { question } = readFor(purpose, own, { consentedAsEvidence });
        const use = USE_OF_PURPOSE[purpose];
        const { whole = [], purposes = [] } = own;
        const permitted =
          purposes.length === 0 || ['task', ...purposes, ...(consentedAsEvidence ? ['prosecution'] : [])].includes(use);
        for (const section of ['firearm', 'find', 'illicitness', 'intendedUse'] as const) {
          const isRestricted = [...whole, ...(own[section] ?? [])].includes('15b');
          expect(question[section] === undefined).toBe(isRestricted && !permitted);
        }
      }),
    );
  });

  it('what is kept back and what is shown are the whole question, and nothing of the one is in the other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PURPOSES), restrictions, (purpose, own) => {
        const { question, withheld } = readFor(purpose, own);
        const { restrictions: _, ...shown } = question;
        if (withheld.length === 0) expect(question).toEqual({ ...QUESTION, restrictions: own });
        for (const { section } of withheld) if (section !== 'whole') expect(shown).not.toHaveProperty(section);
        expect(question.restrictions).toEqual(own);
      }),
    );
  });

  it('one restriction more never shows more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PURPOSES),
        restrictions,
        fc.constantFrom(...RESTRICTED_SECTIONS),
        (purpose, own, section) => {
          const more = { ...own, [section]: [...new Set([...(own[section] ?? []), '15b' as const])] };
          const [before, after] = [own, more].map((each) => Object.keys(readFor(purpose, each).question));
          expect(before).toEqual(expect.arrayContaining(after ?? []));
        },
      ),
    );
  });
});
