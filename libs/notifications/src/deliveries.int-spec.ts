import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailbox, stateCode, type Mailbox } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { TestMailServer } from '@tracedesk/testing/mail';
import { DeliveryProcessor } from './delivery.processor.js';
import { NoMailer, type Mailer } from './mailer.service.js';
import { NOTICE_KINDS } from './notice.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';

const REQUEST = { requestId: randomUUID(), reference: 'TD-7K3F-92QX4' };
const TELLING = 'other_state_told';
const log = new DeskLog('silent');

let desk: TestDatabase;
let mail: TestMailServer;
let mailer: Mailer;

beforeAll(async () => {
  [desk, mail] = await Promise.all([openTestDatabase(), TestMailServer.open()]);
  await desk.superuser(
    `insert into states (code, time_zone, officers_submit) values ('QM', 'UTC', true), ('QR', 'UTC', true) on conflict do nothing`,
  );
  mailer = mailerAt(mail.url);
});
afterAll(async () => {
  await mail?.close();
  await desk?.close();
});
beforeEach(async () => {
  mail.empty();
  await office('tracing@qm.example', ['fr', 'en']);
});
afterEach(async () => {
  for (const table of ['deliveries', 'notices', 'contact_points']) await desk.superuser(`delete from ${table}`);
});

describe('word of a notice by e-mail', () => {
  it('holds reference and link and nothing else, whatever the notice says', async () => {
    for (const kind of NOTICE_KINDS) await given(kind);
    const count = await sender().sendDue();
    expect(count).toBeGreaterThan(10);
    const letters = await mail.letters();
    const link = `https://desk.example.org/tracing-requests/${REQUEST.requestId}`;
    expect(new Set(letters.map(({ text }) => text?.includes(link)))).toEqual(new Set([true]));
    expect(new Set(letters.map(({ subject, text, from, html }) => JSON.stringify([subject, text, from, html]))).size).toBe(1);
    expect(letters[0]?.subject).toBe('Tracedesk : du nouveau pour TD-7K3F-92QX4');
  });

  it('goes to nobody where an office’s address, taken long ago, is not one mailbox', async () => {
    await desk.superuser('delete from contact_points');
    for (const address of ['ops,desk@qm.example', 'Desk <desk@qm.example>']) await office(address, ['en']);
    await given(TELLING);
    expect(await sender().sendDue()).toBe(0);
    expect(await mail.letters()).toEqual([]);
    expect(await desk.superuser('select distinct status, last_error from deliveries')).toEqual([
      { status: 'failed', last_error: 'gone' },
    ]);
  });

  it('is written to one mailbox, whatever stands in the letter', async () => {
    const to = 'ops,desk@qm.example' as Mailbox;
    await mailer.send({ name: randomUUID(), to, mail: { about: 'digest', news: [], language: 'en' } });
    const recipients = (await mail.letters()).flatMap((letter) => letter.recipients);
    expect(recipients).not.toContain('desk@qm.example');
  });

  it('holds the list of notices alone where the notice leads to no request', async () => {
    await given(TELLING);
    expect(await sender().sendDue()).toBe(1);
    const [letter] = await mail.letters();
    expect(letter?.subject).toBe('Tracedesk : un avis');
    expect(letter?.text).toContain('https://desk.example.org/notices\n');
    expect(JSON.stringify(letter)).not.toMatch(/TD-|tracing-requests|QR|Rhosi/);
  });

  it('is written with the notice, once, and not at all where there is no mail server or no office that answers', async () => {
    await Promise.all([given('deadline_missed'), given('deadline_missed')]);
    await given('deadline_overdue', new NoMailer());
    await desk.superuser(`update contact_points set valid_from = '2020-01-01', valid_until = '2020-12-31'`);
    await given('deadline_reminder');
    expect(await deliveries()).toMatchObject([{ status: 'waiting', attempts: 0 }]);
  });

  it('is not sent again once it is sent', async () => {
    await given('deadline_missed');
    expect(await Promise.all([sender().sendDue(), sender().sendDue()])).toEqual(expect.arrayContaining([1, 0]));
    expect(await sender().sendDue()).toBe(0);
    expect(await deliveries()).toMatchObject([{ status: 'sent', attempts: 1, last_error: null }]);
    expect(await mail.letters()).toHaveLength(1);
  });

  it('is given up at once where the office’s address is refused, and the reason holds no address', async () => {
    mail.refusesWith = 550;
    await given('deadline_missed');
    await sender().sendDue();
    expect(await deliveries()).toMatchObject([{ status: 'failed', last_error: 'refused' }]);
  });

  it('is tried again after a temporary refusal, and later each time', async () => {
    mail.refusesWith = 451;
    await given('deadline_missed');
    await sender().sendDue();
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: 'temporary', attempts: 1 }]);
    expect(await sender().sendDue()).toBe(0);
    mail.refusesWith = 0;
    await due();
    expect(await sender().sendDue()).toBe(1);
  });

  it('waits where the server is away or hangs, and fails after three days', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const stuck = sender(mailerAt(`smtp://127.0.0.1:${(hanging.address() as AddressInfo).port}`, 300));
    await given('deadline_missed');
    await stuck.sendDue();
    expect(await deliveries()).toMatchObject([{ status: 'waiting', last_error: 'unreachable' }]);
    await desk.superuser(`update deliveries set round_began_at = round_began_at - interval '3 days'`);
    await due();
    await stuck.sendDue();
    hanging.close();
    expect(await deliveries()).toMatchObject([{ status: 'failed', attempts: 2 }]);
  });

  it('that left before a crash is sent again under the same Message-ID, and not lost', async () => {
    await given('deadline_missed');
    await sender().sendDue();
    await desk.superuser(`update deliveries set status = 'waiting', sent_at = null`);
    await due();
    await sender().sendDue();
    const ids = (await mail.letters()).map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('is seen by its own State only, and the worker cannot read what the notice is about', async () => {
    await given('deadline_missed');
    const seenBy = (state: string) =>
      desk.database.inState({ kind: 'process', name: 'upkeep', state: stateCode(state) }, 'READ ONLY', (tx) =>
        tx.query<object>('select id from deliveries'),
      );
    expect(await seenBy('QM')).toHaveLength(1);
    expect(await seenBy('QR')).toEqual([]);
    await expect(desk.database.as('relay', (tx) => tx.query('select kind from notices'))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });
});

function sender(by: Mailer = mailer): DeliveryProcessor {
  return new DeliveryProcessor(desk.database, by, new PublicOrigin('https://desk.example.org'), log);
}

function mailerAt(url: string, longestMs = 5_000): SmtpMailer {
  const from = mailbox('tracedesk@desk.example.org');
  return new SmtpMailer({ url, password: null, from, host: 'desk.example.org' }, longestMs);
}

/** A notice as a job of the queue brings it; acts are named by their kind, and those that are not get the act's name. */
async function given(kind: string, by: Mailer = mailer): Promise<void> {
  const names = [
    kind,
    `tracing_request.${kind}`,
    kind === 'request_received' ? 'tracing_request.submitted' : kind.replace('_', '.'),
  ];
  for (const name of names)
    await new NoticeProcessor(desk.database, desk.outbox, by, log).handle({
      id: randomUUID(),
      name: 'write-notice',
      data: {
        state: 'QM',
        ...REQUEST,
        kind: name,
        occasion: 'v2',
        ...(kind === TELLING ? { requestingState: 'QR' } : { clock: 'response' }),
      },
    });
}

function office(email: string, languages: readonly string[]): Promise<unknown> {
  return desk.superuser(
    `insert into contact_points (state, confirmed_at, updated_at, office, email, languages, valid_from)
     values ('QM', now(), now(), 'Office', $1, $2, '2020-01-01')`,
    [email, languages],
  );
}

function due(): Promise<unknown> {
  return desk.superuser('update deliveries set next_attempt_at = created_at');
}

function deliveries() {
  return desk.superuser<{ status: string; attempts: number; last_error: string | null }>(
    'select status, attempts, last_error from deliveries order by id',
  );
}
