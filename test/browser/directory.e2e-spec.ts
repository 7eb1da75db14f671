import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DeskProcess, describeWhere } from '@tracedesk/testing';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { CHROMIUM_MISSING, hasChromium, launchChromium, Visitor } from './visitor.js';

describeWhere(hasChromium, CHROMIUM_MISSING, 'the directory, in a browser', () => {
  let desk: DeskProcess;
  let browser: Browser;
  let administrator: Visitor;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([DeskProcess.start(), launchChromium()]);
    administrator = await Visitor.arrive(browser, desk.origin, { javaScript: true });
    await administrator.signInAs('QM', 'administrator');
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  }, 60_000);

  /** What the link on the page leads to, as a spreadsheet would open it. */
  async function exported(): Promise<string> {
    const answer = await administrator.page.request.get(`${desk.origin}/directory/contact-points.csv?state=QM`);
    return answer.text();
  }

  async function expectSoon(holds: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 40; tries += 1) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error('It did not come about within ten seconds.');
  }

  async function choose(table: string, shows: string): Promise<string> {
    const file = { name: 'contact-points.csv', mimeType: 'text/csv', buffer: Buffer.from(table) };
    await administrator.page.locator('input[type=file]').setInputFiles(file);
    await administrator.page.locator('main form[enctype] button.main').click();
    await administrator.inspect(shows);
    return administrator.text();
  }

  it('imports a table only after showing what it changes, and names every cell that is wrong', async () => {
    await administrator.open('/directory/QM');
    await administrator.follow('/contact-points/import');
    const own = await exported();
    expect(await choose(own, 'nothing')).toContain('All of it stands there already');

    const wrong = `${own}QM,Border Office,no address,,xx,,,,,,all,2026-01-01,,,\r\nQN,Theirs,a@b.example,,en,,,,,,all,2026-01-01,,,\r\n`;
    const faults = await choose(wrong, 'faults');
    expect(faults).toContain('3 cells have to be put right');
    expect(faults).toContain('no address');
    expect(faults).toContain('Codes of languages, apart by semicolons: en; fr');
    expect(faults).toContain('Norvane (QN)');
    expect(await administrator.page.locator('form[action$="/apply"]').count()).toBe(0);

    const right = `${own.replace('en; fr', 'fr; en; ar')}QM,Border Office,border@qm.example,'+41 58 1,fr;en,,1;2;3,08:00,12:00,,ECOWAS_19,2026-01-01,,,\r\n`;
    const report = await choose(right, 'changes');
    expect(report).toContain(createHash('sha256').update(right).digest('hex'));
    expect(report).toMatch(/Border Office\s+Added/);
    expect(report).toContain('languages: en; fr becomes fr; en; ar');
    await administrator.page.locator('form[action$="/apply"] button.main').click();
    await administrator.inspect();
    expect(administrator.path).toBe('/directory/QM');
    expect(await administrator.text()).toContain('Border Office');

    await administrator.open('/contact-points/import');
    expect(await choose(await exported(), 'nothing')).toContain('All of it stands there already');
  }, 120_000);

  it('leaves no way to import to whoever is not an administrator', async () => {
    const officer = await Visitor.arrive(browser, desk.origin, { javaScript: false });
    await officer.signInAs('QM', 'officer');
    await officer.open('/directory/QM');
    expect(await officer.page.locator('main a[href="/contact-points/import"]').count()).toBe(0);
    expect(await officer.open('/contact-points/import')).toBe(403);
    await officer.leave();
  }, 60_000);

  it('shows every State the pictures of a mark, also from the form in which marks are written down', async () => {
    await administrator.open('/marking-practices?state=QM');
    const link = administrator.page.locator('main a[href$="/pictures"]').first();
    const path = String(await link.getAttribute('href'));
    await administrator.follow(path);
    const pictures = administrator.page.locator('input[type=file]');
    const picture = await sharp({ create: { width: 2400, height: 900, channels: 3, background: '#678' } })
      .jpeg()
      .toBuffer();
    await administrator.fill({ caption: 'Left side of the frame' });
    await pictures.setInputFiles([
      { name: 'mark.jpg', mimeType: 'image/jpeg', buffer: picture },
      { name: 'broken.jpg', mimeType: 'image/jpeg', buffer: picture.subarray(0, 40) },
    ]);
    await administrator.send();
    expect(await administrator.text()).toContain('broken.jpg');
    await expectSoon(async () => {
      await administrator.page.goto(desk.origin + path);
      return (await administrator.page.locator('main img').count()) === 1;
    });
    await administrator.inspect('with a picture');

    const officer = await Visitor.arrive(browser, desk.origin, { javaScript: true });
    await officer.signInAs('QR', 'officer');
    expect(await officer.open(path)).toBe(403);
    await officer.open('/tracing-requests/new');
    await officer.fill({ ownReference: 'QR-2026-0901' });
    await officer.send();
    await officer.open(`${officer.path}/edit/markings`);
    await officer.fill({ 'question.firearm.markings.0.text': 'V 04' });
    await officer.page.locator('#practice-q').fill('crowned');
    const [library] = await Promise.all([
      officer.page.context().waitForEvent('page'),
      officer.page.locator('button[form=practice-search]').click(),
    ]);
    const shown = library.locator('main img');
    await shown.scrollIntoViewIfNeeded();
    await library.waitForLoadState('networkidle');
    expect(await shown.getAttribute('alt')).toBe('Picture of the mark: Left side of the frame');
    expect(await shown.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)).toBe(1600);
    expect(await officer.page.locator('[name="question.firearm.markings.0.text"]').inputValue()).toBe('V 04');
    await officer.open('/marking-practices?kind=proof');
    expect(officer.complaints).toEqual([]);
    await officer.leave();

    await administrator.open(path);
    await administrator.page.locator('form[action$="/remove"] button').click();
    expect(await administrator.text()).toContain('There is no picture yet');
  }, 120_000);

  it('does nothing that a page should not', () => expect(administrator.complaints).toEqual([]));
});
