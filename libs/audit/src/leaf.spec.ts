import { describe, expect, it } from '@jest/globals';
import { createHash, createHmac } from 'node:crypto';
import { commitmentTo, opensCommitment, SALT_BYTES } from './commitment.js';
import { LEAF_FORMAT, leafOf } from './leaf.js';

const salt = (fill: number): Buffer => Buffer.alloc(SALT_BYTES, fill);
const words = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('committing to a part', () => {
  it('does not open with another word, another salt or another length', () => {
    const commitment = commitmentTo(words('serial A104552'), salt(1));

    expect(opensCommitment(commitment, words('serial A104553'), salt(1))).toBe(false);
    expect(opensCommitment(commitment, words('serial A104552'), salt(2))).toBe(false);
    expect(opensCommitment(commitment.subarray(1), words('serial A104552'), salt(1))).toBe(false);
    expect(opensCommitment(Buffer.concat([commitment, Buffer.alloc(1)]), words('serial A104552'), salt(1))).toBe(false);
    expect(opensCommitment(commitment, words('serial A104552'), salt(1))).toBe(true);
  });

  it('tells nothing of equal words: two salts, two commitments', () => {
    expect(commitmentTo(words('QM'), salt(1)).equals(commitmentTo(words('QM'), salt(2)))).toBe(false);
  });

  it('is what anybody computes with HMAC-SHA-256', () => {
    expect(commitmentTo(words('é'), salt(7)).equals(createHmac('sha256', salt(7)).update('é').digest())).toBe(true);
  });

  it('takes no salt that could be guessed', () => {
    for (const length of [0, 16, 31, 33]) expect(() => commitmentTo(words('x'), Buffer.alloc(length))).toThrow(RangeError);
  });
});

describe('a leaf', () => {
  const commitments = [createHash('sha256').update('a').digest(), createHash('sha256').update('b').digest()];

  it('is a version line and one line for each commitment, in their order', () => {
    expect(leafOf(LEAF_FORMAT, commitments).toString('utf8')).toBe(
      'tracedesk-entry/1\n' + 'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=\n' + 'PiPoFgA5WUoziU9lZOGxNIu9egCI1CxKy3PurtWcAJ0=\n',
    );
  });

  it('changes when parts change places', () => {
    const there = leafOf(LEAF_FORMAT, commitments);
    expect(leafOf(LEAF_FORMAT, [...commitments].reverse()).equals(there)).toBe(false);
  });

  it('is never empty', () => {
    expect(() => leafOf(LEAF_FORMAT, [])).toThrow(RangeError);
  });
});
