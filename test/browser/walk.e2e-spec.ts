import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DeskProcess, describeWhere } from '@tracedesk/testing';
import type { Browser } from 'playwright-core';
import { CHROMIUM_MISSING, hasChromium, launchChromium, Visitor } from './visitor.js';

const MARKINGS = {
  'question.firearm.serialNumber.value': 'A104552',
  'question.firearm.serialNumberPlace': 'frame_or_receiver',
};
const FIREARM = {
  'question.firearm.type.value': 'self_loading_pistol',
  'question.firearm.calibre.value': '9 × 19',
  'question.firearm.make': 'VAW',
  'question.firearm.countryOfManufacture': 'QM',
};
const FIND = {
  'question.find.stateOfFind': 'QR',
  'question.find.manner': 'seized',
  '_question.find.circumstances': 'unknown',
  'question.find.circumstances.unknownBecause': 'The patrol’s report is not in yet.',
};
const ILLICITNESS = {
  'question.illicitness.grounds': '6a',
  'question.illicitness.justifications.6a.value': 'Section 4 of the Arms Act: possession without licence.',
};
const SECTIONS = [
  ['firearm', FIREARM],
  ['markings', MARKINGS],
  ['find', FIND],
  ['illicitness', ILLICITNESS],
  ['use', { 'question.intendedUse.uses': 'investigation' }],
  ['undertaking', { 'question.undertaking.guaranteed': 'yes' }],
  ['recipient', { requestedState: 'QM', priority: 'routine', legalBasis: 'ITI' }],
] as const;

describeWhere(hasChromium, CHROMIUM_MISSING, 'the pages in a browser', () => {
  let desk: DeskProcess;
  let browser: Browser;
  const visitors: Visitor[] = [];
  beforeAll(async () => {
    [desk, browser] = await Promise.all([DeskProcess.start(), launchChromium()]);
  }, 120_000);
  afterEach(async () => {
    await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  }, 60_000);

  const arrive = async (state: string, name: string, javaScript: boolean): Promise<Visitor> => {
    const visitor = await Visitor.arrive(browser, desk.origin, { javaScript });
    visitors.push(visitor);
    return visitor.signInAs(state, name);
  };

  describe.each([
    ['without JavaScript', false],
    ['with JavaScript', true],
  ])('%s', (_, javaScript) => {
    it('lets two States exchange a request from draft to closure', async () => {
      const rhosia = await arrive('QR', 'contact', javaScript);
      const path = await draft(rhosia);
      await rhosia.follow(`${path}/check`);
      expect(await rhosia.text()).toContain('import mark');
      await rhosia.send();
      expect(rhosia.path).toBe(`${path}/submit`);
      expect(await rhosia.text()).toContain('Two periods start to run against Valmora');
      await rhosia.send();
      expect(await rhosia.text()).toContain('is submitted');

      const valmora = await arrive('QM', 'contact', javaScript);
      await valmora.open('/incoming');
      await valmora.follow(path);
      await valmora.follow(`${path}/acknowledge`);
      await valmora.fill({ reference: 'QM/TR/900', expectedOn: '2030-01-31' });
      await valmora.send();
      expect(await valmora.text()).toContain('is acknowledged');

      await valmora.follow(`${path}/content`);
      await valmora.fill({ purpose: 'assigned_task' });
      await valmora.send();
      expect(await valmora.text()).toContain('A104552');

      await valmora.open(`${path}/respond`);
      await valmora.send();
      expect(await valmora.page.locator('.errors').innerText()).toContain('Choose how you respond');
      await valmora.fill({ kind: 'full' });
      await valmora.send();
      await valmora.fill({
        'items.0.kind': 'export',
        'items.0.finding': 'TRANSFERRED_TO_STATE',
        'items.0.details': 'Sold to a dealer in Norvane.',
        'items.0.on': '2009-05-11',
        'items.0.state': 'QN',
        'items.0.restrictions': '15c',
      });
      await valmora.send();
      expect(await valmora.text()).toContain('is sent');

      await rhosia.open(`${path}/content`);
      if (await rhosia.page.locator('input[name=purpose]').count()) await rhosia.send();
      expect(await rhosia.text()).toContain('Sold to a dealer in Norvane.');
      await rhosia.open(`${path}/close`);
      await rhosia.fill({ outcome: 'TRANSFERRED_TO_STATE' });
      await rhosia.send();
      expect(await rhosia.text()).toContain('Say whether another request follows');
      await rhosia.fill({ 'followUp.kind': 'waived', 'followUp.because': 'Norvane has been asked by other means.' });
      await rhosia.send();
      expect(await rhosia.text()).toContain('is closed');

      const sardovia = await arrive('QS', 'officer', javaScript);
      expect(await sardovia.open(path)).toBe(404);
      expect(await sardovia.text()).toContain('Nothing is here');
      expect(await sardovia.open('/nowhere')).toBe(404);
      expect(await sardovia.page.locator('header nav a[href="/search"]').count()).toBe(1);
      await sardovia.page.keyboard.press('/');
      if (javaScript) await sardovia.page.waitForURL('**/search');
      for (const visitor of [rhosia, valmora, sardovia]) {
        await visitor.open('/notices');
        expect(visitor.complaints).toEqual([]);
      }
    }, 300_000);

    it('keeps every word when something has to be corrected', async () => {
      const rhosia = await arrive('QR', 'contact', javaScript);
      const path = await draft(rhosia, []);
      await rhosia.open(`${path}/edit/firearm`);
      await rhosia.fill({ ...FIREARM, 'question.firearm.yearOfManufacture': 'about 2004' });
      await rhosia.send();
      expect(await rhosia.page.locator('.errors').innerText()).toContain('Enter a whole number');
      expect(await rhosia.page.locator('[name="question.firearm.make"]').inputValue()).toBe('VAW');
      await rhosia.page.locator('.errors a').click();
      expect(new URL(rhosia.page.url()).hash).toBe('#f-question-firearm-yearOfManufacture');
      await rhosia.fill({ 'question.firearm.yearOfManufacture': '2004' });
      await rhosia.send();
      expect(rhosia.path).toBe(path);
      expect(rhosia.complaints).toEqual([]);
    }, 120_000);
  });

  it('tell the second of two who act on one page what has changed', async () => {
    const rhosia = await arrive('QR', 'contact', true);
    const path = await draft(rhosia, []);
    await rhosia.open(`${path}/edit/use`);
    const other = await rhosia.page.context().newPage();
    await other.goto(`${desk.origin}${path}/edit/undertaking`);
    await other.locator('input[value=yes]').check();
    await other.locator('main button.main').click();
    await rhosia.fill({
      'question.intendedUse.uses': 'investigation',
      'question.intendedUse.details': 'For case 12 of the court.',
    });
    await rhosia.page.locator('main button.main').click();
    expect(await rhosia.text()).toContain('The request has changed meanwhile');
    expect(await rhosia.text()).toContain('For case 12 of the court.');
  }, 60_000);

  it('weigh at most 30 KB in 5 requests at the first visit', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const sizes: number[] = [];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => sizes.push(encodedDataLength));
    await session.send('Network.enable');
    await page.goto(`${desk.origin}/sign-in`, { waitUntil: 'networkidle' });
    await context.close();
    expect(sizes.length).toBeLessThanOrEqual(5);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30 * 1024);
  }, 30_000);

  it('do not scroll sideways on a small screen', async () => {
    const visitor = await arrive('QR', 'contact', true);
    await visitor.page.setViewportSize({ width: 320, height: 640 });
    const path = await draft(visitor, []);
    const wide: string[] = [];
    await visitor.page.goto(`${desk.origin}/outgoing`);
    const request = await visitor.page.locator('tbody a').first().getAttribute('href');
    for (const place of [
      request ?? '',
      '/incoming',
      '/outgoing',
      '/notices',
      path,
      `${path}/edit/firearm`,
      `${path}/edit/markings`,
      `${path}/edit/components`,
      `${path}/edit/illicitness`,
      `${path}/edit/recipient`,
      `${path}/check`,
    ]) {
      await visitor.page.goto(desk.origin + place);
      const width = await visitor.page.evaluate('document.documentElement.scrollWidth');
      if (width !== 320) wide.push(`${place}: ${String(width)}`);
    }
    expect(wide).toEqual([]);
  }, 120_000);

  async function draft(
    visitor: Visitor,
    sections: readonly (readonly [string, Readonly<Record<string, string>>])[] = SECTIONS,
  ): Promise<string> {
    await visitor.open('/tracing-requests/new');
    await visitor.fill({ ownReference: 'QR-2026-0900' });
    await visitor.send();
    const path = visitor.path;
    for (const [section, answers] of sections) {
      await visitor.follow(`${path}/edit/${section}`);
      await visitor.fill(answers);
      await visitor.send();
      expect(visitor.path).toBe(path);
    }
    return path;
  }
});
