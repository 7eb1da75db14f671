import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const CONSIGNEE = 'Halvorsen Arms Import';
const EXPORT = {
  kind: 'export',
  finding: 'TRANSFERRED_TO_STATE',
  on: '2009',
  state: 'QN',
  details: 'Exported to Norvane.',
  restrictions: [],
  parties: [{ role: 'consignee', name: CONSIGNEE, isPerson: false, restrictions: ['15c'] }],
};

describeWhere(hasChromium, CHROMIUM_MISSING, 'the request to the next State, in a browser', () => {
  let at: BrowsedDesk;
  let rhosia: Visitor;
  let valmora: Visitor;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
    rhosia = await at.arrive('QR', 'contact');
    valmora = await at.arrive('QM', 'contact');
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  const press = async (visitor: Visitor, name: string): Promise<void> => {
    await visitor.page.getByRole('button', { name }).click();
    await visitor.inspect();
  };

  async function answerConsent(act: string, fields: Readonly<Record<string, string>>): Promise<void> {
    await valmora.open('/consents');
    await valmora.page.locator('main th a').first().click();
    await valmora.open(`${valmora.path}/${act}`);
    await valmora.fill(fields);
    await valmora.send();
  }

  it('is weighed for the State that the answer points to, item by item, with the rule and its paragraph', async () => {
    const path = await at.answered(EXPORT);
    await rhosia.open(path);
    await rhosia.follow(`${path}/follow-ups/new`);
    const text = await rhosia.text();
    expect(text).toContain('The answers point to Norvane.');
    expect(text).toMatch(/What travels to Norvane[^]*Export[^]*2009[^]*Given without a restriction[^]*What is kept back/);
    expect(text).toMatch(
      /kept back from Norvane[^]*Halvorsen Arms Import[^]*To no other State without its giver’s consent[^]*15\(c\)/,
    );
    expect(rhosia.page.url()).not.toContain('QN');
    await rhosia.fill({ requestedState: 'QS' });
    await press(rhosia, 'Show what may travel to it');
    expect(await rhosia.text()).toContain('What is kept back from Sardovia');
  }, 120_000);

  it('is drafted without what is kept back; consent puts it in, and its withdrawal takes it out before the submission', async () => {
    const path = await at.answered(EXPORT);
    await rhosia.open(`${path}/follow-ups/new`);
    await press(rhosia, 'Draft the request to Norvane');
    const draft = rhosia.path;
    const drafted = await rhosia.text();
    expect(drafted).toContain('The request to the next State is drafted');
    expect(drafted).toMatch(/From earlier answers[^]*in the draft[^]*kept back/);
    expect(drafted).not.toContain(CONSIGNEE);

    await press(rhosia, 'Ask Valmora for consent');
    expect(await rhosia.page.locator('select[name="recipient.state"]').inputValue()).toBe('QN');
    expect(await rhosia.page.locator('input[name="names"]').inputValue()).toBe('1.1.1');
    await rhosia.fill({ purpose: 'To ask Norvane.', reasons: 'The trace leads there.' });
    await rhosia.send();
    await answerConsent('grant', { names: '1.1.1', endsOn: '2099-12-31' });

    await rhosia.open(draft);
    expect(await rhosia.text()).toContain('More may travel now than the draft holds.');
    await press(rhosia, 'Put in what may travel now');
    expect(await rhosia.text()).toContain(CONSIGNEE);
    await rhosia.open(`${draft}/check`);
    expect(await rhosia.text()).toMatch(/What earlier answers told[^]*Halvorsen Arms Import/);

    await valmora.open('/consents');
    await answerConsent('withdraw', { reason: 'A case is open.' });
    await rhosia.open(draft);
    const withdrawn = await rhosia.text();
    expect(withdrawn).toMatch(/Take it out before you submit[^]*must be taken out[^]*withdrawn/);
    await press(rhosia, 'Put in what may travel now');
    expect(await rhosia.text()).not.toContain(CONSIGNEE);
  }, 120_000);

  it('is stopped with a warning where somebody types what is kept back', async () => {
    const path = await at.answered(EXPORT);
    await rhosia.open(`${path}/follow-ups/new`);
    await press(rhosia, 'Draft the request to Norvane');
    await rhosia.open(`${rhosia.path}/edit/find`);
    await rhosia.fill({ 'question.find.circumstances.value': `Sold to ${CONSIGNEE.toUpperCase()}.` });
    await rhosia.send();
    expect(await rhosia.text()).toContain('A text tells what may not be passed on');
  }, 60_000);

  it('is no business of the State that answered, nor of a third one', async () => {
    const path = await at.answered(EXPORT);
    expect(await valmora.open(`${path}/follow-ups/new`)).toBe(404);
  }, 60_000);

  it('does nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});
