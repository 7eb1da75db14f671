import { describe, expect, it } from '@jest/globals';
import { hasProblemText, problemTextOf } from './problem-text.js';
import { translator } from './translator.js';

describe('the words of a denial', () => {
  it('say what is wrong and what would help', () => {
    expect(problemTextOf('PASSWORD_TOO_SHORT', 'en')).toEqual({
      title: 'The password is too short',
      detail: 'Choose a longer one.',
    });
    expect(problemTextOf('PASSWORD_TOO_SHORT', 'fr').title).not.toBe('The password is too short');
  });

  it('of one fault of a field are one sentence, with what the limit is', () => {
    const text = 'Shorten the text to 200 characters';
    expect(problemTextOf('TOO_LONG', 'en', { max: 200 })).toEqual({ title: text, detail: text });
    expect(problemTextOf('TOO_FEW', 'en', { min: '2' }).title).toBe('Give at least 2');
  });

  it('show three dots for a limit that nobody gave, and never what is neither word nor number', () => {
    expect(problemTextOf('TOO_LONG', 'en').title).toBe('Shorten the text to … characters');
    expect(problemTextOf('TOO_FEW', 'en', { min: ['A104552'] }).title).toBe('Give at least …');
    expect(problemTextOf('TOO_MANY', 'en', { max: true }).title).toBe('Give at most … entries');
  });

  it('are the code itself where nobody has put it into words', () => {
    expect(problemTextOf('OF_A_LATER_VERSION', 'en')).toEqual({ title: 'OF_A_LATER_VERSION', detail: 'Check this answer' });
  });

  it('are there, or are not', () => {
    const known = ['PASSWORD_TOO_SHORT', 'TOO_LONG', 'OF_A_LATER_VERSION'].map((code) => hasProblemText(code, 'fr'));
    expect(known).toEqual([true, true, false]);
  });
});

describe('a message whose values are data', () => {
  it('shows a dash for a value that nobody gave, and the value where it was given', () => {
    const { maybe } = translator('en');
    expect([maybe('fault.TOO_LONG'), maybe('fault.TOO_LONG', {}), maybe('fault.TOO_LONG', { max: 0 })]).toEqual([
      'Shorten the text to – characters',
      'Shorten the text to – characters',
      'Shorten the text to 0 characters',
    ]);
    expect(maybe('toString')).toBeNull();
  });

  it('is said by one translator of its language, made once', () => {
    expect(translator('fr')).toBe(translator('fr'));
    expect([translator('en').language, translator('fr').language]).toEqual(['en', 'fr']);
    expect(translator('en').maybe('fault.other')).toBe('Check this answer');
    expect(translator('fr').maybe('fault.other')).not.toBe('Check this answer');
  });
});
