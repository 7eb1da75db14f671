import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { calendarText, folded } from './calendar-feed.js';

const CHARACTERS = [...'aZ 0,;:\\"\n\téßक日'.normalize('NFC'), '😀', '\u{10FFFF}', 'ش'];
const words = fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 300 });

describe('any text in a calendar', () => {
  it('is folded into lines of at most 75 octets that end between characters, and unfolds to itself', () => {
    fc.assert(
      fc.property(words, (text) => {
        const line = text.replaceAll('\n', ' ');
        const lines = folded(line).split('\r\n');
        expect(lines.every((one) => Buffer.byteLength(one) <= 75 && one.isWellFormed())).toBe(true);
        expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  it('is read back by a parser as it was', () => {
    fc.assert(
      fc.property(words, (summary) => {
        const text = calendarText([{ uid: 'a', revisedAt: new Date(0), due: { day: '2026-03-31' }, summary }]);
        const [event] = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');
        expect(event?.getFirstPropertyValue('summary')).toBe(summary);
      }),
    );
  });
});
