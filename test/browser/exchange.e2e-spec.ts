import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk, QUESTION } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

/** What Valmora asks further about. */
const WITHOUT_CALIBRE = { ...QUESTION, firearm: { ...QUESTION.firearm, calibre: { unknownBecause: 'The stamp is worn.' } } };

describeWhere(hasChromium, CHROMIUM_MISSING, 'the acts between question and response, in a browser', () => {
  let at: BrowsedDesk;
  let rhosia: Visitor;
  let valmora: Visitor;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
    rhosia = await at.arrive('QR', 'contact');
    valmora = await at.arrive('QM', 'contact');
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  it('asks for the ground first, keeps what was typed, and confirms each act', async () => {
    const path = await at.submitted(WITHOUT_CALIBRE);
    await valmora.act(path, 'request-information', { element: '17b_calibre', question: 'Please gauge the chamber.' });
    expect(await rhosia.act(path, 'supply-information', { notAvailable: 'yes' })).toContain('Calibre: asked once');

    expect(await valmora.act(path, 'delay', { reasons: 'A court has to authorise it.', until: '2099-01-31' })).toContain(
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
    await rhosia.act(path, 'seek-clarification', { question: 'Which court?' });
    await valmora.act(path, 'clarify', { answer: 'The court of Vessel Bay.' });
    const item = { 'items.0.kind': 'government_stock', 'items.0.details': 'Held by the army.' };
    await valmora.act(path, 'supplement', { because: 'The court has lifted the secrecy.', ...item });
    await valmora.act(path, 'supplement', { because: 'The army says otherwise.', ...item, 'items.0.replaces': '2.1' });

    await rhosia.open(`${path}/content`);
    await rhosia.fill({ purpose: 'other', justification: 'We check the answer.' });
    await rhosia.send();
    const content = await rhosia.text();
    for (const said of ['Please gauge the chamber.', 'A court has to authorise it.', 'Which court?', 'The army says otherwise.'])
      expect(content).toContain(said);
    expect(content).toContain('Replaced by item 3.1, which counts');
  }, 120_000);

  it('redirects without a word about what was searched, and drafts the same question anew', async () => {
    const path = await at.submitted(WITHOUT_CALIBRE);
    expect(await valmora.act(path, 'redirect', { believedState: 'QS' })).toContain('is redirected');
    const draft = await rhosia.act(path, 'redraft', {});
    expect(draft).toContain('Draft TD-');
    await rhosia.act(path, 'reopen', { ground: 'redirect_contested', because: 'It bears your proof mark.' });
    expect(await rhosia.text()).toContain('is open again');
  }, 60_000);

  it('shows the requesting State what its check said before, and why a warning was overridden only once it is opened for a purpose', async () => {
    const because = 'The frame was never found.';
    const question = { ...QUESTION, firearm: { ...QUESTION.firearm, serialNumberPlace: 'slide_or_bolt' } };
    const post = await at.posting('QR');
    const path = `/tracing-requests/${String((await post('/tracing-requests', { requestedState: 'QM', question }))['id'])}`;
    await rhosia.act(path, 'check', { 'overrides.0.because': because });
    await rhosia.send();
    expect(await rhosia.text()).toContain('is submitted');
    const kept = `${path}/traceability-check`;

    await valmora.open(path);
    expect(await valmora.page.locator(`a[href="${kept}"]`).count()).toBe(0);
    expect(await valmora.open(kept)).toBe(404);
    const auditor = await at.arrive('QR', 'auditor');
    await auditor.open(path);
    await auditor.follow(kept);
    expect(await auditor.text()).toMatch(/not read from the frame[\s\S]*contact point[\s\S]*not open to you now/);
    expect(await auditor.text()).toContain('not shown to your role');
    expect(await auditor.text()).not.toContain(because);

    const officer = await at.arrive('QR', 'officer');
    await officer.open(path);
    await officer.follow(kept);
    expect(await officer.text()).not.toContain(because);
    await officer.follow(`${path}/content`);
    await officer.fill({ purpose: 'other', justification: 'We check our own work.' });
    await officer.send();
    await officer.follow(kept);
    expect(await officer.text()).toContain(because);
    expect([...auditor.complaints, ...officer.complaints]).toEqual([]);
  }, 60_000);

  it('does nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});

/** The day so many days from now: before the response is due anyway. */
function isoDayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
