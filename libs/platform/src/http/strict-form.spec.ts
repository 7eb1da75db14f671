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

  it('takes a thousand fields, each as it was sent, and nothing for nothing', () => {
    const form = readStrictForm(bytes(Array.from({ length: 1000 }, (_, n) => `f${n}=${n}`).join('&')));
    expect([Object.keys(form).length, form['f999']]).toEqual([1000, '999']);
    expect(readStrictForm(bytes(''))).toEqual({});
    expect(readStrictForm(bytes('&&a&b=&c==d=&&'))).toEqual({ a: '', b: '', c: '=d=' });
    expect(readStrictForm(bytes('a=1&a=2&a=3&a%2Bb=x+y'))).toEqual({ a: ['1', '2', '3'], 'a+b': 'x y' });
    expect(readStrictForm(bytes('toString=1'))).toEqual({ toString: '1' });
  });

  it('says at which field the fault is', () => {
    expect(() => readStrictForm(bytes('a.b=%00'))).toThrow(expect.objectContaining({ field: 'a.b' }));
    expect(() => readStrictForm(bytes('a.prototype.b=1'))).toThrow(expect.objectContaining({ field: 'a.prototype.b' }));
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

  it('takes eight levels and a list of a hundred, and says where there is one more', () => {
    const deep = (levels: number) => ({ [Array(levels).fill('a').join('.')]: '1' });
    expect(unflatten(deep(8))).toEqual({ a: { a: { a: { a: { a: { a: { a: { a: '1' } } } } } } } });
    expect(() => unflatten(deep(9))).toThrow(
      expect.objectContaining({ code: 'BODY_TOO_DEEP', field: Array(9).fill('a').join('.') }),
    );
    const list = (length: number) => unflatten(Object.fromEntries(Array.from({ length }, (_, n) => [`q.l.${n}`, `${n}`])));
    expect(list(100)).toEqual({ q: { l: Array.from({ length: 100 }, (_, n) => `${n}`) } });
    expect(() => list(101)).toThrow(expect.objectContaining({ code: 'BODY_TOO_MANY_FIELDS', field: 'q.l.' }));
  });

  it('makes a list of numbers only, in their order, and none at the top', () => {
    expect(unflatten({ 'l.10': 'c', 'l.9': 'b', 'l.0': 'a' })).toEqual({ l: ['a', 'b', 'c'] });
    expect(unflatten({ '0': 'a', '1': 'b' })).toEqual({ '0': 'a', '1': 'b' });
    expect(unflatten({ 'l.0': 'a', 'l.x': 'b' })).toEqual({ l: { '0': 'a', x: 'b' } });
    expect(unflatten({ 'l.00001': 'a', 'm.x1': 'b', 'n.1x': 'c' })).toEqual({
      l: { '00001': 'a' },
      m: { x1: 'b' },
      n: { '1x': 'c' },
    });
    expect(unflatten({ 'l.9999': 'a', kinds: ['x', 'y'] })).toEqual({ l: ['a'], kinds: ['x', 'y'] });
  });

  it('refuses what reaches a prototype, and a group under what has several values', () => {
    for (const name of ['a.__proto__', 'constructor.a', 'a.prototype.b'])
      expect(refusal(() => unflatten({ [name]: '1' }))).toBe('FORBIDDEN_MEMBER');
    expect(refusal(() => unflatten({ a: ['1', '2'], 'a.b': '3' }))).toBe('DUPLICATE_MEMBER');
    expect(unflatten({ 'a.toString': '1', _method: 'x', 'b.c': '' })).toEqual({ a: { toString: '1' } });
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
