import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  digestNameOf,
  errorClassOf,
  GIVEN_UP_AFTER_MS,
  maskedAddress,
  messageNameOf,
  nextAttemptAt,
  statusAfter,
} from './delivery.js';

const NOW = new Date('2026-03-02T09:00:00Z');

describe('a delivery', () => {
  it('is tried again later each time, and within six hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (attempts) => {
        const [pause, next] = [attempts, attempts + 1].map((n) => nextAttemptAt(NOW, n).getTime() - NOW.getTime());
        expect(pause).toBeGreaterThanOrEqual(60_000);
        expect(next).toBeGreaterThanOrEqual(pause as number);
        expect(next).toBeLessThanOrEqual(6 * 3_600_000);
      }),
    );
  });

  it('is tried again after 1, 2, 4 … minutes, and every six hours in the end', () => {
    const minutes = (attempts: number) => (nextAttemptAt(NOW, attempts).getTime() - NOW.getTime()) / 60_000;
    expect([1, 2, 3, 9, 10, 31, 32, 5000].map(minutes)).toEqual([1, 2, 4, 256, 360, 360, 360, 360]);
  });

  it('is given up after three days, to the instant, and at once where nobody can be written to', () => {
    const last = new Date(NOW.getTime() + 3 * 86_400_000);
    const before = new Date(last.getTime() - 1);
    for (const attempt of ['temporary', 'sign_in', 'unreachable', 'unknown'] as const)
      expect([statusAfter(attempt, NOW, before), statusAfter(attempt, NOW, last)]).toEqual(['waiting', 'failed']);
    expect([statusAfter('gone', NOW, NOW), statusAfter('refused', NOW, NOW), statusAfter('sent', NOW, NOW)]).toEqual([
      'failed',
      'failed',
      'sent',
    ]);
  });

  it.each<[object, string]>([
    [{ code: 'ENOAUTH' }, 'sign_in'],
    [{ code: 'EENVELOPE', responseCode: 500, command: 'DATA' }, 'refused'],
    [{ code: 'EENVELOPE', responseCode: 499, command: 'DATA' }, 'temporary'],
    [{ code: 'EENVELOPE', responseCode: 450, command: 'RCPT TO' }, 'temporary'],
    [{ code: 'EMESSAGE', responseCode: 554 }, 'temporary'],
    [{ code: 'EMESSAGE', responseCode: '554', command: 'DATA' }, 'unknown'],
    ...['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS'].map((code): [object, string] => [
      { code },
      'unreachable',
    ]),
    [{ code: 'EOTHER' }, 'unknown'],
    [{ code: 7 }, 'unknown'],
  ])('that failed with %j is %s', (error, is) => expect(errorClassOf(error)).toBe(is));

  it('of many notices is named by all that stand in it, in whatever order they are read', () => {
    const [one, other] = [
      { id: 'a', round: 1 },
      { id: 'b', round: 2 },
    ];
    expect(digestNameOf([one, other])).toBe(digestNameOf([other, one]));
    expect(new Set([[one], [other], [one, other], [one, { ...other, round: 3 }], []].map(digestNameOf)).size).toBe(5);
    expect(digestNameOf([one])).toMatch(/^[0-9a-f]{32}$/);
  });

  it('is given up where the recipient was refused, or after three days', () => {
    expect(statusAfter('refused', NOW, NOW)).toBe('failed');
    expect(statusAfter('temporary', NOW, NOW)).toBe('waiting');
    expect(statusAfter('sign_in', NOW, new Date(NOW.getTime() + GIVEN_UP_AFTER_MS))).toBe('failed');
    expect(statusAfter('sent', NOW, new Date(NOW.getTime() + GIVEN_UP_AFTER_MS))).toBe('sent');
  });

  it('is not given up for what the operator can set right', () => {
    expect(errorClassOf({ code: 'EAUTH', responseCode: 535, command: 'AUTH PLAIN' })).toBe('sign_in');
    expect(errorClassOf({ code: 'EENVELOPE', responseCode: 550, command: 'MAIL FROM' })).toBe('temporary');
    expect(errorClassOf({ code: 'EENVELOPE', responseCode: 550, command: 'RCPT TO' })).toBe('refused');
    expect(errorClassOf({ code: 'ECONNECTION' })).toBe('unreachable');
    expect(errorClassOf({})).toBe('unknown');
  });

  it('has one name for all attempts of a round, and another for each round that a person asked for', () => {
    expect(messageNameOf('a', 1)).toBe('a');
    expect(new Set([1, 2, 3, 1].map((round) => messageNameOf('a', round))).size).toBe(3);
  });

  it.each([
    ['tracing@qm.example', 't…@qm.example'],
    ['"a@b"@qm.example', '"…@qm.example'],
    ['@qm.example', '…'],
    ['a@qm.example', 'a…@qm.example'],
    ['é@qm.example', 'é…@qm.example'],
    ['nobody', '…'],
    ['', '…'],
  ])('shows of the address %s only %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });
});
