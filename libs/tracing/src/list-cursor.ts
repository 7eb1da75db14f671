import { isUuid } from '@tracedesk/kernel';

/** Where a page of a list ended: the order value of its last row (null: nothing is due) and its id. */
export interface ListCursor {
  readonly at: Date | null;
  readonly id: string;
}

const SHAPE = /^(?<at>-|\d{1,14})\.(?<id>[0-9a-f-]{36})$/;
const NOTHING_DUE = '-';

/** Writes a cursor as text that a client gives back unread. It holds an instant and an id, nothing protected. */
export function writeCursor(cursor: ListCursor): string {
  return Buffer.from(`${cursor.at ? cursor.at.getTime() : NOTHING_DUE}.${cursor.id}`, 'latin1').toString('base64url');
}

/** Reads a cursor that this desk wrote; undefined for any other text. */
export function readCursor(text: string): ListCursor | undefined {
  const decoded = Buffer.from(text, 'base64url').toString('latin1');
  const { at, id } = SHAPE.exec(decoded)?.groups ?? {};
  if (at === undefined || id === undefined || !isUuid(id)) return undefined;
  const cursor = { at: at === NOTHING_DUE ? null : new Date(Number(at)), id };
  return writeCursor(cursor) === text ? cursor : undefined;
}
