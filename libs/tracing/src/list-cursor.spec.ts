import { describe, expect, it } from '@jest/globals';
import { idOf, type RequestId } from '@tracedesk/kernel';
import { readCursor, writeCursor } from './list-cursor.js';

const id = idOf<RequestId>('0199a7a0-0000-7000-8000-000000000001');

describe('the cursor of a list', () => {
  it.each([
    ['nothing', ''],
    ['words', 'next'],
    ['an id without its instant', Buffer.from(id).toString('base64url')],
    ['an instant without its id', Buffer.from(`1.${'x'.repeat(36)}`).toString('base64url')],
    ['an instant beyond the calendar', Buffer.from(`999999999999999.${id}`).toString('base64url')],
    ['leading zeros', Buffer.from(`007.${id}`).toString('base64url')],
    ['padding', `${writeCursor({ at: null, id })}=`],
    ['SQL', Buffer.from(`1.' or 1=1 --`).toString('base64url')],
  ])('is not read from %s', (_, text) => expect(readCursor(text)).toBeUndefined());

  it.each([null, new Date('2026-03-09T23:00:00.000Z')])('comes back as it was written (%s)', (at) =>
    expect(readCursor(writeCursor({ at, id }))).toEqual({ at, id }),
  );
});
