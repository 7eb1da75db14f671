import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RespondToRequest } from '@tracedesk/tracing';
import { Sealed, type Officer } from '@tracedesk/kernel';
import { must, on, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { MakeCalendarFeed } from './use-cases/make-calendar-feed.service.js';
import { ReadCalendarFeed } from './use-cases/read-calendar-feed.service.js';
import { RevokeCalendarFeed } from './use-cases/revoke-calendar-feed.service.js';

const NOTHING = { ok: false, denial: { code: 'NOT_FOUND' } };

let desk: TestDesk;
let asked: Officer;
beforeAll(async () => {
  desk = await openTestDesk();
  asked = desk.officer('QM');
}, 60_000);
afterAll(() => desk?.close());

describe('a calendar address', () => {
  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}/`])('that never was (%s) gives nothing', async (token) => {
    expect(await read(token)).toMatchObject(NOTHING);
  });

  it('gives nothing once it is revoked, or replaced by another', async () => {
    const first = await made(asked);
    const second = await made(asked);
    expect(await read(first)).toMatchObject(NOTHING);
    expect(await read(second)).toMatchObject({ ok: true });
    must(await desk.get(RevokeCalendarFeed).execute(asked));
    expect(await read(second)).toMatchObject(NOTHING);
    expect(await desk.get(ReadCalendarFeed).madeAt(asked)).toBeNull();
  });

  it('gives nothing while its person may not sign in, or works on requests no more', async () => {
    const token = await made(asked);
    await whileHas('active = false', 'active = true', token);
    await whileHas(`role = 'auditor'`, `role = '${asked.role}'`, token);
    expect(await read(token)).toMatchObject({ ok: true });
  });

  it('is kept as a hash only, and in no entry of the log', async () => {
    const token = await made(asked);
    const [row] = await desk.database.superuser<{ kept: string; entered: string }>(
      `select (select string_agg(f::text, '') from calendar_feeds f) as kept, (select string_agg(p::text, '') from audit_parts p) as entered`,
    );
    for (const hidden of [token, Buffer.from(token).toString('hex')]) {
      expect(row?.kept).not.toContain(hidden);
      expect(row?.entered).not.toContain(hidden);
    }
  });

  it('is seen by no other State', async () => {
    await made(asked);
    const seen = await desk.database.work.read(desk.officer('QR'), (tx) => tx.query('select 1 from calendar_feeds'));
    expect(seen).toEqual([]);
  });
});

describe('a calendar of due dates', () => {
  it('shows what runs against the own State until it is done, and nothing of the question', async () => {
    const walk = new TracingWalk(desk);
    const acknowledged = await walk.acknowledged();
    const [own, other] = [await made(asked), await made(walk.requesting)];
    const text = must(await read(own));
    expect(text).toContain(`SUMMARY:${acknowledged.reference}: reply due`);
    expect(text).toContain(`UID:${acknowledged.id}-response@tracedesk`);
    expect(text).not.toContain('A104552');
    expect(must(await read(own))).toBe(text);
    expect(must(await read(other))).not.toContain('BEGIN:VEVENT');

    await desk.database.superuser(`update people set language = 'fr' where id = $1`, [asked.personId]);
    expect(must(await read(own))).toContain(`${acknowledged.reference} : réponse attendue`);

    const response = { kind: 'no_record', finding: 'NO_RECORD_FOUND', content: Sealed.of({ items: [] }) } as const;
    must(await desk.get(RespondToRequest).execute(asked, on(acknowledged), { response }));
    expect(must(await read(own))).not.toContain('BEGIN:VEVENT');
  });
});

function read(token: string) {
  return desk.get(ReadCalendarFeed).execute(token);
}

/** The token in a new address. */
async function made(actor: Officer): Promise<string> {
  const { address } = must(await desk.get(MakeCalendarFeed).execute(actor));
  const token = /^http:\/\/127\.0\.0\.1:3000\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1];
  return token ?? '';
}

async function whileHas(change: string, back: string, token: string): Promise<void> {
  await desk.database.superuser(`update people set ${change} where id = $1`, [asked.personId]);
  expect(await read(token)).toMatchObject(NOTHING);
  await desk.database.superuser(`update people set ${back} where id = $1`, [asked.personId]);
}
