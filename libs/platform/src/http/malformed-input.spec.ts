import { describe, expect, it } from '@jest/globals';
import { checkMemberName, checkText, MalformedInput, strictUtf8, withLineFeeds } from './malformed-input.js';

const refused = (code: string, field?: string) => expect.objectContaining({ name: 'MalformedInput', code, message: code, field });

describe('what cannot be what anybody meant', () => {
  it.each(['__proto__', 'constructor', 'prototype'])('is a member that reaches a prototype: %s', (name) => {
    expect(() => checkMemberName(name, 'question.a')).toThrow(refused('FORBIDDEN_MEMBER', 'question.a'));
  });

  it.each(['a\0b', '\ud800', 'a\udfff'])('is a text that cannot be stored: %j', (text) => {
    expect(() => checkText(text, 'reason')).toThrow(refused('TEXT_NOT_WELL_FORMED', 'reason'));
    expect(() => checkMemberName(text, 'reason')).toThrow(refused('TEXT_NOT_WELL_FORMED', 'reason'));
  });

  it('is no other name and no other text', () => {
    for (const text of ['', 'proto', 'Constructor', '\u{1F600}', '\ufffd', 'a\nb']) {
      expect(() => checkText(text, 'reason')).not.toThrow();
      expect(() => checkMemberName(text, 'reason')).not.toThrow();
    }
  });

  it('is bytes that are no UTF-8; a mark of the order of bytes is kept, for it was sent', () => {
    expect(() => strictUtf8(Buffer.from([0x61, 0xc3, 0x28]))).toThrow(refused('BODY_NOT_UTF8'));
    expect(() => strictUtf8(Buffer.from([0xed, 0xa0, 0x80]))).toThrow(refused('BODY_NOT_UTF8'));
    expect(strictUtf8(Buffer.from('\ufeffZoë'))).toBe('\ufeffZoë');
    expect(new MalformedInput('HOST_MISSING').field).toBeUndefined();
  });
});

describe('the end of a line', () => {
  it.each([
    ['a\r\nb', 'a\nb'],
    ['a\rb', 'a\nb'],
    ['a\nb', 'a\nb'],
    ['a\r\n\r\nb\r', 'a\n\nb\n'],
    ['a\n\rb', 'a\n\nb'],
  ])('is one sign, whichever was sent: %j', (sent, kept) => expect(withLineFeeds(sent)).toBe(kept));
});
