import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { mailbox, ok, type DeliveryId, type Officer } from '@tracedesk/kernel';
import {
  DeskLog,
  findRedis,
  openPostgresQueues,
  openRedisQueues,
  OutboxRelay,
  prepareQueueSchema,
  startPrivateRedis,
  type Job,
  type JobPayload,
  type Queues,
} from '@tracedesk/platform';
import { describeWhere } from '@tracedesk/testing';
import { must, onceKey, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { TestMailServer } from '@tracedesk/testing/mail';
import { DeliveryProcessor } from './delivery.processor.js';
import { DEFAULT_PREFERENCES } from './mail-preferences.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';
import { KeepOwnMail } from './use-cases/keep-own-mail.service.js';
import { Redeliver } from './use-cases/redeliver.service.js';

// Servers are started here, beside other suites that do the same.
jest.setTimeout(60_000);

const ADDRESS = 'jeanne.moreau@qm.example';
const log = new DeskLog('silent');
const redis = findRedis(process.env['PATH'] ?? '');

let desk: TestDesk;
let mail: TestMailServer;
let notices: NoticeProcessor;
let deliveries: DeliveryProcessor;
beforeAll(async () => {
  [desk, mail] = await Promise.all([openTestDesk(), TestMailServer.open()]);
  const mailer = new SmtpMailer({
    url: mail.url,
    password: null,
    from: mailbox('tracedesk@desk.example.org'),
    host: 'desk.example.org',
  });
  notices = new NoticeProcessor(desk.database.database, desk.database.outbox, mailer, log);
  deliveries = new DeliveryProcessor(desk.database.database, mailer, new PublicOrigin('https://desk.example.org'), log);
});
afterAll(async () => {
  await mail?.close();
  await desk?.close();
});
afterEach(async () => {
  mail.empty();
  for (const table of ['deliveries', 'notices', 'request_assignments', 'mail_preferences', 'outbox'])
    await desk.database.superuser(`delete from ${table}`);
});

describe('word by e-mail of what a queue on PostgreSQL brings', () => {
  itLeavesOnce(async () => {
    const { access, superuser } = desk.database;
    // A clone has its template's tables but not its rights on the database itself.
    await superuser(`do $$ begin execute format('grant create on database %I to desk_owner', current_database()); end $$`);
    await prepareQueueSchema(access);
    return { queues: await openPostgresQueues(access, log), leave: () => Promise.resolve() };
  });
});

describeWhere(
  redis !== null,
  'There is no redis-server or valkey-server on the PATH.',
  'word by e-mail of what a queue on Redis brings',
  () => {
    itLeavesOnce(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'tracedesk-mail-'));
      const server = await startPrivateRedis(redis as NonNullable<typeof redis>, folder);
      const leave = async (): Promise<void> => {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      };
      return { queues: await openRedisQueues(server.url, log), leave };
    });
  },
);

/** The same promises on every backend: from the row of the outbox by relay, queue and processor to the mail server. */
function itLeavesOnce(open: () => Promise<{ readonly queues: Queues; readonly leave: () => Promise<void> }>): void {
  let place: Awaited<ReturnType<typeof open>>;
  let relay: OutboxRelay;
  const rung: Job[] = [];
  let diesAfter = 0;

  beforeAll(async () => {
    place = await open();
    relay = new OutboxRelay(desk.database.database, place.queues, log);
    place.queues.work('notices', async (job) => {
      rung.push(job);
      await notices.handle(job);
      if (diesAfter-- > 0) throw new Error('The worker died after its work.');
    });
  });
  afterAll(async () => {
    await place?.queues.close();
    await place?.leave();
  });
  afterEach(() => {
    rung.length = 0;
    diesAfter = 0;
  });

  const told = async (data: JobPayload): Promise<void> => {
    await given(data);
    await relay.drain();
  };
  const until = async (rings: number): Promise<void> => {
    for (let turn = 0; turn < 800 && rung.length < rings; turn += 1) await pause(25);
    expect(rung.length).toBeGreaterThanOrEqual(rings);
    for (let turn = 0; turn < 200 && (await rowsOf('outbox')) > 0; turn += 1) await pause(25);
  };

  it('leaves once, though its job rings three times', async () => {
    const data = about();
    await told(data);
    for (let again = 0; again < 2; again += 1) await place.queues.add('notices', 'write-notice', data, { jobId: randomUUID() });
    await until(3);
    await deliveries.sendDue();
    expect(await mail.letters()).toMatchObject([{ subject: expect.stringContaining('TD-7K3F-92QX4') }]);
    expect([await rowsOf('notices'), await rowsOf('outbox'), await deliveries.sendDue()]).toEqual([1, 0, 0]);
  });

  it('leaves once, though the worker dies after its work and the job is tried again', async () => {
    diesAfter = 1;
    await told(about());
    await until(2);
    await deliveries.sendDue();
    expect([(await mail.letters()).length, await rowsOf('deliveries')]).toEqual([1, 1]);
  });

  it('leaves a second time when an administrator says so, and not because a job rings late', async () => {
    const data = about();
    await told(data);
    await until(1);
    await deliveries.sendDue();
    const [row] = await desk.database.superuser<{ id: DeliveryId }>('select id from deliveries');
    must(await desk.get(Redeliver).execute(desk.officer('QM', 'administrator'), row!.id, onceKey()));
    await place.queues.add('notices', 'write-notice', data, { jobId: randomUUID() });
    await until(2);
    expect([await deliveries.sendDue(), await deliveries.sendDue()]).toEqual([1, 0]);
    const names = (await mail.letters()).map(({ messageId }) => messageId);
    expect(names).toEqual([`<${row!.id}@desk.example.org>`, `<${row!.id}.2@desk.example.org>`]);
  });

  it('leaves in one digest, whatever the number of jobs', async () => {
    const officer = desk.officer('QM');
    await wantsDigest(officer);
    for (const share of [110, 120]) await told({ ...(await forTask(officer)), kind: 'deadline_overdue', share });
    await until(2);
    expect(await deliveries.sendDue()).toBe(0);
    await desk.database.superuser('update deliveries set next_attempt_at = created_at');
    await Promise.all([deliveries.sendDue(), deliveries.sendDue()]);
    expect(await mail.letters()).toMatchObject([{ recipients: [ADDRESS], subject: 'Tracedesk: news of requests' }]);
  });
}

function about(): JobPayload {
  const reference = 'TD-7K3F-92QX4';
  return { state: 'QM', requestId: randomUUID(), reference, kind: 'deadline_missed', clock: 'response', occasion: 'v2' };
}

/** What is told of a request that somebody has as a task. */
async function forTask({ personId }: Officer): Promise<JobPayload> {
  const data = about();
  await desk.database.superuser(
    `insert into request_assignments (state, request_id, person_id, assigned_at) values ('QM', $1, $2, now())`,
    [data['requestId'], personId],
  );
  return { ...data, audience: 'assigned' };
}

async function wantsDigest(officer: Officer): Promise<void> {
  must(await desk.get(KeepOwnMail).save(officer, { ...DEFAULT_PREFERENCES, byMail: 'digest', digestHour: 8 }));
  await desk.database.superuser('update mail_preferences set address = $1, confirmed_at = now() where person_id = $2', [
    ADDRESS,
    officer.personId,
  ]);
}

/** A row of the outbox, as a move of the other State leaves it. */
async function given(payload: JobPayload): Promise<void> {
  const officer = desk.officer('QR');
  const rows = [{ state: desk.officer('QM').state, queue: 'notices', job: 'write-notice', payload }] as const;
  await desk.database.work.run(officer, 'spec.tell', async (tx) => ok(await desk.database.outbox.add(tx, rows)));
}

async function rowsOf(table: 'notices' | 'deliveries' | 'outbox'): Promise<number> {
  return (await desk.database.superuser(`select 1 from ${table}`)).length;
}
