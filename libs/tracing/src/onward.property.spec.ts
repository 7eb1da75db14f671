import { describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type RequestId } from '@tracedesk/kernel';
import fc from 'fast-check';
import { factsOf, onwardFacts, valuesOf, type Allowed } from './onward.js';
import { RESTRICTIONS_ON_USE, type ResponseItem } from './response-item.js';
import { restrictedHits } from './restricted-words.js';

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
const NEVER: Allowed = () => false;

describe('what an answer told and the next State may be told', () => {
  it('never holds a fact under 15(a) or 15(c), its own or its item’s, without the giver’s consent', () => {
    fc.assert(
      fc.property(item, (each) => {
        for (const { restrictions: own, party: named } of onwardFacts(told(each), QS, NEVER).permitted) {
          expect(own.filter((one) => one !== '15b')).toEqual([]);
          expect(each.restrictions.filter((one) => one !== '15b')).toEqual([]);
          expect((named?.restrictions ?? []).filter((one) => one !== '15b')).toEqual([]);
        }
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

  it('is not seen in texts without it', () => {
    fc.assert(
      fc.property(item, (each) => {
        const guarded = told(each).map((fact) => ({ name: fact.name, values: valuesOf(fact) }));
        expect(restrictedHits([{ field: 'x', text: 'Found under the seat of a van at the port in 2009.' }], guarded)).toEqual([]);
      }),
    );
  });
});
