import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keysOf, matchOf, searchFor } from './serial-keys.js';
import { readSerial } from './serial-reading.js';

const CHARACTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'];
const serial = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 5, maxLength: 12 }).map((characters) => characters.join(''));
const confusable: Record<string, string> = { O: '0', I: '1', S: '5', B: '8', Z: '2', G: '6' };

describe('a serial number as read', () => {
  it('keeps the raw reading as it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => expect(readSerial(raw).raw).toBe(raw)));
  });

  it('is normalised once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const { normalised } = readSerial(raw);
        expect(readSerial(normalised).normalised).toBe(normalised);
      }),
    );
  });

  it.each([
    ['A-104 552', 'A104552'],
    ['a104552', 'A104552'],
    ['АВ 1234', 'AB1234'],
    ['ΑΒ1234', 'AB1234'],
    ['ЖБ77', 'ZHB77'],
    ['１２３４', '1234'],
    ['٣٤٥ ۶', '3456'],
  ])('%s is looked for as %s', (raw, normalised) => {
    expect(readSerial(raw).normalised).toBe(normalised);
  });

  it('has the value of each digit, in whatever script it is written', () => {
    const systems = Intl.supportedValuesOf('numberingSystem').map((system) => {
      const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
      return { system, digits: [...'0123456789'].map((digit) => format.format(Number(digit))) };
    });
    const positional = systems.filter(({ digits }) => digits.every((digit) => /^\p{Nd}$/u.test(digit)));
    expect(positional.length).toBeGreaterThan(50);
    for (const { system, digits } of positional)
      expect([system, readSerial(digits.join('')).normalised]).toEqual([system, '0123456789']);
  });

  it('takes no digit of Unicode for anything but a digit, and no run of them for another than ten', () => {
    const digits = Array.from({ length: 0x110000 }, (_, point) => point)
      .filter((point) => point < 0xd800 || point > 0xdfff)
      .map((point) => String.fromCodePoint(point))
      .filter((character) => /^\p{Nd}$/u.test(character));
    expect(digits.length).toBeGreaterThan(600);
    expect(digits.map((digit) => readSerial(digit).normalised).join('')).toBe('0123456789'.repeat(digits.length / 10));
  });

  it('flags letters of several scripts, and says how they were transliterated', () => {
    expect(readSerial('AВ12')).toMatchObject({
      mixedScripts: true,
      scripts: ['latin', 'cyrillic'],
      transliteration: 'look-alikes',
    });
    expect(readSerial('ЖБ77')).toMatchObject({ transliteration: 'look-alikes, else GOST 7.79-2000 B' });
    expect(readSerial('AB12')).toMatchObject({ mixedScripts: false, transliteration: null });
  });

  it('knows which positions are unknown', () => {
    expect(readSerial('A1?4-5?').unknownPositions).toEqual([2, 5]);
  });
});

describe('the keys of a serial number', () => {
  it('does not find a different number', () => {
    expect(matchOf('A104552', 'B774413')).toBeNull();
    expect(matchOf('12', '13')).toBeNull();
  });

  it('finds O/0, I/1 and B/8 confused (T24)', () => {
    expect(matchOf('0OI1B8', 'OO11B8')).toBe('folded');
  });

  it.each([
    ['369J257', '369257'],
    ['369J257', '369M257'],
  ])('finds %s by %s, as the NCIC gun file does', (one, other) => {
    expect(matchOf(one, other)).toBe('ncic');
  });

  it('never takes numbers in another script’s digits for one another, and finds each by its western digits', () => {
    expect(matchOf('AB१२३', 'AB४५६')).toBeNull();
    expect(matchOf('६३५९१६', '635916')).toBe('exact');
    expect(matchOf('AB፩፪፫', 'AB፬፭፮')).not.toBe('exact');
  });

  it.each([
    ['a sign struck on purpose', '1234★', '1234'],
    ['a star', '*1234', '1234'],
    ['an accent', 'É1234', 'E1234'],
    ['a breve', 'Й1234', 'И1234'],
    ['letters of one sound', 'П1234', 'Р1234'],
    ['a letter that looks like a digit', 'З1234', '31234'],
    ['a letter by its sound', 'Ж1234', 'ZH1234'],
    ['a sign of another script', 'क1234', 'कि1234'],
  ])('never calls two numbers exactly alike that %s tells apart: %s and %s', (_difference, one, other) => {
    expect(matchOf(one, other)).toBe('plain');
  });

  it('are certain for two numbers only if every letter, digit and sign of the one stands in the other', () => {
    // Its own, slow reading: what is no blank and no punctuation, in one case and form.
    const meant = (raw: string) =>
      [...raw.normalize('NFKD').toUpperCase().normalize('NFKD')].filter((one) => /[\p{L}\p{M}\p{N}\p{S}]/u.test(one));
    const pieces = fc.constantFrom(...'AБ★É१٣9०0Oß-– /.');
    const typed = fc.array(pieces, { minLength: 1, maxLength: 6 }).map((some) => some.join(''));
    const isDigit = (one: string) => /\p{Nd}/u.test(one);
    let met = 0;
    fc.assert(
      fc.property(typed, typed, (one, other) => {
        fc.pre(matchOf(one, other) === 'exact');
        met += 1;
        const [first, second] = [meant(one), meant(other)];
        expect(first.length).toBe(second.length);
        expect(first.every((each, place) => each === second[place] || (isDigit(each) && isDigit(second[place]!)))).toBe(true);
      }),
      { numRuns: 300, maxSkipsPerRun: 5000 },
    );
    expect(met).toBe(300);
  });

  it('does not ignore prefix letters', () => {
    expect(['exact', 'folded', 'ncic']).not.toContain(matchOf('A369257', 'C369257'));
  });

  it('finds any folded confusable', () => {
    fc.assert(
      fc.property(serial, (number) => {
        const misread = [...number].map((character) => confusable[character] ?? character).join('');
        expect(['exact', 'folded']).toContain(matchOf(number, misread));
      }),
    );
  });

  it.each<[string, (number: string, at: number, other: string) => string]>([
    ['replaced', (number, at, other) => number.slice(0, at) + other + number.slice(at + 1)],
    ['lost', (number, at) => number.slice(0, at) + number.slice(at + 1)],
    ['added', (number, at, other) => number.slice(0, at) + other + number.slice(at)],
    [
      'swapped with its neighbour',
      (number, at) => number.slice(0, at) + (number[at + 1] ?? '') + number[at] + number.slice(at + 2),
    ],
  ])('finds a number of which one character was %s', (_error, misread) => {
    fc.assert(
      fc.property(serial, fc.nat(11), fc.constantFrom(...CHARACTERS), (number, position, other) => {
        const at = position % (number.length - 1);
        expect(matchOf(number, misread(number, at, other))).not.toBeNull();
      }),
    );
  });

  it('matches both ways', () => {
    fc.assert(fc.property(serial, serial, (one, other) => expect(matchOf(one, other)).toBe(matchOf(other, one))));
  });

  it('finds a number by its known positions, and only of the same length', () => {
    expect(matchOf('A1?4?52', 'A104552')).toBe('position');
    expect(matchOf('A1?4?52', 'A1045520')).toBeNull();
    expect(matchOf('A1?4?52', 'B104552')).toBeNull();
  });

  it('searches for unknown positions by the stretch from the first to the last of them', () => {
    expect(searchFor('A1?4?52')).toEqual([
      { class: 'pattern', text: 'A1???52' },
      { class: 'position', text: 'A1???52' },
    ]);
    expect(searchFor('A1?????')).toEqual([]);
  });

  it('finds by a stretch unread, wherever it is, the number as recorded; and the other way round', () => {
    fc.assert(
      fc.property(serial, fc.nat(11), fc.nat(11), (number, one, other) => {
        const [first, last] = [one % number.length, other % number.length].sort((a, b) => a - b) as [number, number];
        fc.pre(number.length - (last - first + 1) >= 3);
        const unread = number.slice(0, first) + '?'.repeat(last - first + 1) + number.slice(last + 1);
        const meet = (asked: string, recorded: string) => {
          const keys = keysOf(recorded).map((key) => `${key.class} ${key.text}`);
          return searchFor(asked).some((key) => keys.includes(`${key.class} ${key.text}`));
        };
        expect([meet(unread, number), meet(number, unread)]).toEqual([true, true]);
      }),
    );
  });

  it('never takes two whole numbers for alike because a stretch of them is', () => {
    const recorded = keysOf('A104552').map((key) => `${key.class} ${key.text}`);
    expect(searchFor('A109992').filter((key) => recorded.includes(`${key.class} ${key.text}`))).toEqual([]);
  });

  it('says nothing of a number of which nothing is known', () => {
    expect([keysOf('???'), keysOf(' - '), keysOf('')]).toEqual([[], [], []]);
  });
});
