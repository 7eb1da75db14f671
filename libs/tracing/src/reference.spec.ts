import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REFERENCE_BYTES, isReference, referenceFrom } from './reference.js';

const bytes = fc.uint8Array({ minLength: REFERENCE_BYTES, maxLength: REFERENCE_BYTES });
const reference = bytes.map(referenceFrom).filter((made) => made !== null);

describe('a reference', () => {
  it('is ten random characters and a check character', () => {
    fc.assert(
      fc.property(reference, (made) =>
        expect(made).toMatch(/^TD-[0-9A-HJKMNP-RTV-Z]{4}-[0-9A-HJKMNP-RTV-Z]{4}-[0-9A-HJKMNP-RTV-Z]{3}$/),
      ),
    );
  });

  it('is recognised', () => {
    fc.assert(fc.property(reference, (made) => expect(isReference(made)).toBe(true)));
  });

  it('shows that a character was mistyped', () => {
    fc.assert(
      fc.property(
        reference,
        fc.integer({ min: 3, max: 15 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRTVWXYZ'),
        (made, at, other) => {
          fc.pre(made[at] !== '-' && made[at] !== other);
          expect(isReference(made.slice(0, at) + other + made.slice(at + 1))).toBe(false);
        },
      ),
    );
  });

  it('shows that two neighbours were swapped', () => {
    fc.assert(
      fc.property(reference, fc.integer({ min: 0, max: 9 }), (made, at) => {
        const body = made.slice(3).replaceAll('-', '');
        fc.pre(body[at] !== body[at + 1]);
        const swapped = body.slice(0, at) + body[at + 1] + body[at] + body.slice(at + 2);
        expect(isReference(`TD-${swapped.slice(0, 4)}-${swapped.slice(4, 8)}-${swapped.slice(8)}`)).toBe(false);
      }),
    );
  });

  it('is not made of too few fair bytes', () => {
    expect(referenceFrom(new Uint8Array(REFERENCE_BYTES).fill(255))).toBeNull();
  });

  it.each(['', 'TD-7K3F-92QX4', 'td-7k3f-92qx-4v8', 'TD-OOOO-OOOO-OOO'])('is not %j', (text) => {
    expect(isReference(text)).toBe(false);
  });
});
