import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { errorClassOf, GIVEN_UP_AFTER_MS, maskedAddress, messageNameOf, nextAttemptAt, statusAfter } from './delivery.js';

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
    ['nobody', '…'],
    ['', '…'],
  ])('shows of the address %s only %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });
});
