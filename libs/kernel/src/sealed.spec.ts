import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { CodedError } from './coded-error.js';
import { Sealed } from './sealed.js';

const serialNumber = Sealed.of('A104552');

describe('sealed content', () => {
  it.each([
    ['as text', () => String(serialNumber)],
    ['in a template', () => `the arm ${serialNumber.toString()}`],
    ['as JSON', () => JSON.stringify({ serialNumber })],
    ['when inspected', () => inspect({ deep: { serialNumber } }, { showHidden: true, depth: null })],
    ['in the context of an error', () => inspect(new CodedError('EXAMPLE', 'An example.', { part: String(serialNumber) }))],
    ['by its own keys', () => JSON.stringify([Object.keys(serialNumber), { ...serialNumber }])],
  ])('does not show %s', (_way, print) => {
    expect(print()).not.toContain('A104552');
  });

  it('says that it is sealed, wherever it would be shown', () => {
    const shown = [String(serialNumber), JSON.stringify(serialNumber), inspect(serialNumber)];
    expect(shown).toEqual(['[sealed]', '"[sealed]"', '[sealed]']);
  });

  it('is given to whoever reveals it', () => {
    expect(serialNumber.reveal()).toBe('A104552');
  });
});
