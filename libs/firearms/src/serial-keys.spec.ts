import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MOST_KEYS, keysOf, matchOf, searchFor, type SerialKey } from './serial-keys.js';
import { readSerial } from './serial-reading.js';

const CHARACTERS = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'];
const serial = fc.array(fc.constantFrom(...CHARACTERS), { minLength: 5, maxLength: 12 }).map((characters) => characters.join(''));
const confusable: Record<string, string> = { O: '0', I: '1', S: '5', B: '8', Z: '2', G: '6' };

const texts = (keys: readonly SerialKey[]) => keys.map((key) => `${key.class} ${key.text}`);
/** Whether a search for the one finds a record of the other. */
const meet = (asked: string, recorded: string): boolean =>
  texts(searchFor(asked)).some((key) => texts(keysOf(recorded)).includes(key));

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

  it('flags digits of several scripts, but not wide ones beside plain ones', () => {
    expect(readSerial('١٢34')).toMatchObject({ mixedScripts: true, written: '1234' });
    expect(readSerial('١٢٣٤')).toMatchObject({ mixedScripts: false, written: '1234' });
    expect(readSerial('１２34')).toMatchObject({ mixedScripts: false, written: '1234' });
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

  it('are certain for two numbers if and only if every letter, digit and sign of the one stands in the other', () => {
    const values: Readonly<Record<string, string>> = { '१': '1', '٣': '3', '०': '0' };
    const meant = (raw: string) =>
      [...raw.normalize('NFKD').toUpperCase()]
        .filter((one) => /[\p{L}\p{M}\p{N}\p{S}]/u.test(one))
        .map((one) => values[one] ?? one);
    const piece = fc.constantFrom(...'aAБ★É१1٣3०0Oß-– /.');
    const change = fc.record({ at: fc.nat(8), lost: fc.nat(1), added: fc.option(piece, { nil: '' }) });
    const number = fc.array(piece, { maxLength: 8 }).map((pieces) => ['7', ...pieces]);
    const met = { exact: 0, other: 0 };
    fc.assert(
      fc.property(number, fc.array(change, { maxLength: 2 }), (one, changes) => {
        const other = [...one];
        for (const { at, lost, added } of changes) other.splice(1 + (at % one.length), lost, added);
        const same = meant(one.join('')).join('') === meant(other.join('')).join('');
        met[same ? 'exact' : 'other'] += 1;
        expect(matchOf(one.join(''), other.join('')) === 'exact').toBe(same);
      }),
      { numRuns: Math.max(500, fc.readConfigureGlobal().numRuns ?? 0) },
    );
    expect(Math.min(met.exact, met.other)).toBeGreaterThan(20);
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
    expect(searchFor('A1?4?52').filter((key) => key.class !== 'partial')).toEqual([{ class: 'position', text: 'A1???52' }]);
    expect(keysOf('A1?4?52').filter((key) => key.class !== 'partial')).toEqual([{ class: 'pattern', text: 'A1???52' }]);
    expect(searchFor('A1?????')).toEqual([]);
  });

  it('finds by a stretch unread, wherever it is, the number as recorded; and the other way round', () => {
    fc.assert(
      fc.property(serial, fc.nat(11), fc.nat(11), (number, one, other) => {
        const [first, last] = [one % number.length, other % number.length].sort((a, b) => a - b) as [number, number];
        fc.pre(number.length - (last - first + 1) >= 3);
        const unread = number.slice(0, first) + '?'.repeat(last - first + 1) + number.slice(last + 1);
        expect([meet(unread, number), meet(number, unread)]).toEqual([true, true]);
      }),
    );
  });

  it('never takes two whole numbers for alike because a stretch of them is', () => {
    const recorded = keysOf('A104552').map((key) => `${key.class} ${key.text}`);
    expect(searchFor('A109992').filter((key) => recorded.includes(`${key.class} ${key.text}`))).toEqual([]);
    expect(matchOf('A104552', 'A109992')).toBeNull();
    fc.assert(
      fc.property(serial, fc.constantFrom('2468', '357'), (number, middle) => {
        const [one, other] = [`${number}${middle}Y`, `${number}${[...middle].reverse().join('')}Y`];
        expect(['position', 'pattern', 'partial']).not.toContain(matchOf(one, other));
      }),
    );
  });

  it('lets two partial numbers meet that are unread in different places, if they agree where both were read', () => {
    expect([meet('A1?4552', 'A10455?'), meet('A10455?', 'A1?4552')]).toEqual([true, true]);
    expect(meet('A1?4552', 'A10466?')).toBe(false);
    expect([matchOf('A1?4552', 'A10455?'), matchOf('A1?4552', 'A1?4552')]).toEqual(['partial', 'partial']);
    fc.assert(
      fc.property(serial, fc.nat(11), fc.nat(11), (number, one, other) => {
        const [first, second] = [one % number.length, other % number.length];
        fc.pre(number.length - (first === second ? 1 : 2) >= 3);
        const unread = (at: number) => `${number.slice(0, at)}?${number.slice(at + 1)}`;
        expect([meet(unread(first), unread(second)), matchOf(unread(first), unread(second))]).toEqual([true, 'partial']);
      }),
    );
  });

  it('finds a number whose leading zeros a spreadsheet took away, as likely and never as exact', () => {
    expect(matchOf('00635916', '635916')).toBe('zeros');
    expect(matchOf('A000123', 'A123')).toBe('zeros');
    expect(matchOf('635916', '6359160')).not.toBe('zeros');
    expect(meet('635916', '00635916')).toBe(true);
    expect([matchOf('0012', '12'), matchOf('1002', '12')]).toEqual(['zeros', null]);
  });

  it.each([
    'S/N 635916',
    '№ 635916',
    'Nr. 635916',
    'N° 635916',
    'Serial No: 635916',
    'numéro de série 635916',
    'SERIAL NUMBER 635916',
    '="635916"',
  ])('leaves the label out of %s', (labelled) => {
    expect(matchOf(labelled, '635916')).toBe('exact');
    expect(meet('635916', labelled)).toBe(true);
  });

  it.each(['SN635916', 'Nr 635916', 'NO 635916', 'S N 635916'])(
    'finds %s by its digits too, and does not call it certain: the letters may be its own',
    (one) => {
      expect(matchOf(one, '635916')).toBe('label');
      expect(matchOf(one, one.toLowerCase())).toBe('exact');
    },
  );

  it('finds a number that begins with letters of its own behind letters that may be a label', () => {
    expect([matchOf('Nr AB635916', 'AB635916'), matchOf('SN AB635916', 'ab 635916')]).toEqual(['label', 'label']);
    expect(meet('Nr AB63591?', 'AB635916')).toBe(true);
  });

  it('finds a slip in a number that begins as a label does', () => {
    for (const slip of ['5N635916', 'SN635917', 'SN63591', 'SM635916', 'SN6359?6']) expect(meet(slip, 'SN635916')).toBe(true);
  });

  it.each(['N635916', 'NORD12', 'SERB1234', 'SN12', 'NOAB1234'])('takes no letters of %s for a label', (number) => {
    expect(['exact', 'label']).not.toContain(matchOf(number, number.replace(/^\D+/, '')));
  });

  it('reads a slashed zero as a zero, and does not call it certain', () => {
    for (const slashed of ['V63Ø59Ø', 'V63∅59∅', 'V63⌀59⌀']) expect(matchOf(slashed, 'V63O590')).toBe('folded');
  });

  it.each(['4A', '7T', '9O', 'JI', '17', '38', 'DO', 'QO', 'UV'])(
    'finds numbers in which %s are confused throughout, as no more than possible',
    (pair) => {
      const [one, other] = [`${pair[0]}5${pair[0]}5${pair[0]}K`, `${pair[1]}5${pair[1]}5${pair[1]}K`];
      expect(matchOf(one, other)).toBe('confused');
    },
  );

  it('are never more than may be kept for one number, whatever is typed', () => {
    const grown = fc.constantFrom('ﷺ', '㍿', 'A', '7', '?', 'क', '𝟘', 'ß', ' ', 'Щ', '🂡');
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.array(grown, { maxLength: 200 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => expect(Math.max(keysOf(text).length, searchFor(text).length)).toBeLessThanOrEqual(MOST_KEYS)),
    );
    for (let length = 1; length <= 200; length += 1) {
      const number = Array.from({ length }, (_, place) => CHARACTERS[(place * 7) % CHARACTERS.length]).join('');
      for (const text of [
        number,
        `SN ${number}`,
        `SN ${number.slice(0, -1)}?`,
        `${number.slice(0, length >> 1)}?${number.slice((length >> 1) + 1)}`,
      ])
        expect([length, keysOf(text).length <= MOST_KEYS, searchFor(text).length <= MOST_KEYS]).toEqual([length, true, true]);
    }
  });

  it('are made of no number that grows beyond what a serial number can be: it is found as written alone', () => {
    expect(keysOf('ﷺ'.repeat(200)).map((key) => key.class)).toEqual(['exact']);
    expect(matchOf('ﷺ'.repeat(200), 'ﷺ'.repeat(200))).toBe('exact');
  });

  it('says nothing of a number of which nothing is known', () => {
    expect([keysOf('???'), keysOf(' - '), keysOf('')]).toEqual([[], [], []]);
  });
});
