import { describe, expect, it } from '@jest/globals';
import { deriveKey, newDataKey, openBytes, sealBytes, unwrapKey, wrapKey } from './envelope.adapter.js';

const place = ['part', 'tracing_request', '0c6d3c2e-0000-4000-8000-000000000001', 'description'];
const content = Buffer.from('serial number 4711');

describe('sealed bytes', () => {
  it('do not open when any bit of them was changed', () => {
    const key = newDataKey();
    const { nonce, ciphertext } = sealBytes(key, place, content);
    for (let bit = 0; bit < ciphertext.length * 8; bit += 1) {
      const changed = Buffer.from(ciphertext);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      expect(() => openBytes(key, place, { nonce, ciphertext: changed })).toThrow(
        expect.objectContaining({ code: 'SEAL_BROKEN' }),
      );
    }
  });

  it.each([0, 1, 15, 16])('do not open when only %i bytes are left', (length) => {
    const key = newDataKey();
    const { nonce, ciphertext } = sealBytes(key, place, content);
    expect(() => openBytes(key, place, { nonce, ciphertext: ciphertext.subarray(0, length) })).toThrow(
      expect.objectContaining({ code: 'SEAL_BROKEN' }),
    );
  });

  it('do not open at another place, with another nonce, or under another key', () => {
    const key = newDataKey();
    const sealed = sealBytes(key, place, content);
    const other = sealBytes(key, place, content);
    expect(() => openBytes(key, [...place.slice(0, 3), 'circumstances'], sealed)).toThrow();
    expect(() => openBytes(key, [place[0]!, place[1]! + place[2]!, place[3]!], sealed)).toThrow();
    expect(() => openBytes(key, place, { ...sealed, nonce: other.nonce })).toThrow();
    expect(() => openBytes(newDataKey(), place, sealed)).toThrow();
  });

  it('say nothing of their content when they do not open', () => {
    const sealed = sealBytes(newDataKey(), place, content);
    try {
      openBytes(newDataKey(), place, sealed);
      throw new Error('opened');
    } catch (error) {
      expect(error).toMatchObject({ code: 'SEAL_BROKEN' });
      expect((error as Error).cause).toBeUndefined();
      expect((error as Error).message).toBe(
        'Sealed content of part tracing_request 0c6d3c2e-0000-4000-8000-000000000001 description does not open: it was changed, moved, or sealed under another key.',
      );
    }
  });

  it('open to what was sealed, and are never twice the same', () => {
    const key = newDataKey();
    const first = sealBytes(key, place, content);
    expect(openBytes(key, place, first)).toEqual(content);
    expect(sealBytes(key, place, content).ciphertext).not.toEqual(first.ciphertext);
  });
});

describe('a data key', () => {
  it('wrapped for one State is nothing to another', () => {
    const [valmora, norvane, dataKey] = [newDataKey(), newDataKey(), newDataKey()];
    const wrapped = wrapKey(valmora, ['data key', 'QM'], dataKey);
    expect(() => unwrapKey(norvane, ['data key', 'QM'], wrapped)).toThrow();
    expect(() => unwrapKey(valmora, ['data key', 'QN'], wrapped)).toThrow();
    expect(unwrapKey(valmora, ['data key', 'QM'], wrapped)).toEqual(dataKey);
  });
});

describe('a derived key', () => {
  it('is the same each time, and another for another purpose or State', () => {
    const state = newDataKey();
    expect(deriveKey(state, 'search')).toEqual(deriveKey(state, 'search'));
    expect(deriveKey(state, 'search')).not.toEqual(deriveKey(state, 'audit'));
    expect(deriveKey(newDataKey(), 'search')).not.toEqual(deriveKey(state, 'search'));
  });
});
