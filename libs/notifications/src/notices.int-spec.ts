import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, stateCode, type NoticeId, type Officer, type PersonId, type SessionId } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { NoMailer } from './mailer.service.js';
import { noticeFrom } from './notice.js';
import { NoticeProcessor } from './notice.processor.js';
import { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
import { ListNotices, type NoticesWanted } from './use-cases/list-notices.service.js';
import { MarkAllNoticesRead } from './use-cases/mark-all-notices-read.service.js';
import { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';

const QM = officerOf('QM');
const QR = officerOf('QR');
const REQUEST = { requestId: randomUUID(), reference: 'TD-7K3F-92QX4' };

let desk: TestDatabase;
let processor: NoticeProcessor;

beforeAll(async () => {
  desk = await openTestDatabase();
  processor = new NoticeProcessor(desk.database, desk.outbox, new NoMailer(), new DeskLog('error'));
});
afterAll(() => desk.close());
afterEach(async () => {
  await desk.superuser('delete from notices');
  await desk.superuser('delete from people');
});

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

  it('are seen by their own State only, and the worker that writes them cannot see what they say', async () => {
    await write({ kind: 'tracing_request.submitted', occasion: 'v2' })();
    expect(await list(QR)).toEqual({ items: [], unread: 0 });
    await expect(desk.database.as('relay', (tx) => tx.query('select kind from notices'))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });

  describe('to a State that may be the State of a find', () => {
    const telling = { kind: 'tracing_request.other_state_told', occasion: 'x1', requestingState: 'QR' };

    it('cannot hold a request, nor can any other be without one', async () => {
      const insert = (kind: string, requestId: string | null, asking: string | null) =>
        desk.superuser(
          `insert into notices (state, kind, request_id, reference, requesting_state, occasion, created_at)
           values ('QM', $1, $2, $3, $4, 'v1', now())`,
          [kind, requestId, requestId && REQUEST.reference, asking],
        );
      const refused = { code: '23514' };
      await expect(insert('possible_state_of_find', REQUEST.requestId, 'QR')).rejects.toMatchObject(refused);
      await expect(insert('possible_state_of_find', null, null)).rejects.toMatchObject(refused);
      await expect(insert('responded', null, null)).rejects.toMatchObject(refused);
      await expect(insert('responded', REQUEST.requestId, 'QR')).rejects.toMatchObject(refused);
    });

    it('are written once for one submission, and again for the next', async () => {
      const job = write(telling);
      await Promise.all([job(), job(), job()]);
      await write({ ...telling, occasion: 'x2' })();
      expect(await list(QM)).toMatchObject({
        unread: 2,
        items: [{ kind: 'possible_state_of_find', requestId: null, reference: null, requestingState: 'QR' }, {}],
      });
    });

    it('are not found by the reference of the request, and read by nobody else', async () => {
      await write(telling)();
      expect((await new ListNotices(desk.work).execute(QM, { reference: REQUEST.reference })).items).toEqual([]);
      expect(await list(QR)).toEqual({ items: [], unread: 0 });
    });

    it('are marked as read like any other', async () => {
      await write(telling)();
      const id = (await list(QM)).items[0]?.id as NoticeId;
      expect(await new MarkNoticeRead(desk.work).execute(QM, id)).toMatchObject({ ok: true, value: { requestId: null } });
      expect((await list(QM)).unread).toBe(0);
    });
  });

  it('are found by what they say and by the reference of their request', async () => {
    await write({ kind: 'tracing_request.responded', occasion: 'v4' })();
    await write({ kind: 'tracing_request.closed', occasion: 'v5' })();
    const found = async (wanted: NoticesWanted) =>
      (await new ListNotices(desk.work).execute(QM, wanted)).items.map(({ kind }) => kind);
    expect(await found({ kind: 'closed' })).toEqual(['closed']);
    expect(await found({ reference: REQUEST.reference })).toEqual(['closed', 'responded']);
    expect(await found({ reference: 'TD-0000-00000' })).toEqual([]);
  });

  it('are written once for each of those whom the same step tells', async () => {
    const step = { kind: 'deadline_escalated', clock: 'response', occasion: '2026-04-01T22:00:00.000Z_80', share: 80 };
    await write({ ...step, audience: 'supervisor' })();
    await write({ ...step, audience: 'supervisor' })();
    await write({ ...step, audience: 'office' })();
    const { items } = await new ListNotices(desk.work).execute(QM, { wholeState: true });
    expect(items.map(({ audience, share }) => [audience, share])).toEqual([
      ['office', 80],
      ['supervisor', 80],
    ]);
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

describe('whom a notice is for', () => {
  const WORK = { kind: 'deadline_missed', clock: 'response', occasion: 'v4', audience: 'assigned' };
  const BOSS = { kind: 'deadline_escalated', occasion: 'x_80', audience: 'supervisor' };

  afterEach(() => desk.superuser('delete from request_assignments'));

  it('is whoever works on the request, and nobody else of the State', async () => {
    const [assigned, other] = [await person('tracing_officer'), await person('contact_point')];
    await assign(assigned);
    await write(WORK)();
    expect((await list(assigned)).unread).toBe(1);
    expect(await list(other)).toEqual({ items: [], unread: 0 });
    expect((await new ListNotices(desk.work).execute(other, { wholeState: true })).items).toHaveLength(1);
  });

  it('is the office while nobody works on it, and again once whoever did may not sign in any more', async () => {
    const [assigned, other] = [await person('tracing_officer'), await person('contact_point')];
    await write(WORK)();
    expect((await list(other)).unread).toBe(1);
    await assign(assigned);
    expect((await list(other)).unread).toBe(0);
    await desk.superuser('update people set active = false where id = $1', [assigned.personId]);
    expect((await list(other)).unread).toBe(1);
  });

  it('is the supervisor where it says so, and the office of a State that has none', async () => {
    const officer = await person('tracing_officer');
    await write(BOSS)();
    expect((await list(officer)).unread).toBe(1);
    const supervisor = await person('supervisor');
    expect((await list(officer)).unread).toBe(0);
    expect((await list(supervisor)).unread).toBe(1);
  });

  it('is kept to when all are marked as read: those of others stay unread', async () => {
    const [officer, supervisor] = [await person('tracing_officer'), await person('supervisor')];
    await write(WORK)();
    await write(BOSS)();
    expect(await new MarkAllNoticesRead(desk.work).execute(officer)).toEqual({ ok: true, value: 1 });
    expect((await list(officer)).unread).toBe(0);
    expect((await list(supervisor)).unread).toBe(1);
  });

  describe('where it is for administrators', () => {
    const AGREED = { kind: 'deadline_profile.agreed', occasion: 'p_v1', profile: 'BILATERAL-QM-QR-1', audience: 'administrator' };

    it('is nobody who works on requests, nor may they mark it as read; and no notice of a request is the administrator’s', async () => {
      const [administrator, officer] = [await person('administrator'), await person('tracing_officer')];
      await Promise.all(
        [AGREED, AGREED, WORK, BOSS, { kind: 'tracing_request.closed', occasion: 'v5' }].map((one) => write(one)()),
      );
      const markRead = new MarkNoticeRead(desk.work);
      const [mine, ...others] = (await list(administrator)).items;
      expect(mine).toMatchObject({ kind: 'profile_agreed', profile: AGREED.profile, requestId: null, reference: null });
      expect(others).toEqual([]);
      expect((await new ListNotices(desk.work).execute(administrator, { wholeState: true })).items).toHaveLength(1);
      const theirs = (await new ListNotices(desk.work).execute(officer, { wholeState: true })).items;
      expect(theirs.map(({ kind }) => kind)).not.toContain('profile_agreed');
      expect(theirs).toHaveLength(3);
      for (const [reader, id] of [
        [officer, mine?.id],
        [administrator, theirs[0]?.id],
      ] as const)
        expect(await markRead.execute(reader, id as NoticeId)).toMatchObject({ denial: { code: 'NOTICE_NOT_FOUND' } });
      expect(await new MarkAllNoticesRead(desk.work).execute(administrator)).toEqual({ ok: true, value: 1 });
      expect((await list(officer)).unread).toBeGreaterThan(0);
    });

    it('is the office of a State that has none', async () => {
      const officer = await person('tracing_officer');
      await write(AGREED)();
      expect(await list(officer)).toMatchObject({ unread: 1, items: [{ kind: 'profile_agreed' }] });
    });

    it('is about the profile alone: the table holds none that names a request too', async () => {
      const insert = (kind: string, requestId: string | null, profile: string | null) =>
        desk.superuser(
          `insert into notices (state, kind, request_id, reference, profile, occasion, created_at)
           values ('QM', $1, $2, $3, $4, 'v1', now())`,
          [kind, requestId, requestId && REQUEST.reference, profile],
        );
      const refused = { code: '23514' };
      await expect(insert('profile_agreed', REQUEST.requestId, AGREED.profile)).rejects.toMatchObject(refused);
      await expect(insert('profile_agreed', null, null)).rejects.toMatchObject(refused);
      await expect(insert('responded', REQUEST.requestId, AGREED.profile)).rejects.toMatchObject(refused);
    });
  });

  it('is nobody whom a job invents', () => {
    expect(() => noticeFrom({ ...REQUEST, ...WORK, state: 'QM', audience: 'everybody' })).toThrow('audience');
  });
});

function write(some: {
  kind: string;
  occasion: string;
  requestingState?: string;
  profile?: string;
  clock?: string;
  share?: number;
  audience?: string;
}): () => Promise<void> {
  return () => processor.handle({ id: randomUUID(), name: 'write-notice', data: { state: 'QM', ...REQUEST, ...some } });
}

function list(actor: Officer) {
  return new ListNotices(desk.work).execute(actor);
}

async function person(role: Officer['role']): Promise<Officer> {
  const [row] = await desk.superuser<{ id: PersonId }>(
    `insert into people (state, sign_in_name, display_name, role, password_hash) values ('QM', $1, 'Somebody', $2, 'x') returning id`,
    [randomUUID(), role],
  );
  return { ...QM, personId: (row as { id: PersonId }).id, role };
}

async function assign({ state, personId }: Officer): Promise<void> {
  await desk.superuser(
    'insert into request_assignments (state, request_id, person_id, assigned_at) values ($1, $2, $3, clock_timestamp())',
    [state, REQUEST.requestId, personId],
  );
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
