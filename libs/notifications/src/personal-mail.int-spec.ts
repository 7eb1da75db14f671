import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { mailbox, type Officer } from '@tracedesk/kernel';
import { DeskLog } from '@tracedesk/platform';
import { must, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { TestMailServer } from '@tracedesk/testing/mail';
import { AddressProofProcessor } from './address-proof.processor.js';
import { DeliveryProcessor } from './delivery.processor.js';
import { DEFAULT_PREFERENCES, type MailPreferences } from './mail-preferences.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';
import { KeepOwnMail } from './use-cases/keep-own-mail.service.js';
import { ListDeliveries } from './use-cases/list-deliveries.service.js';

const ORIGIN = new PublicOrigin('https://desk.example.org');
const ADDRESS = mailbox('jeanne.moreau@qm.example');
const WRONG = { ok: false, denial: { code: 'ADDRESS_CODE_WRONG' } };
const lines: string[] = [];
const log = new DeskLog('debug', { write: (line) => void lines.push(line) });

let desk: TestDesk;
let mail: TestMailServer;
let mailer: SmtpMailer;
let officer: Officer;
let supervisor: Officer;
beforeAll(async () => {
  [desk, mail] = await Promise.all([openTestDesk(), TestMailServer.open()]);
  mailer = new SmtpMailer({
    url: mail.url,
    password: null,
    from: mailbox('tracedesk@desk.example.org'),
    host: 'desk.example.org',
  });
  [officer, supervisor] = [desk.officer('QM'), desk.officer('QM', 'supervisor')];
}, 60_000);
afterAll(async () => {
  await mail?.close();
  await desk?.close();
});
beforeEach(() => mail.empty());
afterEach(async () => {
  for (const table of ['deliveries', 'notices', 'request_assignments', 'mail_preferences', 'address_proofs'])
    await desk.database.superuser(`delete from ${table}`);
});

describe('an address for e-mail', () => {
  it('is nobody’s before the code that was sent to it is told by whoever asked, in time, once', async () => {
    expect(await own().prove(officer, 'AAAA-AAAA-AAAA-AAAA')).toMatchObject(WRONG);
    must(await own().ask(officer, ADDRESS));
    expect(await own().read(officer)).toMatchObject({ address: null, askedAddress: ADDRESS });
    const code = await codeSent();
    expect(await own().prove(supervisor, code)).toMatchObject(WRONG);
    await desk.database.superuser(`update address_proofs set asked_at = asked_at - interval '25 hours'`);
    expect(await own().prove(officer, code)).toMatchObject(WRONG);
    await desk.database.superuser(`update address_proofs set asked_at = asked_at + interval '25 hours'`);
    expect(must(await own().prove(officer, ` ${code.toLowerCase().replaceAll('-', ' ')} `))).toMatchObject({
      address: ADDRESS,
      askedAddress: null,
    });
    expect(await own().prove(officer, code)).toMatchObject(WRONG);
    must(await own().remove(officer));
    expect(await own().read(officer)).toMatchObject({ address: null });
  });

  it('is proved by the code that was sent last, and by none before it', async () => {
    must(await own().ask(officer, mailbox('somebody.else@qm.example')));
    const first = await codeSent();
    mail.empty();
    must(await own().ask(officer, ADDRESS));
    expect(await own().prove(officer, first)).toMatchObject(WRONG);
    expect(must(await own().prove(officer, await codeSent())).address).toBe(ADDRESS);
  });

  it('is sent at most five codes a day, so that nobody is pestered', async () => {
    for (let n = 0; n < 5; n += 1) must(await own().ask(officer, ADDRESS));
    expect(await own().ask(officer, ADDRESS)).toMatchObject({ ok: false, denial: { code: 'ADDRESS_ASKED_TOO_OFTEN' } });
    await desk.database.superuser(`update address_proofs set first_asked_at = first_asked_at - interval '25 hours'`);
    must(await own().ask(officer, ADDRESS));
  });

  it('is sent its code once, and the desk cannot read the code; it stands in no log and no entry', async () => {
    must(await own().ask(officer, ADDRESS));
    await expect(desk.database.work.read(officer, (tx) => tx.query('select code from address_proofs'))).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
    const code = await codeSent();
    expect(await proofs().sendDue()).toBe(0);
    must(await own().prove(officer, code));
    await reach(officer, {}, 'assigned');
    const [kept] = await desk.database.superuser<{ text: string }>(
      `select (select string_agg(convert_from(content, 'UTF8'), '') from audit_parts where name = 'envelope') || (select string_agg(p::text, '') from address_proofs p) as text`,
    );
    expect(kept?.text).not.toContain(code);
    expect(lines.join('')).not.toContain(ADDRESS);
    const [entries] = await desk.database.superuser<{ text: string }>(
      `select string_agg(convert_from(content, 'UTF8'), '') as text from audit_parts where name in ('envelope', 'person')`,
    );
    expect(entries?.text).not.toContain(ADDRESS);
  });

  it('is seen by no other State', async () => {
    await proved(officer);
    const seen = (table: string) =>
      desk.database.work.read(desk.officer('QR'), (tx) => tx.query(`select person_id from ${table}`));
    expect([await seen('mail_preferences'), await seen('address_proofs')]).toEqual([[], []]);
  });
});

describe('a notice for who has the task, or for the supervisor', () => {
  it('goes to the office while none of them can be written to, or wants to be', async () => {
    await notice('assigned', { assigned: officer });
    await proved(officer);
    must(await own().save(officer, { ...DEFAULT_PREFERENCES, byMail: 'off' }));
    await notice('assigned', { assigned: officer });
    await proved(supervisor);
    await notice('assigned', {});
    await notice('office', { assigned: officer });
    await sendDue();
    const offices = (await mail.letters()).flatMap(({ recipients }) => recipients);
    expect(offices).toHaveLength(4);
    expect(offices).not.toContain(ADDRESS);
  });

  it('goes to them alone, and says no more than the office is told', async () => {
    await proved(officer);
    await reach(officer, {}, 'assigned');
    const [letter] = await mail.letters();
    expect(await mail.letters()).toHaveLength(1);
    expect(letter).toMatchObject({ recipients: [ADDRESS], subject: 'Tracedesk: news of TD-7K3F-92QX4' });
    expect(letter?.raw).not.toMatch(/deadline|overdue|80 ?%/);
    const { items } = await desk.get(ListDeliveries).execute(desk.officer('QM', 'administrator'), { limit: 9 });
    expect(items).toMatchObject([{ status: 'sent', recipient: { kind: 'person', address: 'j…@qm.example', answers: true } }]);
  });

  it('goes to the supervisor where it is for them, in their language', async () => {
    await proved(supervisor);
    await desk.database.superuser(`update people set language = 'fr' where id = $1`, [supervisor.personId]);
    await reach(supervisor, {}, 'supervisor');
    expect(await mail.letters()).toMatchObject([{ subject: 'Tracedesk : du nouveau pour TD-7K3F-92QX4' }]);
    await desk.database.superuser(`update people set language = 'en' where id = $1`, [supervisor.personId]);
  });

  it('is not sent to somebody who left, or took their address out, before it was', async () => {
    await proved(officer);
    await notice('assigned', { assigned: officer });
    must(await own().remove(officer));
    expect(await sendDue()).toBe(0);
    expect(await standing()).toEqual([{ status: 'failed', last_error: 'gone' }]);
    expect(await mail.letters()).toEqual([]);
  });

  it('waits for the end of quiet hours, unless it is urgent and may come through', async () => {
    await proved(officer);
    const quiet = { quietFrom: await clock(-60), quietUntil: await clock(120) };
    await reach(officer, quiet, 'assigned');
    expect(await mail.letters()).toEqual([]);
    const urgent = await urgentRequest();
    await notice('assigned', { assigned: officer, requestId: urgent });
    expect(await sendDue()).toBe(1);
    must(await own().save(officer, { ...DEFAULT_PREFERENCES, ...quiet, urgentThrough: false }));
    await notice('assigned', { assigned: officer, requestId: urgent, occasion: 'v3' });
    expect(await sendDue()).toBe(0);
    const waiting = await desk.database.superuser<{ soon: boolean }>(
      `select next_attempt_at between desk_now() + interval '30 minutes' and desk_now() + interval '4 hours' as soon
         from deliveries where status = 'waiting'`,
    );
    expect(waiting).toEqual([{ soon: true }, { soon: true }]);
  });
});

describe('a notice for administrators', () => {
  const administrator = () => desk.officer('QM', 'administrator');
  const agreed = (version: number) =>
    new NoticeProcessor(desk.database.database, desk.database.outbox, mailer, log).handle({
      id: randomUUID(),
      name: 'write-notice',
      data: {
        state: 'QM',
        kind: 'deadline_profile.agreed',
        audience: 'administrator',
        profile: 'BILATERAL-QM-QR-1',
        occasion: `BILATERAL-QM-QR-1_v${version}`,
      },
    });

  it('goes to the office while none of them can be written to, and to nobody else who can', async () => {
    await proved(supervisor);
    await agreed(1);
    await sendDue();
    const letters = await mail.letters();
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.flatMap(({ recipients }) => recipients)).not.toContain(ADDRESS);
  });

  it('goes to them with the name of the rule and its link alone, once', async () => {
    await proved(administrator());
    await Promise.all([agreed(1), agreed(1)]);
    await sendDue();
    const letters = await mail.letters();
    expect(letters).toMatchObject([{ recipients: [ADDRESS], subject: 'Tracedesk: news of BILATERAL-QM-QR-1' }]);
    expect(letters[0]?.text).toContain('https://desk.example.org/deadline-profiles/BILATERAL-QM-QR-1\n');
    expect(letters[0]?.raw).not.toMatch(/agreed|Rhosi|tracing-requests|request /);
  });
});

describe('the daily digest', () => {
  const DIGEST = { byMail: 'digest', digestHour: 8 } as const;

  it('is one message with each request once, reference and link alone', async () => {
    await proved(officer);
    await reach(officer, DIGEST, 'assigned');
    const second = randomUUID();
    await notice('assigned', { assigned: officer, requestId: second, reference: 'TD-9999-99999' });
    await notice('assigned', { assigned: officer, requestId: second, reference: 'TD-9999-99999', occasion: 'v3' });
    expect(await sendDue()).toBe(0);
    await digestHour();
    expect((await Promise.all([sendDue(), sendDue()])).sort()).toEqual([0, 1]);
    const [letter] = await mail.letters();
    expect(letter?.subject).toBe('Tracedesk: news of requests');
    expect(letter?.text?.match(/TD-9999-99999/g)).toHaveLength(1);
    expect(letter?.text).toContain(`https://desk.example.org/tracing-requests/${second}`);
    expect(letter?.text).toContain('TD-7K3F-92QX4');
    expect(letter?.raw).not.toMatch(/deadline|overdue/);
    expect((await standing()).map(({ status }) => status)).toEqual(['sent', 'sent', 'sent']);
    expect(await sendDue()).toBe(0);
  });

  it('is sent again as the same message after a crash, and as another when there is more in it', async () => {
    await proved(officer);
    await reach(officer, DIGEST, 'assigned');
    const again = async () => {
      await desk.database.superuser(`update deliveries set status = 'waiting', sent_at = null`);
      await digestHour();
      await sendDue();
    };
    await again();
    await again();
    await notice('assigned', { assigned: officer, occasion: 'v9' });
    await again();
    const names = (await mail.letters()).map(({ messageId }) => messageId);
    expect(names).toHaveLength(3);
    expect([names[0] === names[1], names[1] === names[2]]).toEqual([true, false]);
  });
});

function own(): KeepOwnMail {
  return desk.get(KeepOwnMail);
}

function proofs(): AddressProofProcessor {
  return new AddressProofProcessor(desk.database.database, mailer, ORIGIN, log);
}

function sendDue(): Promise<number> {
  return new DeliveryProcessor(desk.database.database, mailer, ORIGIN, log).sendDue();
}

/** The code in the message that was sent to the address. */
async function codeSent(): Promise<string> {
  await proofs().sendDue();
  const [letter] = await mail.letters();
  return /(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(letter?.text ?? '')?.[0] ?? '';
}

async function proved(person: Officer): Promise<void> {
  must(await own().ask(person, ADDRESS));
  must(await own().prove(person, await codeSent()));
  mail.empty();
}

/** The person says when they want to be written to, and a notice for them is written and, if it may be, sent. */
async function reach(person: Officer, wanted: Partial<MailPreferences>, audience: string): Promise<void> {
  must(await own().save(person, { ...DEFAULT_PREFERENCES, ...wanted }));
  await notice(audience, { assigned: person });
  await sendDue();
}

interface Given {
  readonly assigned?: Officer;
  readonly requestId?: string;
  readonly reference?: string;
  readonly occasion?: string;
}

async function notice(audience: string, given: Given): Promise<void> {
  const { assigned, requestId = randomUUID(), reference = 'TD-7K3F-92QX4', occasion = 'v2' } = given;
  if (assigned)
    await desk.database.superuser(
      `insert into request_assignments (state, request_id, person_id, assigned_at) values ('QM', $1, $2, now()) on conflict do nothing`,
      [requestId, assigned.personId],
    );
  const about = { kind: 'deadline_overdue', clock: 'response', share: 110 };
  await new NoticeProcessor(desk.database.database, desk.database.outbox, mailer, log).handle({
    id: randomUUID(),
    name: 'write-notice',
    data: { state: 'QM', requestId, reference, occasion, audience, ...about },
  });
}

async function urgentRequest(): Promise<string> {
  const { id } = await new TracingWalk(desk).submitted();
  await desk.database.superuser(`update tracing_requests set priority = 'urgent' where id = $1`, [id]);
  return id;
}

/** The time by the clock of the State so many minutes from now. */
async function clock(minutes: number): Promise<string> {
  const { timeZone } = await own().read(officer);
  const at = new Date(Date.now() + minutes * 60_000);
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** The hour of the digest has come for what waits for it. */
function digestHour(): Promise<unknown> {
  return desk.database.superuser(`update deliveries set next_attempt_at = created_at where status = 'waiting'`);
}

function standing() {
  return desk.database.superuser<{ status: string; last_error: string | null }>(
    'select status, last_error from deliveries order by id',
  );
}
