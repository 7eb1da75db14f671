import { describe, expect, it, jest } from '@jest/globals';
import { notHeldIn, restrictedHits, type GuardedWords, type TypedText } from './restricted-words.js';

describe('looking for guarded values in what was typed', () => {
  const texts: readonly TypedText[] = [
    { field: 'question.find.circumstances', text: 'Found at the port, near L 2009 312. '.repeat(250) },
  ];
  const guarded = (count: number): readonly GuardedWords[] => [
    { name: '1.1', values: Array.from({ length: count }, (_, index) => `L-2009/${10_000 + index}`) },
  ];

  it('works each text out once, however many values are looked for', () => {
    const read = (look: () => unknown): number => {
      const replaced = jest.spyOn(String.prototype, 'replaceAll');
      try {
        look();
        return replaced.mock.contexts.reduce<number>((sum, text) => sum + String(text).length, 0);
      } finally {
        replaced.mockRestore();
      }
    };
    const longest = texts[0]!.text.length;
    for (const look of [
      (count: number) => restrictedHits(texts, guarded(count)),
      (count: number) => guarded(count).map(({ values }) => notHeldIn(texts)(values)),
    ]) {
      const [one, many] = [read(() => look(1)), read(() => look(200))];
      expect(one).toBeGreaterThan(longest);
      expect(many - one).toBeLessThan(longest * 2);
    }
  });

  it('finds a number however it is split, and no other', () => {
    expect(restrictedHits(texts, [{ name: '1.1', values: ['L-2009/312'] }])).toEqual([
      { field: 'question.find.circumstances', name: '1.1' },
    ]);
    expect(restrictedHits(texts, [{ name: '1.1', values: ['L-2009/313', '312'] }])).toEqual([]);
  });
});
