import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk, QUESTION } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const SCREENSHOTS = process.env['SCREENSHOTS'];

describeWhere(hasChromium, CHROMIUM_MISSING, 'the items of a response, in a browser', () => {
  let at: BrowsedDesk;
  let rhosia: Visitor;
  let valmora: Visitor;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
    rhosia = await at.arrive('QR', 'contact');
    valmora = await at.arrive('QM', 'contact');
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  async function respond(path: string, kind: string, fields: Readonly<Record<string, string>>): Promise<string> {
    await valmora.open(`${path}/respond?kind=${kind}`);
    const folded = valmora.page.locator('main details:not([open]) > summary');
    while (await folded.count()) await folded.first().click();
    await valmora.fill(fields);
    await valmora.send();
    return valmora.text();
  }

  async function read(path: string, purpose: string): Promise<string> {
    await rhosia.open(`${path}/content?again=yes`);
    await rhosia.fill({ purpose, justification: 'The office needs it.' });
    await rhosia.send();
    return rhosia.text();
  }

  it('are kept to the purposes their giver permits, and the reader is told which', async () => {
    const path = await at.submitted();
    const item = {
      'items.0.kind': 'holder',
      'items.0.finding': 'TRACED_TO_LAST_LEGAL_HOLDER',
      'items.0.details': 'Held by the Nordhavn club.',
      'items.0.purposes': 'investigation',
    };
    expect(await respond(path, 'full', item)).toContain('Purposes are permitted under restriction 15(b) only');
    await valmora.fill({ 'items.0.restrictions': '15b' });
    await valmora.send();

    const withheld = await read(path, 'statistics');
    expect(withheld).toContain('Valmora permits the item for these only: Criminal investigation.');
    expect(withheld).not.toContain('Nordhavn');
    await rhosia.page.getByRole('link', { name: 'Read for another purpose' }).click();
    expect(await read(path, 'investigation')).toContain('Held by the Nordhavn club.');
  }, 120_000);

  it('and so is the question: the State asked is told what binds it, and what the desk cannot see to', async () => {
    const path = await at.submitted({
      ...QUESTION,
      restrictions: { firearm: ['15b'], find: ['15c'], purposes: ['investigation'] },
    });
    const read = async (purpose: string): Promise<string> => {
      await valmora.open(`${path}/content?again=yes`);
      await valmora.fill({ purpose, justification: 'The office needs it.' });
      await valmora.send();
      if (SCREENSHOTS) await valmora.page.screenshot({ path: `${SCREENSHOTS}/question-${purpose}.png`, fullPage: true });
      return valmora.text();
    };
    const withheld = await read('statistics');
    expect(withheld).toContain('Rhosia permits what it restricted for these only: Criminal investigation.');
    expect(withheld).not.toContain('A104777');
    expect(withheld).toContain('At a vehicle check.');
    expect(withheld).toContain('Not shown for the purpose you stated');
    const shown = await read('investigation');
    expect(shown).toContain('A104777');
    expect(shown).toContain('It cannot see what you do with what you have read');
    await valmora.page.getByRole('link', { name: 'Ask the requesting State for leave' }).click();
    await valmora.inspect();
    expect(await valmora.text()).toContain('TD-');
  }, 120_000);

  it('hand over the files of a document, under the conditions of its item', async () => {
    const path = await at.submitted();
    await valmora.open(`${path}/respond?kind=full`);
    expect(await valmora.text()).toContain('add it first');
    await valmora.open(`${path}/content`);
    if (await valmora.page.locator('input[name=purpose]').count()) await valmora.send();
    await valmora.follow(`${path}/attachments`);
    expect(await valmora.text()).toContain('Nobody outside your State sees these files');
    const buffer = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    await valmora.page.locator('input[type=file]').setInputFiles({ name: 'licence.png', mimeType: 'image/png', buffer });
    await valmora.send();
    expect(await valmora.text()).toContain('licence.png');
    expect(await read(path, 'investigation')).not.toContain('licence.png');

    await valmora.open(`${path}/respond?kind=full`);
    await valmora.page.getByLabel('licence.png').check();
    const item = {
      'items.0.finding': 'TRACED_TO_LAST_LEGAL_HOLDER',
      'items.0.details': 'The licence of its holder.',
      'items.0.restrictions': '15b',
    };
    const folded = valmora.page.locator('main details:not([open]) > summary');
    while (await folded.count()) await folded.first().click();
    await valmora.fill({ ...item, 'items.0.kind': 'holder', 'items.0.purposes': 'investigation' });
    await valmora.send();
    expect(await valmora.text()).toContain('Only a document names files');
    await valmora.fill({ 'items.0.kind': 'document' });
    await valmora.send();
    expect(await valmora.text()).toContain('is sent');

    expect(await read(path, 'statistics')).not.toContain('licence.png');
    expect(await read(path, 'investigation')).toMatch(/The licence of its holder[\s\S]*licence\.png/);
  }, 120_000);

  it('are no surer than what they rest on, and show how the serial number of a record compares with the one read', async () => {
    const path = await at.submitted();
    const item = {
      'items.0.kind': 'holder',
      'items.0.finding': 'TRACED_TO_LAST_LEGAL_HOLDER',
      'items.0.details': 'Licensed in 2011.',
      'items.0.record.register': 'Licences',
      'items.0.record.serial': 'AI04777',
      'items.0.record.matchConfirmed': 'yes',
      'items.0.confidence': 'confirmed',
      'items.0.confidenceBasis': 'serial_alike',
    };
    expect(await respond(path, 'full', item)).toContain('The confidence is higher than what it rests on carries');
    await valmora.fill({ 'items.0.confidenceBasis': 'officer_comparison' });
    await valmora.send();
    const shown = await read(path, 'investigation');
    expect(shown).toContain('Alike: only characters that are confused on metal differ from the one read.');
    expect(shown).toContain('Rests on: the comparison of record and firearm by an officer, the serial number, apart from');
  }, 120_000);

  it('keep a point of diversion to the purposes of the items that lead to it', async () => {
    const path = await at.submitted();
    const answer = {
      'items.0.kind': 'loss_or_theft',
      'items.0.finding': 'TRACED_TO_POINT_OF_DIVERSION',
      'items.0.details': 'Reported stolen.',
      'items.0.restrictions': '15b',
      'items.0.purposes': 'investigation',
      'pointOfDiversion.basis': 'tracing',
      'pointOfDiversion.circumstances': 'Taken from the depot at Vessel Bay.',
      'pointOfDiversion.restrictions': '15c',
    };
    await respond(path, 'full', answer);
    const withheld = await read(path, 'statistics');
    expect(withheld).toContain('Item 1.d: Point of diversion');
    expect(withheld).not.toContain('Vessel Bay');
    expect(await read(path, 'investigation')).toContain('Taken from the depot at Vessel Bay.');
  }, 120_000);

  it('are none where several firearms carry the number: the candidates are told apart by further marks', async () => {
    const path = await at.submitted();
    const first = { 'candidates.0.serial': 'A104777', 'candidates.0.marks': 'Proof mark of 1998.' };
    expect(await respond(path, 'no_record', { finding: 'DUPLICATE_SERIALS', ...first })).toContain('Name at least two firearms');
    await valmora.fill({ 'candidates.1.serial': 'A104777', 'candidates.1.marks': 'A crown on the slide.' });
    await valmora.send();
    const shown = await read(path, 'investigation');
    for (const said of ['Proof mark of 1998.', 'A crown on the slide.', 'authorities designated by the receiving State'])
      expect(shown).toContain(said);
    await rhosia.page.getByRole('link', { name: 'Say by further marks' }).click();
    await rhosia.fill({ question: 'It bears a crown.' });
    await rhosia.send();
    expect(await rhosia.text()).not.toContain('Proof mark');
  }, 120_000);

  it('are none where the period for keeping records lapsed, and a year that says otherwise is shown to both', async () => {
    const path = await at.submitted();
    const period = { 'lapsedPeriod.records': 'manufacture', 'lapsedPeriod.year': '2015' };
    const answer = { finding: 'RECORD_PERIOD_LAPSED', ...period };
    expect(await respond(path, 'no_record', answer)).toContain('the period for keeping the records still runs');
    await valmora.fill({ 'lapsedPeriod.confirmed': 'yes' });
    await valmora.send();
    expect(await read(path, 'investigation')).toContain(
      'By the year given, 2015, the instrument wants these records kept until 2045.',
    );
  }, 120_000);

  it('do nothing that a page should not', () => expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]));
});
