import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type NoticeId, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { NoticeProcessor } from './notice.processor.js';
import { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
import { ListNotices } from './use-cases/list-notices.service.js';
import { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';

const QM = officerOf('QM');
const QR = officerOf('QR');
const REQUEST = { requestId: randomUUID(), reference: 'TD-7K3F-92QX4' };

let desk: TestDatabase;
let processor: NoticeProcessor;

beforeAll(async () => {
  desk = await openTestDatabase();
  processor = new NoticeProcessor(desk.database, new DeskLog('error'));
});
afterAll(() => desk.close());
afterEach(() => desk.superuser('delete from notices'));

describe('notices in the desk', () => {
  it('are written once, however often the job runs and by however many at once', async () => {
    const job = write({ kind: 'tracing_request.submitted', occasion: 'v2' });
    await Promise.all([job(), job(), job()]);
    await job();
    expect(await list(QM)).toMatchObject({
      unread: 1,
      items: [{ kind: 'request_received', state: 'QM', clock: null, ...REQUEST }],
    });
  });

  it('are written again for another occasion', async () => {
    await write({ kind: 'tracing_request.responded', occasion: 'v4' })();
    await write({ kind: 'tracing_request.responded', occasion: 'v6' })();
    expect((await list(QM)).unread).toBe(2);
    expect(await new CountUnreadNotices(desk.work).execute(QM)).toBe(2);
    expect(await new CountUnreadNotices(desk.work).execute(QR)).toBe(0);
  });

  it('tell a missed deadline with its clock', async () => {
    await write({ kind: 'deadline_missed', clock: 'response', occasion: '2026-04-01T22:00:00.000Z' })();
    expect(await list(QM)).toMatchObject({ items: [{ kind: 'deadline_missed', clock: 'response' }] });
  });

  it('are not made of acts nobody is told of', async () => {
    await write({ kind: 'tracing_request.drafted', occasion: 'v1' })();
    expect(await list(QM)).toEqual({ items: [], unread: 0 });
  });

  it('are seen by their own State only, and the worker that writes them sees none', async () => {
    await write({ kind: 'tracing_request.submitted', occasion: 'v2' })();
    expect(await list(QR)).toEqual({ items: [], unread: 0 });
    await expect(desk.database.as('relay', (tx) => tx.query('select 1 from notices'))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });

  it('are read for the whole State; the first reader stays the reader', async () => {
    await write({ kind: 'tracing_request.submitted', occasion: 'v2' })();
    const id = (await list(QM)).items[0]?.id as NoticeId;
    const markRead = new MarkNoticeRead(desk.work);
    expect(await markRead.execute(QR, id)).toMatchObject({ ok: false, denial: { code: 'NOTICE_NOT_FOUND' } });
    await markRead.execute(QM, id);
    await markRead.execute(officerOf('QM'), id);
    expect(await list(QM)).toMatchObject({ unread: 0, items: [{ readBy: QM.personId }] });
    expect((await new ListNotices(desk.work).execute(QM, { unreadOnly: true })).items).toEqual([]);
  });
});

function write(some: { kind: string; occasion: string; clock?: string }): () => Promise<void> {
  return () => processor.handle({ name: 'write-notice', data: { state: 'QM', ...REQUEST, ...some } });
}

function list(actor: Officer) {
  return new ListNotices(desk.work).execute(actor);
}

function officerOf(state: string): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role: 'tracing_officer',
    sessionId: idOf<SessionId>(randomUUID()),
  };
}
