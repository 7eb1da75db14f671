import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const EXPORT = {
  kind: 'export',
  finding: 'TRANSFERRED_TO_STATE',
  on: '2009',
  state: 'QN',
  details: 'Exported to Norvane.',
  restrictions: ['15c'],
};

describeWhere(hasChromium, CHROMIUM_MISSING, 'consents, in a browser', () => {
  let at: BrowsedDesk;
  let rhosia: Visitor;
  let valmora: Visitor;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
    rhosia = await at.arrive('QR', 'contact');
    valmora = await at.arrive('QM', 'contact');
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  it('is asked for from the item, granted within a scope, used, and withdrawn', async () => {
    const path = await at.answered(EXPORT);
    const opensContent = async (): Promise<void> => {
      await rhosia.open(`${path}/content`);
      await rhosia.fill({ purpose: 'other', justification: 'We follow the trace.' });
      await rhosia.send();
    };
    await opensContent();
    await rhosia.follow(`/consents/new?requestId=${path.split('/').pop()}&names=1.1`);
    await rhosia.fill({ purpose: 'To ask Norvane.', reasons: 'The trace leads there.' });
    await rhosia.send();
    expect(await rhosia.page.locator('textarea[name="reasons"]').inputValue()).toBe('The trace leads there.');
    await rhosia.fill({ 'recipient.state': 'QS' });
    await rhosia.send();
    const consent = rhosia.path;
    // What was opened before covers what there was before: these words came later, and whoever reads them is entered for them.
    expect(await rhosia.text()).not.toContain('The trace leads there.');
    await opensContent();
    await rhosia.open(consent);
    expect(await rhosia.text()).toContain('The trace leads there.');

    await valmora.open('/consents');
    await valmora.follow(consent);
    expect(await valmora.text()).toContain('Open the content of the request first');
    expect(await valmora.text()).not.toContain('The trace leads there.');
    await valmora.follow(`${consent}/deadline`);
    expect(await valmora.text()).toMatch(
      /How was this date worked out[^]*Consent[^]*from the act that asked for something[^]*So the act is due/,
    );
    await valmora.follow(consent);
    expect(await valmora.act(consent, 'grant', { names: '1.1', endsOn: '2001-01-01' })).toContain('The last day has passed');
    await valmora.fill({ endsOn: '2099-12-31' });
    await valmora.send();
    expect(await valmora.text()).toContain('granted until 31 December 2099');

    expect(await rhosia.act(consent, 'use', { names: '1.1', purpose: 'Told to Sardovia.' })).toContain('The use is entered');
    expect(await valmora.act(consent, 'withdraw', { reason: 'A case is open.' })).toContain('withdrawn on');
    await opensContent();
    await rhosia.open(consent);
    expect(await rhosia.text()).toContain('A case is open.');
    expect(await rhosia.open(`${consent}/use`)).toBeGreaterThanOrEqual(400);
  }, 120_000);

  it('is refused with a reason, and is no business of a third State', async () => {
    const path = await at.answered(EXPORT);
    await rhosia.open(`/consents/new?requestId=${path.split('/').pop()}&names=1.1`);
    await rhosia.fill({
      use: 'evidential_use',
      'recipient.authority': 'Court of Rhosia',
      purpose: 'As proof.',
      reasons: 'Trial.',
    });
    await rhosia.send();
    const consent = rhosia.path;
    expect(await valmora.act(consent, 'refuse', { reason: 'Its law forbids it.' })).toContain('refused');
    const sardovia = await at.arrive('QS', 'contact');
    expect(await sardovia.open(consent)).toBe(404);
    await sardovia.leave();
  }, 60_000);

  it('does nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});
