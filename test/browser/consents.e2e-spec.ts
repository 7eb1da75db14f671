import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DeskClient, DeskProcess, describeWhere, fieldsOf } from '@tracedesk/testing';
import type { Browser } from 'playwright-core';
import { CHROMIUM_MISSING, hasChromium, launchChromium, Visitor } from './visitor.js';

const QUESTION = {
  illicitness: { grounds: ['6a'], legalJustification: { value: 'Held without a licence.' } },
  find: { stateOfFind: 'QR', manner: 'seized', circumstances: { value: 'At a vehicle check.' } },
  firearm: {
    type: { value: 'self_loading_pistol' },
    calibre: { value: '9x19' },
    serialNumber: { value: 'A104777' },
    make: 'VAW',
  },
  intendedUse: { uses: ['investigation'] },
  undertaking: { guaranteed: true },
};
const EXPORT = {
  kind: 'export',
  finding: 'TRANSFERRED_TO_STATE',
  on: '2009',
  state: 'QN',
  details: 'Exported to Norvane.',
  restrictions: ['15c'],
};

describeWhere(hasChromium, CHROMIUM_MISSING, 'consents, in a browser', () => {
  let desk: DeskProcess;
  let browser: Browser;
  let rhosia: Visitor;
  let valmora: Visitor;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([DeskProcess.start(), launchChromium()]);
    const arrive = (state: string): Promise<Visitor> =>
      Visitor.arrive(browser, desk.origin, { javaScript: true }).then((visitor) => visitor.signInAs(state, 'contact'));
    rhosia = await arrive('QR');
    valmora = await arrive('QM');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  }, 60_000);

  async function clientOf(state: string) {
    const password = await desk.demonstrationPassword();
    const client = await new DeskClient(desk.origin).signIn({ state, name: 'contact', password });
    return async (path: string, body: object, headers: Record<string, string> = {}) => {
      const answer = await client.call(path, { method: 'POST', body, headers: { 'idempotency-key': randomUUID(), ...headers } });
      expect(answer.status).toBeLessThan(300);
      return fieldsOf(answer.body);
    };
  }

  /** The path of a request that Valmora has just answered with an item kept to Rhosia. */
  async function answered(): Promise<string> {
    const [asRhosia, asValmora] = await Promise.all([clientOf('QR'), clientOf('QM')]);
    const id = String((await asRhosia('/tracing-requests', { requestedState: 'QM', question: QUESTION }))['id']);
    await asRhosia('/traceability-checks', { requestId: id });
    await asRhosia(`/tracing-requests/${id}/submit`, {}, { 'if-match': '"1"' });
    await asValmora(`/tracing-requests/${id}/respond`, { kind: 'full', items: [EXPORT] }, { 'if-match': '"2"' });
    return `/tracing-requests/${id}`;
  }

  async function act(visitor: Visitor, path: string, name: string, fields: Readonly<Record<string, string>>): Promise<string> {
    await visitor.open(path);
    await visitor.follow(`${path}/${name}`);
    await visitor.fill(fields);
    await visitor.send();
    return visitor.text();
  }

  it('is asked for from the item, granted within a scope, used, and withdrawn', async () => {
    const path = await answered();
    await rhosia.open(`${path}/content`);
    await rhosia.fill({ purpose: 'other', justification: 'We follow the trace.' });
    await rhosia.send();
    await rhosia.follow(`/consents/new?requestId=${path.split('/').pop()}&names=1.1`);
    await rhosia.fill({ purpose: 'To ask Norvane.', reasons: 'The trace leads there.' });
    await rhosia.send();
    expect(await rhosia.page.locator('textarea[name="reasons"]').inputValue()).toBe('The trace leads there.');
    await rhosia.fill({ 'recipient.state': 'QS' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('The trace leads there.');
    const consent = rhosia.path;

    await valmora.open('/consents');
    await valmora.follow(consent);
    expect(await valmora.text()).toContain('Open the content of the request first');
    expect(await valmora.text()).not.toContain('The trace leads there.');
    await valmora.follow(`${consent}/deadline`);
    expect(await valmora.text()).toMatch(
      /How was this date worked out[^]*Consent[^]*from the act that asked for something[^]*So the act is due/,
    );
    await valmora.follow(consent);
    expect(await act(valmora, consent, 'grant', { names: '1.1', endsOn: '2001-01-01' })).toContain('The last day has passed');
    await valmora.fill({ endsOn: '2099-12-31' });
    await valmora.send();
    expect(await valmora.text()).toContain('granted until 31 December 2099');

    expect(await act(rhosia, consent, 'use', { names: '1.1', purpose: 'Told to Sardovia.' })).toContain('The use is entered');
    expect(await act(valmora, consent, 'withdraw', { reason: 'A case is open.' })).toContain('withdrawn on');
    await rhosia.open(consent);
    expect(await rhosia.text()).toContain('A case is open.');
    expect(await rhosia.open(`${consent}/use`)).toBeGreaterThanOrEqual(400);
  }, 120_000);

  it('is refused with a reason, and is no business of a third State', async () => {
    const path = await answered();
    await rhosia.open(`/consents/new?requestId=${path.split('/').pop()}&names=1.1`);
    await rhosia.fill({
      use: 'evidential_use',
      'recipient.authority': 'Court of Rhosia',
      purpose: 'As proof.',
      reasons: 'Trial.',
    });
    await rhosia.send();
    const consent = rhosia.path;
    expect(await act(valmora, consent, 'refuse', { reason: 'Its law forbids it.' })).toContain('refused');
    const sardovia = await Visitor.arrive(browser, desk.origin, { javaScript: true });
    await sardovia.signInAs('QS', 'contact');
    expect(await sardovia.open(consent)).toBe(404);
    await sardovia.leave();
  }, 60_000);

  it('does nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});
