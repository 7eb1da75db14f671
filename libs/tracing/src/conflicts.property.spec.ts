import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { conflictsIn, type NumberedItem } from './conflicts.js';
import { ITEM_KINDS, type ItemKind, type ResponseItem } from './response-item.js';

const state = fc.constantFrom(...['QM', 'QN', 'QS'].map(stateCode));
const item: fc.Arbitrary<ResponseItem> = fc.record(
  {
    kind: fc.constantFrom(...(Object.keys(ITEM_KINDS) as ItemKind[])),
    details: fc.constant('As recorded.'),
    restrictions: fc.constant([]),
    on: fc.constantFrom('2009', '2009-05', '2009-05-11', '2014'),
    fromState: state,
    state,
  },
  { requiredKeys: ['kind', 'details', 'restrictions'] },
);
const numbered = fc
  .array(item, { maxLength: 8 })
  .map((items) => items.map((each, index) => ({ number: `1.${index + 1}`, item: each })));

const pairs = (items: readonly NumberedItem[]) =>
  conflictsIn(items)
    .map(({ between, about }) => `${[...between].sort().join(' ')} ${about.join()}`)
    .sort();

describe('answers that contradict each other', () => {
  it('are found whatever the order in which they came', () => {
    fc.assert(fc.property(numbered, (items) => expect(pairs([...items].reverse())).toEqual(pairs(items))));
  });

  it('never include an answer and its own repetition', () => {
    fc.assert(
      fc.property(item, (each) =>
        expect(
          conflictsIn([
            { number: '1.1', item: each },
            { number: '2.1', item: each },
          ]),
        ).toEqual([]),
      ),
    );
  });

  it('are of one kind of record, and are not lost when more answers come', () => {
    fc.assert(
      fc.property(numbered, item, (items, another) => {
        const found = pairs(items);
        const kinds = new Map(items.map(({ number, item: { kind } }) => [number, kind]));
        for (const { between } of conflictsIn(items)) expect(kinds.get(between[0])).toBe(kinds.get(between[1]));
        expect(pairs([...items, { number: '9.1', item: another }])).toEqual(expect.arrayContaining(found));
      }),
    );
  });
});
