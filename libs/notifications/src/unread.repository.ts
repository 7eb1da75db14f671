import type { Tx } from '@tracedesk/platform';
import { MEANT_FOR_READER, readerOf } from './meant-for.repository.js';

/** From an index of unread notices alone: read ones cost nothing, however many there are. */
export async function unreadOf(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    `select count(*)::int as unread from notices where state = $1 and read_at is null and ${MEANT_FOR_READER}`,
    readerOf(tx),
  );
  return row?.unread ?? 0;
}
