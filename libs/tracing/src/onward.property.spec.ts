import { describe, expect, it } from '@jest/globals';
import { INTENDED_USES, mayUse, PURPOSES, useRuleOf } from '@tracedesk/confidentiality/core';
import { idOf, Sealed, stateCode, type RequestId } from '@tracedesk/kernel';
import fc from 'fast-check';
import { earlierFactOf } from './follow-ups/earlier-fact.js';
import type { Candidate } from './candidates.js';
import {
  factsOf,
  onwardFacts,
  onwardRuleOf,
  valuesOf,
  withheldOf,
  type Allowed,
  type ToldCandidates,
  type ToldFact,
} from './onward.js';
import { conditionsOnDiversion, leadingTo, restrictionsOnDiversion, type ResponseContent } from './response.js';
import { questionReadingOf } from './question-reading.js';
import { EVIDENTIAL_USES, RESTRICTIONS_ON_USE, type PointOfDiversion, type ResponseItem } from './response-item.js';
import { restrictedHits } from './restricted-words.js';
import { candidatesToldIn } from './told-in-answers.js';

const QN = stateCode('QN');
const QS = stateCode('QS');
const restrictions = fc.subarray([...RESTRICTIONS_ON_USE]);
const party = fc.record({
  role: fc.constant('consignee' as const),
  name: fc.stringMatching(/^[A-Z][a-z]{4,8} [A-Z][a-z]{4,8}$/),
  isPerson: fc.boolean(),
  restrictions,
});
const item: fc.Arbitrary<ResponseItem> = fc.record({
  kind: fc.constant('export' as const),
  details: fc.constant('Sold.'),
  restrictions,
  parties: fc.array(party, { maxLength: 3 }),
  record: fc.record({ register: fc.constant('Exports'), reference: fc.stringMatching(/^[A-Z]-20\d{2}\/\d{3}$/) }),
});
const told = (item: ResponseItem) =>
  factsOf({ requestId: idOf<RequestId>('00000000-0000-4000-8000-00000000000a'), name: '1.1', giver: QN, item });
const candidates: fc.Arbitrary<readonly Candidate[]> = fc.array(
  fc.record(
    {
      serial: fc.stringMatching(/^[A-Z]{1,2}\d{5,7}$/),
      make: fc.stringMatching(/^[A-Z][a-z]{4,8} [A-Z][a-z]{4,8}$/),
      model: fc.stringMatching(/^[A-Z][a-z]{4,8} \d{2}$/),
      marks: fc.stringMatching(/^[A-Z][a-z]{3,8} on the [a-z]{4,8}$/),
    },
    { requiredKeys: ['marks'] },
  ),
  { minLength: 1, maxLength: 4 },
);
const listed = (each: readonly Candidate[]): ToldCandidates => {
  const requestId = idOf<RequestId>('00000000-0000-4000-8000-00000000000a');
  const responses = [{ round: 1, content: Sealed.of({ items: [], candidates: each }) }];
  return candidatesToldIn({ requestId, giver: QN, responses })[0]!;
};
const NEVER: Allowed = () => false;

describe('what an answer told and the next State may be told', () => {
  it('never holds a fact under 15(a) or 15(c), its own or its item’s, without the giver’s consent', () => {
    fc.assert(
      fc.property(item, (each) => {
        for (const fact of onwardFacts(told(each), QS, NEVER).permitted) {
          const { restrictions: own } = fact;
          const named = 'party' in fact ? fact.party : undefined;
          expect(own.filter((one) => one !== '15b')).toEqual([]);
          expect(each.restrictions.filter((one) => one !== '15b')).toEqual([]);
          expect((named?.restrictions ?? []).filter((one) => one !== '15b')).toEqual([]);
        }
      }),
    );
  });

  it('never holds what its giver has corrected since (18), and guards it no less', () => {
    fc.assert(
      fc.property(item, fc.boolean(), (each, allowed) => {
        const corrected = told(each).map((fact) => ({ ...fact, isReplaced: true }));
        const { permitted, withheld } = onwardFacts(corrected, QS, () => allowed);
        expect(permitted).toEqual([]);
        expect(withheld.map(({ name }) => name)).toEqual(
          onwardFacts(told(each), QS, () => allowed).withheld.map(({ name }) => name),
        );
      }),
    );
  });

  it('takes in exactly what a consent names, and for the State it names', () => {
    fc.assert(
      fc.property(item, (each) => {
        const onlyItem: Allowed = ({ name }, to) => name === '1.1' && to === QS;
        const { withheld } = onwardFacts(told(each), QS, onlyItem);
        expect(withheld.map(({ name }) => name)).not.toContain('1.1');
        const before = onwardFacts(told(each), QS, NEVER).withheld.filter(({ name }) => name !== '1.1');
        expect(withheld.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
      }),
    );
  });

  it('is parted without loss, and nothing is kept from the State that told it', () => {
    fc.assert(
      fc.property(item, fc.boolean(), (each, allowed) => {
        const facts = told(each);
        const { permitted, withheld } = onwardFacts(facts, QS, () => allowed);
        expect(permitted.length + withheld.length).toBe(facts.length);
        expect(onwardFacts(facts, QN, NEVER).withheld).toEqual([]);
      }),
    );
  });
});

describe('what a giver attached', () => {
  const purposes = fc.subarray([...INTENDED_USES]);
  const bound: fc.Arbitrary<ResponseItem> = fc
    .tuple(item, purposes, fc.constantFrom(...EVIDENTIAL_USES))
    .map(([each, permitted, evidentialUse]) => ({ ...each, purposes: permitted, evidentialUse }));

  it.each(INTENDED_USES)('holds back what is kept to the purpose %s unless that takes tracing in (15(b))', (purpose) => {
    const kept: ResponseItem = { kind: 'export', details: '', restrictions: ['15b'], purposes: [purpose] };
    const [fact] = told(kept);
    const goes = ['investigation', 'diversion_analysis'].includes(purpose);
    expect(fact && onwardRuleOf(fact, QS, NEVER)).toBe(goes ? 'consistent_purpose' : 'outside_purposes');
    expect(fact && onwardRuleOf(fact, QS, () => true)).toBe(goes ? 'consistent_purpose' : 'consented');
  });

  it('travels with the fact, whole, and binds a reader of the next State as it bound the one of the State before', () => {
    fc.assert(
      fc.property(bound, fc.constantFrom(...PURPOSES), (each, purpose) => {
        const receiver = { isGiver: false, authorities: [], consentedAsEvidence: false };
        const before = useRuleOf(purpose, each, receiver);
        for (const fact of onwardFacts(told(each), QS, () => true).permitted) {
          const { question, withheldFacts } = questionReadingOf({ earlier: [earlierFactOf(fact)] }, (conditions) =>
            useRuleOf(purpose, conditions, receiver),
          );
          expect(question.earlier).toHaveLength(mayUse(before) ? 1 : 0);
          expect(withheldFacts.map(({ rule }) => rule)).toEqual(mayUse(before) ? [] : [before]);
          const carried = [...(question.earlier ?? []), ...withheldFacts].flatMap(({ conditions = [] }) => conditions);
          expect(carried[0]).toEqual({
            restrictions: each.restrictions,
            purposes: each.purposes,
            evidentialUse: each.evidentialUse,
          });
        }
      }),
    );
  });
});

describe('a point of diversion', () => {
  const leading = item.map((one): ResponseItem => ({ ...one, finding: 'TRACED_TO_POINT_OF_DIVERSION' }));
  const response = fc.record({
    items: fc.array(fc.oneof(item, leading), { minLength: 1, maxLength: 4 }),
    pointOfDiversion: fc.record({
      basis: fc.constant('tracing' as const),
      circumstances: fc.constant('Stolen from a depot.'),
      restrictions: fc.option(restrictions, { nil: undefined }),
    }),
  }) as fc.Arbitrary<ResponseContent & { readonly pointOfDiversion: PointOfDiversion }>;
  const factOf = (content: ResponseContent & { readonly pointOfDiversion: PointOfDiversion }): ToldFact => ({
    requestId: idOf<RequestId>('00000000-0000-4000-8000-00000000000a'),
    name: '1.d',
    giver: QN,
    restrictions: restrictionsOnDiversion(content),
    conditions: conditionsOnDiversion(content),
    diversion: content.pointOfDiversion,
  });

  it('goes to another State only as far as it and every item that leads to it may, or with consent', () => {
    fc.assert(
      fc.property(response, fc.boolean(), (content, consented) => {
        const fact = factOf(content);
        const bound = [content.pointOfDiversion, ...leadingTo(content.items)].flatMap(({ restrictions: own = [] }) => own);
        const held = bound.some((one) => one !== '15b');
        const { permitted } = onwardFacts([fact], QS, () => consented);
        expect(permitted.length === 1).toBe(!held || consented);
        expect(onwardFacts([fact], QN, NEVER).permitted).toHaveLength(1);
      }),
    );
  });

  it('is told in codes, without the words on its circumstances', () => {
    fc.assert(
      fc.property(response, (content) => {
        expect(Object.keys(earlierFactOf(factOf(content))).sort()).toEqual(['conditions', 'giver', 'kind']);
      }),
    );
  });
});

describe('firearms that could be meant', () => {
  it('go to no other State without the consent of the State that told of them, and to it freely', () => {
    fc.assert(
      fc.property(candidates, fc.boolean(), (each, allowed) => {
        const told = [listed(each)];
        expect(withheldOf(told, QS, NEVER)).toEqual([{ ...told[0], rule: 'designated_only' }]);
        expect(withheldOf(told, QS, ({ name }, to) => allowed && name === '1.c' && to === QS)).toHaveLength(allowed ? 0 : 1);
        expect(withheldOf(told, QN, NEVER)).toEqual([]);
      }),
    );
  });
});

describe('a restricted value typed into a text', () => {
  const written = fc.constantFrom<(value: string) => string>(
    (value) => value,
    (value) => value.toUpperCase(),
    (value) => `«${value.replaceAll(' ', '  ')}»,`,
    (value) => value.replaceAll(/[-/]/g, ' '),
  );

  it('is found however it is spaced, cased and punctuated, and named without being quoted', () => {
    fc.assert(
      fc.property(item, written, (each, write) => {
        const guarded = told(each).map((fact) => ({ name: fact.name, values: valuesOf(fact) }));
        for (const { name, values } of guarded) {
          for (const value of values) {
            const hits = restrictedHits(
              [{ field: 'question.find.circumstances', text: `It went to ${write(value)} in May.` }],
              guarded,
            );
            expect(hits).toContainEqual({ field: 'question.find.circumstances', name });
            expect(JSON.stringify(hits)).not.toContain(value);
          }
        }
      }),
    );
  });

  it('is found as well where it is of a firearm that could be meant', () => {
    fc.assert(
      fc.property(candidates, written, (each, write) => {
        const told = listed(each);
        const guarded = [{ name: told.name, values: valuesOf(told) }];
        for (const { serial, make, model, marks } of each) {
          for (const value of [serial, make, model, marks].filter((value) => value !== undefined)) {
            const hits = restrictedHits(
              [{ field: 'question.find.circumstances', text: `It is ${write(value)} we think.` }],
              guarded,
            );
            expect(hits).toEqual([{ field: 'question.find.circumstances', name: '1.c' }]);
          }
        }
      }),
    );
  });

  it('is not seen in texts without it', () => {
    fc.assert(
      fc.property(item, (each) => {
        const guarded = told(each).map((fact) => ({ name: fact.name, values: valuesOf(fact) }));
        expect(restrictedHits([{ field: 'x', text: 'Found under the seat of a van at the port in 2009.' }], guarded)).toEqual([]);
      }),
    );
  });
});
