import { describe, expect, it } from '@jest/globals';
import { MalformedInput } from './malformed-input.js';
import { readStrictJson } from './strict-json.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');

function refusal(body: Buffer): string | undefined {
  try {
    readStrictJson(body);
    return undefined;
  } catch (error) {
    return error instanceof MalformedInput ? error.code : String(error);
  }
}

describe('reading a JSON body', () => {
  it.each([
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]), 'BODY_NOT_UTF8'],
    ['half a character', Buffer.from([0x22, 0xe2, 0x82, 0x22]), 'BODY_NOT_UTF8'],
    ['what is not JSON', bytes('{"a":'), 'BODY_NOT_JSON'],
    ['two bodies', bytes('{}{}'), 'BODY_NOT_JSON'],
    ['a byte order mark', Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), 'BODY_NOT_JSON'],
    ['a NUL in a text', bytes('{"serial":"AB\\u0000C"}'), 'TEXT_NOT_WELL_FORMED'],
    ['a lone surrogate', bytes('{"serial":"\\ud83d"}'), 'TEXT_NOT_WELL_FORMED'],
    ['a lone surrogate in a name', bytes('{"\\udc00":1}'), 'TEXT_NOT_WELL_FORMED'],
    ['__proto__', bytes('{"a":{"__proto__":{"admin":true}}}'), 'FORBIDDEN_MEMBER'],
    ['__proto__ in disguise', bytes('{"\\u005f_proto__":{}}'), 'FORBIDDEN_MEMBER'],
    ['constructor', bytes('[{"constructor":1}]'), 'FORBIDDEN_MEMBER'],
    ['a member that comes twice', bytes('{"serial":"A","serial":"B"}'), 'DUPLICATE_MEMBER'],
    ['a member that comes twice in disguise', bytes('{"ab":1,"a\\u0062":2}'), 'DUPLICATE_MEMBER'],
    ['nesting without end', bytes('['.repeat(5000) + ']'.repeat(5000)), 'BODY_TOO_DEEP'],
  ])('refuses %s', (_, body, code) => {
    expect(refusal(body)).toBe(code);
  });

  it('takes as much as a batch of long drafts has, and not one more', () => {
    const nested = (depth: number) => bytes('['.repeat(depth) + ']'.repeat(depth));
    expect([refusal(nested(24)), refusal(nested(25))]).toEqual([undefined, 'BODY_TOO_DEEP']);
    const list = (separators: number) => bytes(`[${'1,'.repeat(separators)}1]`);
    expect([refusal(list(50_000)), refusal(list(50_001))]).toEqual([undefined, 'BODY_TOO_MANY_FIELDS']);
    const members = (count: number) => bytes(`{${Array.from({ length: count }, (_, n) => `"m${n}":1`).join()}}`);
    expect([refusal(members(100)), refusal(members(101))]).toEqual([undefined, 'BODY_TOO_MANY_FIELDS']);
  });

  it('tells apart members of one object, of one beside it and of one within it', () => {
    for (const text of ['[{"a":1},{"a":2}]', '{"a":{"a":{"a":1}},"b":{"a":1}}', '{"a":["a","a"],"b":"a"}'])
      expect(refusal(bytes(text))).toBeUndefined();
    for (const text of ['{"a":{"b":1},"a":2}', '{"a":[{"b":1}],"a":2}', '[{"a":1,"b":[],"a":2}]'])
      expect(refusal(bytes(text))).toBe('DUPLICATE_MEMBER');
    expect(refusal(bytes('{"prototype":1}'))).toBe('FORBIDDEN_MEMBER');
    expect(() => readStrictJson(bytes('{"x":{"ab":1,"ab":2}}'))).toThrow(expect.objectContaining({ field: 'ab' }));
    expect(() => readStrictJson(bytes('{"list":["x",{"b":"\\ud83d"}]}'))).toThrow(expect.objectContaining({ field: 'list.1.b' }));
  });

  it('says at which field the fault is, and not what stood there', () => {
    expect(() => readStrictJson(bytes('{"find":{"place":"se\\u0000cret"}}'))).toThrow(
      expect.objectContaining({ field: 'find.place', message: 'TEXT_NOT_WELL_FORMED' }),
    );
  });

  it('reads everything else as it is, in any script', () => {
    const value = { serial: '٤٥٦ "{[:]}" \\ 𝄞', list: [{ a: 1 }, { a: 2 }], nothing: null };
    expect(readStrictJson(bytes(JSON.stringify(value)))).toEqual(value);
  });

  it('ends lines in one way, so that a limit counts what the writer saw', () => {
    expect(readStrictJson(bytes('{"a":"one\\r\\ntwo\\rthree","b":["\\r\\n"]}'))).toEqual({ a: 'one\ntwo\nthree', b: ['\n'] });
  });

  it('takes an empty body for none', () => {
    expect(readStrictJson(bytes(' '))).toBeUndefined();
    expect([readStrictJson(bytes('0')), readStrictJson(bytes('null')), readStrictJson(bytes('"\\r"'))]).toEqual([0, null, '\n']);
  });
});
