import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { INTENDED_USES } from './intended-use.js';
import { mayUse, USE_OF_PURPOSE, useRuleOf, type UseConditions, type UseFacts } from './permitted-use.js';
import { PURPOSES, type Purpose } from './purpose.js';

const RECEIVER: UseFacts = { isGiver: false, authorities: [], consentedAsEvidence: false };
const FOR_INVESTIGATION: UseConditions = { restrictions: ['15b'], purposes: ['investigation'] };
const ruleOf = (purpose: Purpose, conditions: UseConditions, facts: Partial<UseFacts> = {}) =>
  useRuleOf(purpose, conditions, { ...RECEIVER, ...facts });

describe('information restricted under 15(b) to some purposes', () => {
  it.each(['legal_proceedings', 'diversion_analysis', 'embargo_monitoring', 'statistics', 'other', 'audit_review'] as const)(
    'is not shown for another one: %s',
    (purpose) => {
      expect(ruleOf(purpose, FOR_INVESTIGATION)).toBe('outside_purposes');
    },
  );

  it('is shown for a purpose named, for the trace itself, and to the State that gave it', () => {
    expect(ruleOf('investigation', FOR_INVESTIGATION)).toBe('consistent_purpose');
    expect(ruleOf('assigned_task', FOR_INVESTIGATION)).toBe('task');
    expect(ruleOf('supervision', FOR_INVESTIGATION)).toBe('task');
    expect(ruleOf('statistics', FOR_INVESTIGATION, { isGiver: true })).toBe('own');
  });

  it('is shown for any purpose of the instrument where none is named', () => {
    for (const purpose of PURPOSES) expect(mayUse(ruleOf(purpose, { restrictions: ['15b'] }))).toBe(true);
  });
});

describe('information designated to authorities under 15(a)', () => {
  const DESIGNATED: UseConditions = { restrictions: ['15a'], authorities: ['Criminal Police of Rhosia', 'Customs'] };

  it.each(PURPOSES)('is shown to nobody who belongs to none of them, whatever the task: %s', (purpose) => {
    for (const authorities of [[], ['Fisheries'], ['Criminal Police'], ['']])
      expect(ruleOf(purpose, DESIGNATED, { authorities, consentedAsEvidence: true })).toBe('not_designated');
  });

  it('is shown to people of one of them, however the name is written, and to the State that gave it', () => {
    for (const name of ['customs', 'CRIMINAL POLICE OF RHOSIA', 'Criminal  police, of Rhosia.'])
      expect(ruleOf('assigned_task', DESIGNATED, { authorities: ['Fisheries', name] })).toBe('task');
    expect(ruleOf('statistics', DESIGNATED, { isGiver: true })).toBe('own');
  });

  it('is shown to all authorised personnel where none is named, and where nothing is restricted under 15(a)', () => {
    expect(ruleOf('assigned_task', { restrictions: ['15a'] })).toBe('task');
    expect(ruleOf('assigned_task', { restrictions: ['15a'], authorities: [] })).toBe('task');
  });
});

describe('information that is no evidence without leave', () => {
  it.each(['with_permission', 'not_permitted'] as const)('is not shown for legal proceedings: %s', (evidentialUse) => {
    const conditions = { restrictions: [], evidentialUse };
    expect(ruleOf('legal_proceedings', conditions)).toBe('not_as_evidence');
    expect(ruleOf('investigation', conditions)).toBe('unconditional');
    expect(ruleOf('legal_proceedings', conditions, { consentedAsEvidence: true })).toBe('consented');
  });
});

/** The rule told a second time, by what may go wrong: a use the giver did not permit. */
describe('for any conditions and any purpose', () => {
  const conditions: fc.Arbitrary<UseConditions> = fc.record({
    restrictions: fc.subarray(['15a', '15b', '15c']),
    purposes: fc.option(fc.subarray([...INTENDED_USES]), { nil: undefined }),
    evidentialUse: fc.constantFrom(undefined, 'permitted', 'with_permission', 'not_permitted'),
  });

  it('a receiver uses what is kept to purposes for one of them, for the trace, or with leave, and for nothing else', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PURPOSES), conditions, fc.boolean(), (purpose, given, consentedAsEvidence) => {
        const named = given.restrictions.includes('15b') ? (given.purposes ?? []) : [];
        const use = USE_OF_PURPOSE[purpose];
        if (named.length === 0 || !mayUse(ruleOf(purpose, given, { consentedAsEvidence }))) return;
        expect([...named, 'task', ...(consentedAsEvidence ? ['prosecution'] : [])]).toContain(use);
      }),
    );
  });

  it('naming one more purpose never takes a use away', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PURPOSES),
        fc.subarray([...INTENDED_USES], { minLength: 1 }),
        fc.constantFrom(...INTENDED_USES),
        (purpose, purposes, more) => {
          const before = mayUse(ruleOf(purpose, { restrictions: ['15b'], purposes }));
          const after = mayUse(ruleOf(purpose, { restrictions: ['15b'], purposes: [...purposes, more] }));
          expect(!before || after).toBe(true);
        },
      ),
    );
  });
});
