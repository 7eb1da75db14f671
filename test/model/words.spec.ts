import { describe, expect, it } from '@jest/globals';
import { ConfidedWords } from './words.js';

describe('confided words', () => {
  it('are missed by nobody who may not read them, and by everybody who may', () => {
    const words = new ConfidedWords();
    const word = words.said('QR');
    expect(words.leakedIn(`{"details":"${word}"}`, 'QM')).toEqual([word]);
    words.open(word, 'QM');
    expect(words.leakedIn(`{"details":"${word}"}`, 'QM')).toEqual([]);
    expect(words.leakedIn('nothing', 'QN')).toEqual([]);
  });
});
