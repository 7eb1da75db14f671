/** First line of a leaf, and the format kept with each entry. A later form gets its own line; old leaves keep theirs for ever. */
export const LEAF_FORMAT = 'tracedesk-entry/1';

/**
 * The bytes that go into the tree: the format, then the commitments in the order of the parts, one base64 line each.
 * It holds no name of a part and no word of an entry: whoever mirrors the log learns how many parts there are, and nothing else.
 */
export function leafOf(format: string, commitments: readonly Uint8Array[]): Buffer {
  if (commitments.length === 0) throw new RangeError('A leaf has at least the commitment to the envelope.');
  const lines = commitments.map((commitment) => Buffer.from(commitment).toString('base64'));
  return Buffer.from([format, ...lines, ''].join('\n'), 'utf8');
}
