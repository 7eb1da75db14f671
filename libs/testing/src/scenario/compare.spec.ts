import { describe, expect, it } from '@jest/globals';
import { lacks, sameText, shown } from './compare.js';

describe('matching an answer', () => {
  it.each([
    ['a member that is not there', { a: 1 }, {}],
    ['another value', { a: { b: 'x' } }, { a: { b: 'y' } }],
    ['a list of another length', [1], [1, 2]],
    ['an object where nothing is', { a: {} }, { a: null }],
    ['any value, where there is none', { a: '*' }, { a: null }],
  ])('sees %s', (_, expected, found) => expect(lacks(expected, found)).not.toBeNull());

  it.each([
    ['more members than named', { a: 1 }, { a: 1, b: 2 }],
    ['each item of a list', [{ a: 1 }], [{ a: 1, b: 2 }]],
    ['any value, where there is one', { a: '*' }, { a: 0 }],
  ])('accepts %s', (_, expected, found) => expect(lacks(expected, found)).toBeNull());

  it('names the place', () =>
    expect(lacks({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual({ expected: 'a[0].b: 1', found: 'a[0].b: 2' }));
});

describe('two answers', () => {
  const answer = (text: string): Parameters<typeof sameText>[0] => ({ status: 404, headers: new Headers(), body: null, text });

  it('say the same but for the id asked for and the instance', () => {
    expect(sameText(answer('{"id":"one","instance":"1"}'), answer('{"id":"other","instance":"2"}'), ['one', 'other'])).toBe(true);
  });

  it('do not say the same when one says more', () => {
    expect(sameText(answer('{"code":"A"}'), answer('{"code":"A","field":"x"}'), [])).toBe(false);
  });
});

describe('a value in the report', () => {
  it.each([
    [null, 'none'],
    [[], 'none'],
    [['a', 'b'], 'a, b'],
    [true, 'true'],
    [{ a: 1 }, '{"a":1}'],
  ])('%j is %s', (value, text) => expect(shown(value)).toBe(text));
});
