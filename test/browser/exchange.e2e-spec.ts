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
    calibre: { unknownBecause: 'The stamp is worn.' },
    serialNumber: { value: 'A104777' },
    make: 'VAW',
  },
  intendedUse: { uses: ['investigation'] },
  undertaking: { guaranteed: true },
};

describeWhere(hasChromium, CHROMIUM_MISSING, 'the acts between question and response, in a browser', () => {
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

  /** The path of a request that Rhosia has just submitted to Valmora. */
  async function submitted(): Promise<string> {
    const client = await new DeskClient(desk.origin).signIn({
      state: 'QR',
      name: 'contact',
      password: await desk.demonstrationPassword(),
    });
    const post = (path: string, body: object, headers: Record<string, string> = {}) =>
      client.call(path, { method: 'POST', body, headers: { 'idempotency-key': randomUUID(), ...headers } });
    const draft = fieldsOf((await post('/tracing-requests', { requestedState: 'QM', question: QUESTION })).body);
    const id = String(draft['id']);
    await post('/traceability-checks', { requestId: id });
    expect((await post(`/tracing-requests/${id}/submit`, {}, { 'if-match': '"1"' })).status).toBe(200);
    return `/tracing-requests/${id}`;
  }

  async function act(visitor: Visitor, path: string, route: string, fields: Readonly<Record<string, string>>): Promise<string> {
    await visitor.open(path);
    await visitor.follow(`${path}/${route}`);
    await visitor.fill(fields);
    await visitor.send();
    return visitor.text();
  }

  it('asks for the ground first, keeps what was typed, and confirms each act', async () => {
    const path = await submitted();
    await act(valmora, path, 'request-information', { element: '17b_calibre', question: 'Please gauge the chamber.' });
    expect(await act(rhosia, path, 'supply-information', { notAvailable: 'yes' })).toContain('Calibre: asked once');

    expect(await act(valmora, path, 'delay', { reasons: 'A court has to authorise it.', until: '2099-01-31' })).toContain(
      'Choose the ground first',
    );
    await valmora.fill({ ground: '22_CONFIDENTIALITY_LAW', reasonsRestrictions: '15a', until: '2026-01-02' });
    await valmora.send();
    expect(await valmora.text()).toContain('Enter a date that is not past');
    await valmora.fill({ until: isoDayIn(1) });
    await valmora.send();
    expect(await valmora.text()).toContain('Enter a later date');
    await valmora.fill({ until: '2099-01-31' });
    await valmora.send();
    expect(await valmora.text()).toContain('31 January 2099');

    await valmora.open(`${path}/respond?kind=refused`);
    await valmora.fill({ ground: '22_INVESTIGATION', reasons: 'A case is before the court.' });
    await valmora.send();
    await act(rhosia, path, 'seek-clarification', { question: 'Which court?' });
    await act(valmora, path, 'clarify', { answer: 'The court of Vessel Bay.' });
    const item = { 'items.0.kind': 'government_stock', 'items.0.details': 'Held by the army.' };
    await act(valmora, path, 'supplement', { because: 'The court has lifted the secrecy.', ...item });
    await act(valmora, path, 'supplement', { because: 'The army says otherwise.', ...item, 'items.0.replaces': '2.1' });

    await rhosia.open(`${path}/content`);
    await rhosia.fill({ purpose: 'other', justification: 'We check the answer.' });
    await rhosia.send();
    const content = await rhosia.text();
    for (const said of ['Please gauge the chamber.', 'A court has to authorise it.', 'Which court?', 'The army says otherwise.'])
      expect(content).toContain(said);
    expect(content).toContain('Replaced by item 3.1, which counts');
  }, 120_000);

  it('redirects without a word about what was searched, and drafts the same question anew', async () => {
    const path = await submitted();
    expect(await act(valmora, path, 'redirect', { believedState: 'QS' })).toContain('is redirected');
    const draft = await act(rhosia, path, 'redraft', {});
    expect(draft).toContain('Draft TD-');
    await act(rhosia, path, 'reopen', { ground: 'redirect_contested', because: 'It bears your proof mark.' });
    expect(await rhosia.text()).toContain('is open again');
  }, 60_000);

  it('does nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});

/** The day so many days from now: before the response is due anyway. */
function isoDayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
