import { describe, expect, it } from '@jest/globals';
import { authorityKey, isAuthorityName } from './authority-name.js';

describe('the name of an authority', () => {
  it.each([
    ['Direction générale des douanes', 'DIRECTION  GENERALE DES DOUANES.'],
    ['Police (Arms Unit)', ' police arms—unit '],
    ['Polizei 1', 'Polizei １'],
  ])('%s is the same as %s', (one, other) => expect(authorityKey(one)).toBe(authorityKey(other)));

  it.each([
    ['Police 1', 'Police 2'],
    ['Police Arms', 'Policearms'],
    ['Полиция', 'Милиция'],
  ])('%s is another than %s', (one, other) => expect(authorityKey(one)).not.toBe(authorityKey(other)));

  it('has something in it to tell it by, and two hundred characters at most', () => {
    expect(['', '   ', '—', '...'].filter(isAuthorityName)).toEqual([]);
    expect([isAuthorityName('a'.repeat(201)), isAuthorityName('a'.repeat(200)), isAuthorityName('é')]).toEqual([
      false,
      true,
      true,
    ]);
  });
});
