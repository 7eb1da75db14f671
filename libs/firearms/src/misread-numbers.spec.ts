import { describe, expect, it } from '@jest/globals';
import { mistakenFor } from './misread-numbers.js';

const kindOf = (serialNumber: string) => mistakenFor({ serialNumber: { value: serialNumber } })?.kind ?? null;

describe('a number that may not be the serial number', () => {
  it.each([
    ['PAT 123456', 'patent'],
    ['PATENTED 1234', 'patent'],
    ['PATS. 1,234,567', 'patent'],
    ['Brevetto No 12345', 'patent'],
    ['S.G.D.G 12345', 'patent'],
    ['DRP 12345', 'patent'],
    ['EP 0123456', 'patent'],
    ['GB-2 123 456', 'patent'],
    ['WO PAT 1234567', 'patent'],
    ['CIP', 'proof'],
    ['CIP72', 'proof'],
    ['cip-72', 'proof'],
    ['ELG 1234', 'proof'],
    ['LEG.9', 'proof'],
    ['RACK 12', 'rack'],
    ['R/N 47', 'rack'],
    ['ARMOURY NO 8', 'rack'],
    ['ARMORY 12345', 'rack'],
    ['BUTT 3', 'rack'],
    ['7', 'assembly'],
    ['999', 'assembly'],
  ])('%s: %s', (serialNumber, kind) => expect(kindOf(serialNumber)).toBe(kind));

  it.each([
    ['A104552'],
    ['1000'],
    ['12A'],
    ['A12'],
    ['PATRIOT 12345'],
    ['PAT 12'],
    ['US 123'],
    ['ELG 12345'],
    ['CIPHER 1'],
    ['RACK 123456'],
    [' '],
  ])('is not %j', (serialNumber) => expect(kindOf(serialNumber)).toBeNull());

  it('is likely what a mark of the same arm says that it is, however it is written', () => {
    const serialNumber = { value: '4539889' };
    for (const [kind, said] of [
      ['patent', 'patent'],
      ['proof', 'proof'],
      ['assembly', 'assembly'],
      ['force_property', 'rack'],
      ['rack', 'rack'],
    ] as const)
      expect(mistakenFor({ serialNumber, markings: [{ kind, text: '4 539 889', place: 'barrel' }] })).toEqual({
        kind: said,
        certainty: 'likely',
      });
    expect(mistakenFor({ serialNumber, markings: [{ kind: 'other', text: '4539889', place: 'barrel' }] })).toBeNull();
    expect(mistakenFor({})).toBeNull();
  });
});
