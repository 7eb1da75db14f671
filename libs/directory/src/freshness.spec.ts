import { describe, expect, it } from '@jest/globals';
import { confirmationDueAt, isUnconfirmed, officesToAskAbout, type OfficeInReview } from './freshness.js';

const NOW = new Date('2026-11-29T12:00:00Z');

function anOffice(id: string, said: Partial<OfficeInReview> = {}): OfficeInReview {
  return { id, confirmedAt: NOW, validFrom: '2010-01-01', validUntil: null, updateAskedAt: null, ...said };
}

const askedAbout = (...offices: readonly OfficeInReview[]): readonly string[] =>
  officesToAskAbout(offices, { day: '2026-11-29', now: NOW }).map(({ id }) => id);

describe('a State is not asked about an office', () => {
  it('that was confirmed within three years, to the instant', () => {
    expect(askedAbout(anOffice('a', { confirmedAt: new Date('2023-11-29T12:00:00.001Z') }))).toEqual([]);
  });

  it('about which it was asked already, until it says something', () => {
    const confirmedAt = new Date('2020-01-01T00:00:00Z');
    expect(askedAbout(anOffice('a', { confirmedAt, updateAskedAt: new Date('2026-01-01T00:00:00Z') }))).toEqual([]);
  });

  it('that has expired while another answers, or is to begin', () => {
    const gone = anOffice('a', { validUntil: '2026-11-28', confirmedAt: new Date('2015-01-01T00:00:00Z') });
    expect(askedAbout(gone, anOffice('b'))).toEqual([]);
    expect(askedAbout(gone, anOffice('b', { validFrom: '2026-12-01' }))).toEqual([]);
  });

  it('on its last day, nor about the one that expired before it', () => {
    const last = anOffice('a', { validUntil: '2026-11-29' });
    expect(askedAbout(last)).toEqual([]);
    expect(askedAbout(last, anOffice('b', { validUntil: '2026-11-28' }))).toEqual([]);
  });
});

describe('a State is asked about an office', () => {
  it('that nobody confirmed for three years', () => {
    expect(askedAbout(anOffice('a', { confirmedAt: new Date('2023-11-29T12:00:00Z') }), anOffice('b'))).toEqual(['a']);
  });

  it('that expired last, where nobody answers any more', () => {
    expect(askedAbout(anOffice('a', { validUntil: '2026-11-28' }), anOffice('b', { validUntil: '2020-01-01' }))).toEqual(['a']);
  });

  it('that expired last, by its day and then by its id, whatever the order in which they are read', () => {
    const [first, last] = [anOffice('a', { validUntil: '2026-11-28' }), anOffice('b', { validUntil: '2026-11-28' })];
    const long = anOffice('c', { validUntil: '2020-01-01' });
    expect([askedAbout(long, last, first), askedAbout(first, last, long), askedAbout(last, first)]).toEqual([
      ['b'],
      ['b'],
      ['b'],
    ]);
    expect(askedAbout(anOffice('a', { validUntil: '2026-11-28', updateAskedAt: NOW }), long)).toEqual([]);
  });

  it('on its first and on its last day, and about each that nobody confirmed', () => {
    const confirmedAt = new Date('2020-01-01T00:00:00Z');
    const begins = anOffice('a', { confirmedAt, validFrom: '2026-11-29' });
    const ends = anOffice('b', { confirmedAt, validUntil: '2026-11-29' });
    expect(askedAbout(begins, ends, anOffice('c', { confirmedAt, validFrom: '2026-11-30' }))).toEqual(['a', 'b']);
  });

  it('never where it has none', () => expect(askedAbout()).toEqual([]));
});

describe('a confirmation', () => {
  const confirmedAt = new Date('2026-01-01T12:00:00Z');

  it('holds for 180 days, to the instant', () => {
    expect(confirmationDueAt(confirmedAt)).toEqual(new Date('2026-06-30T12:00:00Z'));
    expect(isUnconfirmed(confirmedAt, new Date('2026-06-30T11:59:59.999Z'))).toBe(false);
    expect(isUnconfirmed(confirmedAt, new Date('2026-06-30T12:00:00.000Z'))).toBe(true);
  });
});
