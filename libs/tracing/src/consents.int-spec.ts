import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ActOnConsent,
  AskForConsent,
  Disclosures,
  ReadConsents,
  type AskConsent,
  type ConsentSummary,
} from '@tracedesk/confidentiality';
import { Deadlines, DeadlineSweep } from '@tracedesk/deadlines';
import { Sealed, stateCode, type Officer, type RequestId } from '@tracedesk/kernel';
import { must, on, onceKey, openTestDesk, TracingWalk, type TestDesk } from '@tracedesk/testing/desk';
import { AN_ITEM } from '@tracedesk/testing';
import { RespondToRequest } from './use-cases/respond-to-request.service.js';
import { ReadTimeline } from './use-cases/read-timeline.service.js';

const PURPOSE = Sealed.of('To ask where the arm went next.');
const REASONS = Sealed.of('The trace leads on to Sardovia.');

let desk: TestDesk;
let giver: Officer;
let asker: Officer;

beforeAll(async () => {
  desk = await openTestDesk();
  asker = desk.officer('QR');
  giver = desk.officer('QM');
});
afterAll(() => desk.close());

describe('a consent to onward release', () => {
  it('cannot be asked for by a third State, which learns of no request', async () => {
    const requestId = await answered();
    expect(await ask(desk.officer('QN'), requestId)).toBeDeniedWith('REQUEST_NOT_FOUND');
  });

  it('cannot be asked for what was never given', async () => {
    expect(await ask(asker, await answered(), { names: ['1.2'] })).toBeDeniedWith('CONSENT_INFORMATION_UNKNOWN', 'names');
  });

  it('is seen by both States and nobody else, and its words by nobody without a disclosure', async () => {
    const consent = must(await ask(asker, await answered()));
    const reads = desk.get(ReadConsents);
    expect(must(await reads.one(giver, consent.id))).toMatchObject({ side: 'giving', acts: ['grant', 'refuse'] });
    expect(await reads.one(desk.officer('QS'), consent.id)).toBeDeniedWith('CONSENT_NOT_FOUND');
    expect(await reads.list(desk.officer('QS'), {})).toEqual([]);
    expect(await reads.words(giver, consent.id, undefined)).toBeDeniedWith('DISCLOSURE_REQUIRED');
    const disclosure = must(
      await desk.get(Disclosures).open(giver, {
        subject: { kind: 'tracing_request', id: consent.requestId },
        purpose: 'assigned_task',
      }),
    );
    const said = must(await reads.words(giver, consent.id, disclosure.id));
    expect(said.map(({ act, name, text }) => [act, name, text.reveal()])).toEqual([
      ['asked', 'purpose', PURPOSE.reveal()],
      ['asked', 'reasons', REASONS.reveal()],
    ]);
  });

  it('runs its own clock against the giver, beside those of the request, until it answers', async () => {
    const consent = must(await ask(asker, await answered()));
    expect(consent.deadline).toMatchObject({ state: 'runs', actingState: 'QM' });
    const ofRequest = await desk.database.work.read(asker, (tx) => desk.get(Deadlines).of(tx, consent.requestId));
    expect(ofRequest.map(({ clock }) => clock)).not.toContain('consent');
    const grantedNow = must(await grant(consent));
    expect(grantedNow).toMatchObject({ status: 'granted', inForce: true, deadline: { state: 'settled' } });
    const explained = must(await desk.get(ReadConsents).explainDeadline(giver, consent.id));
    expect(explained.lines).toContainEqual({ line: 'term', unit: 'calendar_days', length: 14 });
  });

  it('that is answered by nobody is missed once, and refuses nothing', async () => {
    const consent = must(await ask(asker, await answered()));
    await desk.database.advance('20 days');
    await desk.get(DeadlineSweep).sweep();
    const read = must(await desk.get(ReadConsents).one(asker, consent.id));
    expect(read).toMatchObject({ status: 'asked', deadline: { missedAt: read.deadline?.dueAt } });
  });

  it('leaves an entry for each act on the record of both, and a notice to the other', async () => {
    const consent = must(await ask(asker, await answered()));
    const held = must(await grant(consent));
    must(await desk.get(ActOnConsent).execute(asker, attempt(held), { act: 'use', names: ['1.1'], purpose: PURPOSE }));
    const used = must(await desk.get(ReadConsents).one(giver, consent.id));
    must(await desk.get(ActOnConsent).execute(giver, attempt(used), { act: 'withdraw', reason: REASONS }));
    for (const reader of [asker, giver]) {
      const timeline = must(await desk.get(ReadTimeline).execute(reader, consent.requestId));
      const acts = timeline.map(({ action }) => action).filter((action) => action.startsWith('consent.'));
      expect(acts).toEqual(['consent.asked', 'consent.granted', 'consent.used', 'consent.withdrawn']);
    }
    const notices = await desk.database.superuser<{ state: string; kind: string }>(
      `select payload ->> 'state' as state, payload ->> 'kind' as kind from outbox where payload ->> 'occasion' like $1 order by id`,
      [`${consent.id}%`],
    );
    expect(notices.map(({ state, kind }) => `${state} ${kind}`)).toEqual([
      'QM consent.asked',
      'QR consent.granted',
      'QM consent.used',
      'QR consent.withdrawn',
    ]);
  });

  it('acted on at another version than it was read at is a conflict', async () => {
    const consent = must(await ask(asker, await answered()));
    must(await grant(consent));
    expect(await grant(consent)).toBeDeniedWith('VERSION_CONFLICT');
  });

  it('is there once, however often the same asking arrives', async () => {
    const requestId = await answered();
    const once = onceKey();
    const [one, other] = [await ask(asker, requestId, {}, once), await ask(asker, requestId, {}, once)];
    expect(must(one).id).toBe(must(other).id);
  });
});

/** A request of QR that QM answered with one item. */
async function answered(): Promise<RequestId> {
  const walk = new TracingWalk(desk);
  const request = await walk.acknowledged();
  const response = { kind: 'full', content: Sealed.of({ items: [AN_ITEM] }) } as const;
  return must(await desk.get(RespondToRequest).execute(giver, on(request), { response })).id;
}

function ask(actor: Officer, requestId: RequestId, changes: Partial<AskConsent> = {}, once = onceKey()) {
  const recipient = { kind: 'state', state: stateCode('QS') } as const;
  const words = { purpose: PURPOSE, reasons: REASONS };
  return desk
    .get(AskForConsent)
    .execute(actor, once, { requestId, use: 'onward_release', recipient, names: ['1.1'], words, ...changes });
}

function grant(consent: ConsentSummary) {
  return desk.get(ActOnConsent).execute(giver, attempt(consent), { act: 'grant', names: ['1.1'], endsOn: '2099-12-31' });
}

function attempt({ id, version }: ConsentSummary) {
  return { consentId: id, version, once: onceKey() };
}
