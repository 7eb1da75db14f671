import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { CONFLICT_SUBJECTS, conflictsIn, type NumberedItem } from './conflicts.js';
import { ITEM_KINDS, type ItemKind, type ResponseItem } from './response-item.js';

const state = fc.constantFrom(...['QM', 'QN', 'QS'].map(stateCode));
const item = fc.record(
  {
    kind: fc.constantFrom(...(Object.keys(ITEM_KINDS) as ItemKind[])),
    details: fc.constant('As recorded.'),
    restrictions: fc.constant([]),
    on: fc.constantFrom('2009', '2009-05', '2009-05-11', '2014'),
    fromState: state,
    state,
    component: fc.constantFrom(undefined, 'frame_or_receiver' as const, 'barrel' as const),
    record: fc.record(
      {
        register: fc.constantFrom('Exports', 'Sales'),
        reference: fc.constantFrom('1', '2'),
        serial: fc.constantFrom('A1', 'A2'),
      },
      { requiredKeys: ['register'] },
    ),
    parties: fc.array(
      fc.record(
        {
          role: fc.constantFrom('consignee' as const, 'dealer' as const),
          name: fc.constantFrom('Havn & Son', 'HAVN SON', 'Brandt'),
          address: fc.constantFrom('Quay 1', 'Quay 2'),
          isPerson: fc.boolean(),
          restrictions: fc.constant([]),
        },
        { requiredKeys: ['role', 'name', 'isPerson', 'restrictions'] },
      ),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ['kind', 'details', 'restrictions'] },
) as fc.Arbitrary<ResponseItem>;
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

/** Each question about two items asked by itself, of what stands in them and of nothing else. */
function slowly(one: ResponseItem, other: ResponseItem): readonly string[] {
  const part = ({ component }: ResponseItem): string => (!component || component === 'frame_or_receiver' ? 'firearm' : component);
  if (one.kind !== other.kind || part(one) !== part(other)) return [];
  const days = (on: string): readonly string[] =>
    ['01', '05', '12'].flatMap((month) =>
      ['01', '11', '30'].map((day) => `${on.slice(0, 4)}-${on.slice(5, 7) || month}-${on.slice(8) || day}`),
    );
  const agree =
    one.on !== undefined && other.on !== undefined && days(one.on).some((day) => days(other.on as string).includes(day));
  const entry = ({ record }: ResponseItem): string | null =>
    record?.reference ? `${record.register} ${record.reference}` : null;
  const origin = one.fromState === other.fromState && !(one.kind === 'import' && !one.fromState && one.state !== other.state);
  const once = ['manufacture', 'destruction'].includes(one.kind);
  if (!once && !(entry(one) !== null && entry(one) === entry(other)) && !(agree && origin)) return [];
  const letters = (name: string): string => name.toUpperCase().replaceAll(/[^A-Z]/g, '');
  const names = ({ parties = [] }: ResponseItem, role: string): readonly string[] =>
    parties.filter((party) => party.role === role).map(({ name }) => letters(name));
  const lacks = (a: ResponseItem, b: ResponseItem, role: string): boolean =>
    names(a, role).some((name) => !names(b, role).includes(name));
  const stranger = ['consignee', 'dealer'].some((role) => lacks(one, other, role) && lacks(other, one, role));
  const differ = (a: string | undefined, b: string | undefined): boolean => Boolean(a && b && a !== b);
  return [
    ...(one.on !== undefined && other.on !== undefined && !agree ? ['date'] : []),
    ...(differ(one.fromState, other.fromState) ? ['from_state'] : []),
    ...(differ(one.state, other.state) ? ['state'] : []),
    ...(stranger ? ['party'] : []),
    ...(differ(one.record?.serial, other.record?.serial) ? ['serial'] : []),
  ];
}

/** The rarest subject comes up some 20 times in so many: none by chance is out of the question. */
const ENOUGH = Math.max(2_000, fc.readConfigureGlobal().numRuns ?? 0);

describe('the contradictions between two answers', () => {
  const reached = new Map<string, number>(CONFLICT_SUBJECTS.map((subject) => [subject, 0]));
  const alike = fc
    .tuple(item, item, fc.boolean())
    .map(([one, other, sameKind]) => [one, sameKind ? { ...other, kind: one.kind } : other] as const);

  it('are those found by asking each question by itself', () => {
    fc.assert(
      fc.property(alike, ([one, other]) => {
        const found = conflictsIn([
          { number: '1.1', item: one },
          { number: '2.1', item: other },
        ]).flatMap(({ about }) => about);
        expect(found).toEqual(slowly(one, other));
        for (const subject of found) reached.set(subject, (reached.get(subject) ?? 0) + 1);
      }),
      { numRuns: ENOUGH },
    );
    expect([...reached].filter(([, times]) => times === 0)).toEqual([]);
  });
});
