import { describe, expect, it } from '@jest/globals';
import { MalformedInput } from './malformed-input.js';
import { readStrictForm, unflatten } from './strict-form.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

function refusal(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    return error instanceof MalformedInput ? error.code : String(error);
  }
}

describe('reading a form', () => {
  it.each([
    ['a broken escape', 'a=%zz', 'BODY_NOT_A_FORM'],
    ['escapes that are not UTF-8', 'a=%ff', 'BODY_NOT_A_FORM'],
    ['bytes that are not UTF-8', 'a=\xff', 'BODY_NOT_UTF8'],
    ['a NUL', 'a=%00', 'TEXT_NOT_WELL_FORMED'],
    ['__proto__', '__proto__=1', 'FORBIDDEN_MEMBER'],
    ['__proto__ on the way', 'a.__proto__.b=1', 'FORBIDDEN_MEMBER'],
    ['a thousand and one fields', Array.from({ length: 1001 }, (_, n) => `f${n}=`).join('&'), 'BODY_TOO_MANY_FIELDS'],
  ])('refuses %s', (_, body, code) => {
    expect(refusal(() => readStrictForm(bytes(body)))).toBe(code);
  });

  it('ends lines in one way, so that a limit counts what the field on the page counted', () => {
    expect(readStrictForm(bytes('a=one%0D%0Atwo%0Dthree'))).toEqual({ a: 'one\ntwo\nthree' });
  });

  it('keeps names flat, brackets and all', () => {
    expect(readStrictForm(bytes('find[place]=Port+of+Arden%21&kind=a&kind=b&_csrf=x'))).toEqual({
      'find[place]': 'Port of Arden!',
      kind: ['a', 'b'],
      _csrf: 'x',
    });
  });
});

describe('giving a form its shape', () => {
  it('refuses a name that is both a field and a group', () => {
    expect(refusal(() => unflatten({ a: '1', 'a.b': '2' }))).toBe('DUPLICATE_MEMBER');
    expect(refusal(() => unflatten({ 'a.b': '2', a: '1' }))).toBe('DUPLICATE_MEMBER');
    expect(refusal(() => unflatten({ 'a.toString.b': '2', 'a.toString': '1' }))).toBe('DUPLICATE_MEMBER');
  });

  it('refuses levels without end and lists without end', () => {
    expect(refusal(() => unflatten({ [Array(12).fill('a').join('.')]: '1' }))).toBe('BODY_TOO_DEEP');
    expect(refusal(() => unflatten(Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`l.${n}`, 'x']))))).toBe(
      'BODY_TOO_MANY_FIELDS',
    );
  });

  it('makes groups of dots and lists of numbers, and leaves out what was left empty', () => {
    const form = {
      'q.markings.2.text': 'C',
      'q.markings.0.text': 'A',
      'q.markings.1.text': '',
      'q.place': '',
      _csrf: 'x',
      priority: 'urgent',
    };
    expect(unflatten(form)).toEqual({ q: { markings: [{ text: 'A' }, { text: 'C' }] }, priority: 'urgent' });
  });
});
