import { idOf, type EntryId } from '@tracedesk/kernel';

export const ENTRY_CHANCE_BYTES = 8;
const ORDERS = 0x1000;

/**
 * A UUID of version 7: entries of one time lie together in the index, and those that one process makes within a
 * millisecond stay in their order. `order` counts them; `chance` is eight random bytes.
 */
export function entryIdAt(at: Date, order: number, chance: Uint8Array): EntryId {
  if (chance.length !== ENTRY_CHANCE_BYTES) throw new RangeError(`An entry id takes ${ENTRY_CHANCE_BYTES} random bytes.`);
  const bytes = Buffer.alloc(16);
  bytes.writeUIntBE(at.getTime(), 0, 6);
  bytes.writeUInt16BE(0x7000 | (order % ORDERS), 6);
  bytes.set(chance, 8);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return idOf<EntryId>([hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'));
}
