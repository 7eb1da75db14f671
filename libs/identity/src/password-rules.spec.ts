import { describe, expect, it } from '@jest/globals';
import { checkPassword, PASSWORD_CHANCE_BYTES, passwordFrom } from './password-rules.js';

const denialOf = (password: string, signInName = 'officer') => {
  const checked = checkPassword(password, signInName);
  return checked.ok ? null : checked.denial;
};

describe('a chosen password', () => {
  it('has at least twelve characters and at most two hundred, as a reader counts them', () => {
    const twelve = '🐘🐘🐘🐘🐘🐘🐘🐘abcd';
    expect([...twelve]).toHaveLength(12);
    expect(denialOf(twelve.slice(0, -1))).toEqual({ code: 'PASSWORD_TOO_SHORT', field: 'password', details: { min: 12 } });
    expect(denialOf(twelve)).toBeNull();
    expect(denialOf('🐘abc'.repeat(50))).toBeNull();
    expect(denialOf(`${'🐘abc'.repeat(50)}x`)).toEqual({ code: 'PASSWORD_TOO_LONG', field: 'password', details: { max: 200 } });
  });

  it('has at least four different characters', () => {
    expect(denialOf('abcabcabcabc')).toEqual({ code: 'PASSWORD_TOO_SIMPLE', field: 'password' });
    expect(denialOf('abcdabcdabcd')).toBeNull();
  });

  it('does not hold the name that it protects, in any case', () => {
    expect(denialOf('one two OFFICER three')).toEqual({ code: 'PASSWORD_TOO_SIMPLE', field: 'password' });
    expect(denialOf('one two OFFICER three', 'auditor')).toBeNull();
  });

  it('is kept as it was typed', () => {
    expect(checkPassword('Quatre Éléphants ', 'officer')).toEqual({ ok: true, value: 'Quatre Éléphants ' });
  });
});

describe('a password that the desk makes', () => {
  it('has five groups of four letters, each from one byte of chance', () => {
    expect(PASSWORD_CHANCE_BYTES).toBe(20);
    expect(passwordFrom(Uint8Array.from({ length: 25 }, (_, at) => at))).toBe('abcd-efgh-jkmn-pqrs-twxy');
    expect(passwordFrom(Uint8Array.from({ length: 20 }, (_, at) => at + 20))).toBe('z234-5678-9abc-defg-hjkm');
  });

  it('leaves out the bytes that would favour some letters, and only them', () => {
    const least = Array.from({ length: 20 }, () => 231);
    expect(passwordFrom(Uint8Array.from([232, 255, ...least]))).toBe('9999-9999-9999-9999-9999');
    expect(() => passwordFrom(Uint8Array.from([232, ...least.slice(1)]))).toThrow(RangeError);
  });
});
