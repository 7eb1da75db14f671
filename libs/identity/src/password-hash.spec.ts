import { describe, expect, it } from '@jest/globals';
import { Sealed } from '@tracedesk/kernel';
import { CURRENT_COST, isOutdated, nobodysHash, readPasswordHash, writePasswordHash } from './password-hash.js';
import { PasswordHasher, PasswordHasherBusy } from './password-hasher.service.js';
import { checkPassword, passwordFrom } from './password-rules.js';
import { newPassword } from './new-password.adapter.js';

const salt = Buffer.alloc(16, 1);
const key = Buffer.alloc(32, 2);

describe('the kept form of a password', () => {
  it.each([
    '',
    '!',
    'plain words',
    '$scrypt$ln=15,r=8,p=3$short$short',
    `${writePasswordHash({ cost: CURRENT_COST, salt, key })} `,
    ` ${writePasswordHash({ cost: CURRENT_COST, salt, key })}`,
    writePasswordHash({ cost: { ...CURRENT_COST, ln: 100 }, salt, key }),
    writePasswordHash({ cost: { ...CURRENT_COST, r: 100 }, salt, key }),
    writePasswordHash({ cost: { ...CURRENT_COST, p: 100 }, salt, key }),
    writePasswordHash({ cost: CURRENT_COST, salt: Buffer.alloc(15), key }),
    writePasswordHash({ cost: CURRENT_COST, salt, key: Buffer.alloc(31) }),
  ])('is not %p', (text) => expect(readPasswordHash(text)).toBeNull());

  it('reads what it writes', () => {
    const hash = { cost: CURRENT_COST, salt, key };
    expect(readPasswordHash(writePasswordHash(hash))).toEqual(hash);
    const others = { cost: { ln: 4, r: 16, p: 12 }, salt: Buffer.from('0123456789abcdef'), key: Buffer.alloc(32, 0xfb) };
    expect(readPasswordHash(writePasswordHash(others))).toEqual(others);
  });

  it('is the one that stands in the database since the first version', () => {
    expect(writePasswordHash({ cost: CURRENT_COST, salt, key })).toBe(
      '$scrypt$ln=15,r=8,p=3$AQEBAQEBAQEBAQEBAQEBAQ$AgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgI',
    );
  });

  it('of nobody is as long as anybody’s, at the cost that is asked', () => {
    const { cost, salt: nobodysSalt, key: nobodysKey } = nobodysHash({ ln: 12, r: 8, p: 1 });
    expect([cost, nobodysSalt.length, nobodysKey.length]).toEqual([{ ln: 12, r: 8, p: 1 }, 16, 32]);
  });

  it('is outdated when any cost differs from today’s', () => {
    expect(isOutdated({ cost: CURRENT_COST, salt, key })).toBe(false);
    expect(isOutdated({ cost: { ...CURRENT_COST, ln: 14 }, salt, key })).toBe(true);
    expect(isOutdated({ cost: { ...CURRENT_COST, r: 16 }, salt, key })).toBe(true);
    expect(isOutdated({ cost: { ...CURRENT_COST, p: 1 }, salt, key })).toBe(true);
  });
});

describe('hashing passwords', () => {
  /** What is true at a low cost is true at today's. */
  class QuickHasher extends PasswordHasher {
    protected override readonly cost = { ln: 12, r: 8, p: 1 };
  }
  const hasher = new QuickHasher();

  it('costs what OWASP asks for', async () => {
    expect(CURRENT_COST).toEqual({ ln: 15, r: 8, p: 3 });
    expect(await new PasswordHasher().hash(Sealed.of('correct horse battery'))).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  }, 60_000);

  it('knows a wrong password, a missing hash and a broken one as wrong', async () => {
    const kept = await hasher.hash(Sealed.of('correct horse battery'));
    expect(await hasher.verify(Sealed.of('correct horse batterx'), kept)).toBe('wrong');
    expect(await hasher.verify(Sealed.of('correct horse battery'), null)).toBe('wrong');
    expect(await hasher.verify(Sealed.of('correct horse battery'), 'broken')).toBe('wrong');
    expect(await hasher.verify(Sealed.of('correct horse battery'), kept)).toBe('right');
  });

  it('works as hard for somebody who does not exist', async () => {
    const kept = await hasher.hash(Sealed.of('correct horse battery'));
    const costOf = async (hash: string | null): Promise<number> => {
      const begin = process.cpuUsage();
      for (let time = 0; time < 10; time += 1) await hasher.verify(Sealed.of('guess'), hash);
      return process.cpuUsage(begin).user;
    };
    const [known, unknown] = [await costOf(kept), await costOf(null)];
    expect(unknown / known).toBeGreaterThan(0.4);
    expect(unknown / known).toBeLessThan(2.5);
  });

  it('turns people away rather than let the line grow without end', async () => {
    const line = Array.from({ length: 40 }, () => hasher.verify(Sealed.of('x'), null));
    const settled = await Promise.allSettled(line);
    const away = settled.filter((result) => result.status === 'rejected');
    expect(away).toHaveLength(6);
    expect(away.every(({ reason }) => reason instanceof PasswordHasherBusy)).toBe(true);
  });

  it('takes an accent typed as one character or as two for the same', async () => {
    const kept = await hasher.hash(Sealed.of('\u00e9l\u00e9phant rose'));
    expect(await hasher.verify(Sealed.of('e\u0301le\u0301phant rose'), kept)).toBe('right');
  });
});

describe('a password', () => {
  it.each([
    ['elevenchars', 'PASSWORD_TOO_SHORT'],
    ['x'.repeat(201), 'PASSWORD_TOO_LONG'],
    ['aaaaaaaaaaaaaaaa', 'PASSWORD_TOO_SIMPLE'],
    ['my-Officer-secret', 'PASSWORD_TOO_SIMPLE'],
  ])('cannot be %p', (password, code) => {
    expect(checkPassword(password, 'officer')).toMatchObject({ ok: false, denial: { code } });
  });

  it('may be any long sentence', () => {
    expect(checkPassword('quatre éléphants roses', 'officer')).toMatchObject({ ok: true });
  });

  it('that the desk makes can be read out, and is never the same', () => {
    const made = Array.from({ length: 50 }, newPassword);
    expect(new Set(made).size).toBe(50);
    for (const password of made) expect(password).toMatch(/^([a-hj-km-np-tw-z2-9]{4}-){4}[a-z2-9]{4}$/);
    expect(() => passwordFrom(Buffer.alloc(60, 255))).toThrow(RangeError);
  });
});
