import { describe, expect, it } from '@jest/globals';
import { isSignInName, signInNameFrom } from './sign-in-name.js';

describe('a sign-in name', () => {
  it.each([
    '',
    'a',
    `a${'b'.repeat(40)}`,
    '1officer',
    '.officer',
    'Officer',
    'of ficer',
    ' officer',
    'officer ',
    'officér',
    'a/b',
  ])('is not given as %j', (name) => expect(isSignInName(name)).toBe(false));

  it.each(['ab', `a${'b'.repeat(39)}`, 'o9', 'liv.marstrand', 'liv-m', 'liv_m'])('may be %j', (name) => {
    expect(isSignInName(name)).toBe(true);
  });

  it('is the same however it was typed', () => {
    expect(signInNameFrom('  Officer\t')).toBe('officer');
  });
});
