import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const SCREENSHOTS = process.env['SCREENSHOTS'];
const HEAD =
  'serial_number;make;model;type;calibre;serial_number_place;country_of_manufacture;import_state;import_year;source_reference';
const TABLE = [
  HEAD,
  'KR5001;VAW;R5;rifle;7.62x39;frame_or_receiver;QM;QN;2009;WCC-1',
  'KR5002;V.A.W.;R-5;rifle;7.62x39;barrel;QM;QN;2009;WCC-2',
  'NV301;NordVapen;K2;rifle;7.62x39;frame_or_receiver;QP;;;WCC-3',
];
const COMMON = {
  'question.find.manner': 'found',
  'question.find.circumstances.value': 'In a cache that the mission recorded.',
  'question.find.contexts': 'peace_operation',
  'question.find.source.kind': 'peace_operation',
  'question.find.source.name': 'Mission in Kandarra',
  'question.find.source.hostConsent.on': '2026-02-10',
  'question.find.source.hostConsent.by': 'Ministry of the Interior',
  'question.illicitness.grounds': '6d',
  'question.illicitness.justifications.6d.value': 'Arms Act, section 9.',
  'question.intendedUse.uses': 'investigation',
  'question.undertaking.guaranteed': 'yes',
  ownReference: 'QX-2026-31',
};

describeWhere(hasChromium, CHROMIUM_MISSING, 'a batch of requests in a browser', () => {
  let at: BrowsedDesk;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  it('is drafted from a table, checked and submitted by group, without JavaScript', async () => {
    const officer = await at.arrive('QX', 'officer', { javaScript: false });
    const seen = async (name: string): Promise<void> => {
      if (SCREENSHOTS) await officer.page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
    };
    await officer.open('/drafts');
    await officer.follow('/request-batches');
    await officer.follow('/request-batches/new');
    await seen('batch-new');

    await officer.fill(COMMON);
    await officer.page.locator('[name=_table]').fill([...TABLE, 'KR5003;VAW;R5;cannon;7.62x39;frame;QM;QN;2309;'].join('\n'));
    await send(officer);
    expect(await officer.text()).toMatch(/3 faults[\s\S]*5\s+type\s[\s\S]*5\s+serial_number_place\s[\s\S]*5\s+import_year\s/);
    await seen('batch-faults');

    const csv = { name: 'rifles.csv', mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${TABLE.join('\r\n')}`) };
    await officer.open('/request-batches/new');
    await officer.page.locator('input[type=file]').setInputFiles(csv);
    await officer.page.locator('form[enctype] button').click();
    await officer.fill(COMMON);
    await officer.page.locator('button[name=_preview]').click();
    expect(await officer.text()).toMatch(
      /3 firearms in 2 groups[\s\S]*NordVapen K2[\s\S]*Pelagos[\s\S]*VAW R5[\s\S]*2\s+Norvane/,
    );
    await send(officer);
    const batch = officer.path;
    expect(await officer.text()).toMatch(
      /Group 1: NordVapen K2, no import mark[\s\S]*NV301[\s\S]*Group 2: VAW R5, import mark of Norvane, 2009/,
    );
    await seen('batch');

    await officer.follow(`${batch}/groups/2/check`);
    expect(await officer.text()).toContain('Concerns 1 draft');
    await officer.fill({ 'overrides.0.because': 'The receiver is missing; the barrel bears the number.' });
    await seen('batch-check');
    await send(officer);
    await officer.follow(`${batch}/groups/all/submit`);
    expect(await officer.text()).toMatch(/Submit 3 requests[\s\S]*Pelagos: 1[\s\S]*Norvane: 2/);
    await send(officer);
    expect(await officer.text()).toMatch(
      /2 requests were submitted[\s\S]*1 request was held back[\s\S]*Read the traceability check first/,
    );
    await seen('batch-report');
    await officer.follow(batch);
    expect(await officer.text()).toContain('2 submitted, 1 still drafts');
    expect(officer.complaints).toEqual([]);

    // The same pages with JavaScript, held against the accessibility rules in both languages; to another State there is no batch.
    const reader = await at.arrive('QX', 'officer');
    for (const path of [
      '',
      '/new',
      batch.slice('/request-batches'.length),
      `${batch.slice('/request-batches'.length)}/groups/1/check`,
    ])
      expect(await reader.open(`/request-batches${path}`)).toBe(200);
    await reader.open(`${batch}/groups/1/submit`);
    const auditor = await at.arrive('QX', 'auditor', { javaScript: false });
    await auditor.open(batch);
    expect(await auditor.text()).not.toMatch(/NordVapen|NV301|Submit this group/);
    const contact = await at.arrive('QX', 'contact');
    await contact.open(batch);
    expect(await contact.text()).not.toMatch(/NordVapen|NV301/);
    await contact.follow(`${batch}/content`);
    await contact.fill({ purpose: 'other', justification: 'To release the requests of this batch.' });
    await contact.send();
    expect(await contact.text()).toMatch(/NordVapen[\s\S]*NV301/);
    const stranger = await at.arrive('QN', 'officer', { javaScript: false });
    expect(await stranger.open(batch)).toBe(404);
    expect([...reader.complaints, ...contact.complaints, ...auditor.complaints, ...stranger.complaints]).toEqual([]);
    await Promise.all([officer, reader, contact, auditor, stranger].map((visitor) => visitor.leave()));
  }, 120_000);
});

/** The form's own button: the upload above it is another form. */
async function send(visitor: Visitor): Promise<void> {
  await visitor.page.locator('main button.main').last().click();
  await visitor.inspect();
}
