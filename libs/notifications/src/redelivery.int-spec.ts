import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailbox, type DeliveryId, type Officer } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { must, onceKey, openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { TestMailServer } from '@tracedesk/testing/mail';
import type { DeliveryStatus } from './delivery.js';
import { DeliveryProcessor } from './delivery.processor.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';
import { ListDeliveries } from './use-cases/list-deliveries.service.js';
import { Redeliver } from './use-cases/redeliver.service.js';

let desk: TestDesk;
let mail: TestMailServer;
let mailer: SmtpMailer;
let administrator: Officer;
beforeAll(async () => {
  [desk, mail] = await Promise.all([openTestDesk(), TestMailServer.open()]);
  mailer = new SmtpMailer({
    url: mail.url,
    password: null,
    from: mailbox('tracedesk@desk.example.org'),
    host: 'desk.example.org',
  });
  administrator = desk.officer('QM', 'administrator');
}, 60_000);
afterAll(async () => {
  await mail?.close();
  await desk?.close();
});
beforeEach(() => mail.empty());
afterEach(async () => {
  for (const table of ['deliveries', 'notices']) await desk.database.superuser(`delete from ${table}`);
});

describe('sending a message again', () => {
  it('finds nothing of another State, and nothing that is not there', async () => {
    const id = await aMessage('sent');
    const other = desk.officer('QR', 'administrator');
    expect(await again(id, onceKey(), other)).toMatchObject({ ok: false, denial: { code: 'DELIVERY_NOT_FOUND' } });
    expect(await again(randomUUID() as DeliveryId)).toMatchObject({ ok: false, denial: { code: 'DELIVERY_NOT_FOUND' } });
    expect((await list(other)).items).toEqual([]);
    const touched = await desk.database.work.run(other, 'delivery.redeliver', async (tx) => ({
      ok: true as const,
      value: await tx.query(`update deliveries set status = 'waiting', sent_at = null where id = $1 returning id`, [id]),
    }));
    expect(must(touched)).toEqual([]);
  });

  it('is refused while it is on its way', async () => {
    const id = await aMessage('waiting');
    expect(await again(id)).toMatchObject({ ok: false, denial: { code: 'DELIVERY_UNDER_WAY' } });
  });

  it('is refused where the office answers no more', async () => {
    const id = await aMessage('failed');
    await desk.database.superuser(`update contact_points set valid_until = valid_from where state = 'QM'`);
    expect((await list()).items).toMatchObject([{ recipient: { answers: false } }]);
    expect(await again(id)).toMatchObject({ ok: false, denial: { code: 'DELIVERY_RECIPIENT_GONE' } });
    await desk.database.superuser(`update contact_points set valid_until = null where state = 'QM'`);
  });

  it('happens once, however often one click arrives, and by one of two who ask at once', async () => {
    const id = await aMessage('sent');
    const once = onceKey();
    expect(must(await again(id, once))).toMatchObject({ status: 'waiting', round: 2, attempts: 0, sentAt: null });
    expect(await sendDue()).toBe(1);
    expect(must(await again(id, once))).toMatchObject({ status: 'sent', round: 2 });
    expect(await sendDue()).toBe(0);

    const both = await Promise.all([again(id), again(id)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await entries(id)).toEqual([
      { round: 2, before: 'sent' },
      { round: 3, before: 'sent' },
    ]);
  });

  it('gives the message another name, so that no mailbox takes it for one it had', async () => {
    const id = await aMessage('sent');
    must(await again(id));
    await sendDue();
    const names = (await mail.letters()).map(({ messageId }) => messageId);
    expect(names).toEqual([`<${id}@desk.example.org>`, `<${id}.2@desk.example.org>`]);
  });

  it('gives it three days anew, and an attempt of the round before marks it no more', async () => {
    const id = await aMessage('failed');
    await desk.database.superuser(`update deliveries set created_at = created_at - interval '9 days'`);
    const late = new Promise<void>((resolve) => (slow.release = resolve));
    await desk.database.superuser(`update deliveries set status = 'waiting', next_attempt_at = created_at`);
    const hanging = new DeliveryProcessor(desk.database.database, slow.mailer(late), new PublicOrigin(''), new DeskLog('silent'));
    const attempt = hanging.sendDue();
    await slow.asked;
    await desk.database.superuser(`update deliveries set status = 'failed', last_error = 'temporary'`);
    must(await again(id));
    hanging.stop();
    slow.release();
    await attempt;
    expect((await list()).items).toMatchObject([{ id, status: 'waiting', round: 2, attempts: 0 }]);
    mail.refusesWith = 451;
    await sendDue();
    expect((await list()).items).toMatchObject([{ status: 'waiting', attempts: 1, lastError: 'temporary' }]);
  });
});

describe('the list of messages', () => {
  it('tells reference, kind and what became of it; of the address only enough to know it by', async () => {
    await aMessage('failed');
    const { items } = await list();
    expect(items).toMatchObject([
      { reference: 'TD-7K3F-92QX4', kind: 'deadline_missed', clock: 'response', status: 'failed', lastError: 'refused' },
    ]);
    expect(items[0]?.recipient.address).toMatch(/^.…@/);
    const [office] = await desk.database.superuser<{ email: string }>(`select email from contact_points where state = 'QM'`);
    expect(JSON.stringify(items)).not.toContain(office?.email);
  });

  it('is read page by page, the newest first, each message once', async () => {
    for (let n = 0; n < 5; n += 1) await aMessage('waiting');
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(administrator, { limit: 2, cursor });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toHaveLength(5);
    expect(seen).toEqual([...new Set(seen)].sort().reverse());
    expect((await list(administrator, { limit: 9, status: 'failed' })).items).toEqual([]);
  });
});

/** A mail server that answers when it is told to. */
const slow = {
  release: (): void => undefined,
  asked: Promise.resolve(),
  mailer(until: Promise<void>) {
    let seen = (): void => undefined;
    slow.asked = new Promise<void>((resolve) => (seen = resolve));
    return { kind: 'smtp' as const, send: () => (seen(), until.then(() => 'sent' as const)) };
  },
};

async function list(
  actor: Officer = administrator,
  { limit = 50, cursor = null, status }: { limit?: number; cursor?: string | null; status?: DeliveryStatus } = {},
) {
  const { DeliveriesQuery } = await import('./dto/deliveries.dto.js');
  const asked = Object.assign(new DeliveriesQuery(), { limit, ...(cursor ? { cursor } : {}), ...(status ? { status } : {}) });
  return desk.get(ListDeliveries).execute(actor, must(asked.toCommand()));
}

function again(id: DeliveryId, once = onceKey(), actor: Officer = administrator) {
  return desk.get(Redeliver).execute(actor, id, once);
}

function sendDue(): Promise<number> {
  const origin = new PublicOrigin('https://desk.example.org');
  return new DeliveryProcessor(desk.database.database, mailer, origin, new DeskLog('silent')).sendDue();
}

/** A message of the State QM that stands so. */
async function aMessage(status: DeliveryStatus): Promise<DeliveryId> {
  const data = { state: 'QM', requestId: randomUUID(), reference: 'TD-7K3F-92QX4', kind: 'deadline_missed', clock: 'response' };
  await new NoticeProcessor(desk.database.database, desk.database.outbox, mailer, new DeskLog('silent')).handle({
    id: randomUUID(),
    name: 'write-notice',
    data: { ...data, occasion: 'v2' },
  });
  if (status === 'failed') mail.refusesWith = 550;
  if (status !== 'waiting') await sendDue();
  mail.refusesWith = 0;
  const [row] = await desk.database.superuser<{ id: DeliveryId }>('select id from deliveries order by id desc limit 1');
  return (row as { id: DeliveryId }).id;
}

/** What the log says of it, in order. */
async function entries(id: string): Promise<readonly object[]> {
  const rows = await desk.database.superuser<{ envelope: { action: string; facts: object } }>(
    `select convert_from(content, 'UTF8')::jsonb as envelope
       from audit_entries join audit_parts on entry_id = id and name = 'envelope'
      where object_id = $1 order by occurred_at, id`,
    [id],
  );
  return rows.filter(({ envelope }) => envelope.action === 'delivery.redelivered').map(({ envelope }) => envelope.facts);
}
