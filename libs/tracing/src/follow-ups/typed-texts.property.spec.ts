import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import type { Question } from '../question.js';
import { restrictedHits } from '../restricted-words.js';
import { typedTextsOf } from './typed-texts.js';

/** Every place of a question in which a person can type; what a code stands in is none. */
const TYPED: Required<Omit<Question, 'earlier' | 'subject' | 'language' | 'restrictions' | 'urgentReason'>> = {
  illicitness: {
    grounds: ['6a', '6b'],
    legalJustification: { value: '' },
    justifications: { '6a': { value: '' }, '6b': { unknownBecause: '' } },
  },
  find: {
    stateOfFind: stateCode('QR'),
    otherPossibleState: { state: stateCode('QN'), because: '' },
    manner: 'seized',
    on: '2026-03-01',
    place: '',
    circumstances: { value: '' },
    resolution: { unknownBecause: '' },
    source: {
      kind: 'peace_operation',
      name: '',
      reference: '',
      hostConsent: { on: '2026-03-01', by: '', reference: '' },
    },
  },
  firearm: { make: '', model: '', serialNumber: { value: '' }, calibre: { unknownBecause: '' } },
  intendedUse: { value: { uses: ['investigation'], details: '' } },
  undertaking: { guaranteed: false, because: '' },
  earlierSteps: { domesticCheck: { value: '' }, iarms: { unknownBecause: '' } },
  urgentBecause: '',
};
const PLACES = typedTextsOf(TYPED)
  .filter(({ text }) => text === '')
  .map(({ field }) => field);

const CONSIGNEE = fc.stringMatching(/^[A-Z][a-z]{4,8} [A-Z][a-z]{4,8}$/);
const SURNAME = fc.stringMatching(/^[A-Z][a-z]{4,8}$/);
const AROUND = fc.stringMatching(/^[0-9 ,.]{0,12}$/);
/** As people retype a name: in capitals, with a hyphen, with an accent, broken over lines. */
const RETYPED: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replace(' ', '-'),
  (name) => name.replace(' ', '\n  '),
  (name) => [...name].map((letter) => (/[aeiou]/.test(letter) ? `${letter}\u0301` : letter)).join(''),
];

describe('a value that may not travel', () => {
  it('is found in every place in which a person can type, however it is retyped, and nowhere else', () => {
    fc.assert(
      fc.property(CONSIGNEE, fc.constantFrom(...PLACES), fc.constantFrom(...RETYPED), AROUND, (name, field, retyped, around) => {
        const question = typedAt(TYPED, field.split('.').slice(1), `${around} ${retyped(name)} ${around}`);
        expect(restrictedHits(typedTextsOf(question), [{ name: '1.1.1', values: [name] }])).toEqual([{ field, name: '1.1.1' }]);
      }),
    );
  });

  it('is nobody’s slip where the desk itself put it by rule', () => {
    fc.assert(
      fc.property(CONSIGNEE, (name) => {
        const earlier = [{ parties: [{ name }] }] as unknown as NonNullable<Question['earlier']>;
        expect(restrictedHits(typedTextsOf({ ...TYPED, earlier }), [{ name: '1.1.1', values: [name] }])).toEqual([]);
      }),
    );
  });

  it('stops no text in which it is part of another word', () => {
    fc.assert(
      fc.property(SURNAME, fc.constantFrom(...PLACES), (name, field) => {
        const question = typedAt(TYPED, field.split('.').slice(1), `x${name}x`);
        expect(restrictedHits(typedTextsOf(question), [{ name: '1.1.1', values: [name] }])).toEqual([]);
      }),
    );
  });
});

function typedAt<T>(value: T, [name, ...rest]: readonly string[], text: string): T {
  if (name === undefined) return text as T;
  return { ...value, [name]: typedAt((value as Record<string, unknown>)[name], rest, text) };
}
