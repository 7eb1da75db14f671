import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LEGIBILITY, charactersOf, signsFit } from './mark-reading.js';

describe('the legibility of a mark', () => {
  it.each([
    ['too few signs', 'A104', '==='],
    ['too many signs', 'A104', '====='],
    ['a sign nobody knows', 'A104', '==x='],
    ['a character that is there and called unreadable', 'A104', '==?='],
    ['an unreadable character that is called clear', 'A1?4', '===='],
  ])('is refused with %s', (_, text, signs) => expect(signsFit(text, signs)).toBe(false));

  it('is read character by character, and a character outside the basic plane is one', () => {
    expect(signsFit('𐌀1?4', '~=?=')).toBe(true);
    expect(charactersOf('𐌀1?4', { legibility: '~=?=' }).map(({ legibility }) => legibility)).toEqual([
      'doubtful',
      'clear',
      'unreadable',
      'clear',
    ]);
  });

  it('is unreadable where the text says ? and clear elsewhere, without signs', () => {
    expect(charactersOf('A?').map(({ legibility }) => legibility)).toEqual(['clear', 'unreadable']);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, legibility) => {
        expect(
          charactersOf(text, { legibility })
            .map(({ character }) => character)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('fits every text whose signs were made from it', () => {
    const sign = fc.constantFrom(LEGIBILITY.clear, LEGIBILITY.doubtful);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 1 }), sign)), (characters) => {
        const text = characters.map(([character]) => character).join('');
        const signs = characters.map(([character, mark]) => (character === '?' ? '?' : mark)).join('');
        expect(signsFit(text, signs)).toBe(true);
      }),
    );
  });
});
