import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DeskProcess, describeWhere, playScenario, readScenario } from '@tracedesk/testing';
import type { Browser } from 'playwright-core';
import { CHROMIUM_MISSING, hasChromium, launchChromium, Visitor } from './visitor.js';

const STORY = fileURLToPath(new URL('../scenarios/chain-that-does-not-fit.yaml', import.meta.url));

describeWhere(hasChromium, CHROMIUM_MISSING, 'cases, in a browser', () => {
  let desk: DeskProcess;
  let browser: Browser;
  let rhosia: Visitor;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([DeskProcess.start(), launchChromium()]);
    const target = { origin: desk.origin, password: await desk.demonstrationPassword() };
    expect((await playScenario(readScenario(readFileSync(STORY, 'utf8'), STORY), target)).passed).toBe(true);
    rhosia = await arrive('QR', 'officer');
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await desk?.stop();
  }, 120_000);

  async function arrive(state: string, name: string): Promise<Visitor> {
    const visitor = await Visitor.arrive(browser, desk.origin, { javaScript: true });
    return visitor.signInAs(state, name);
  }

  /** The path of the case with that reference of its State's. */
  async function caseCalled(visitor: Visitor, reference: string): Promise<string> {
    await visitor.open('/cases');
    await visitor.page.locator('main tbody a', { hasText: reference }).click();
    await visitor.inspect();
    return visitor.path;
  }

  it('shows what is counted above the cases, each of which counts in one way', async () => {
    await rhosia.open('/cases?from=soon');
    expect(await rhosia.page.locator('.errors').innerText()).toContain('problem');
    await rhosia.open('/cases');
    const text = await rhosia.text();
    expect(text).toContain('Denominator: arms seized, found or surrendered');
    expect(text).toContain('0 of 1 arm: 0 %');
    expect(text).toContain('Not established');
  }, 120_000);

  it('asks what the chain is read for, and marks in words where it does not fit', async () => {
    const path = await caseCalled(rhosia, 'EXH-2026-55');
    await rhosia.follow(`${path}/chain`);
    expect(await rhosia.text()).not.toContain('Nobody has told');
    await rhosia.send();
    const text = await rhosia.text();
    expect(text).toContain('1 gap, 1 return, 1 contradiction.');
    expect(text).toContain('Nobody has told how it came from Valmora to Sardovia.');
    expect(text).toContain('It had been in Valmora before');
    expect(text).toContain('Step 2 tells it otherwise: date. Both stand.');
    expect(text).toContain('VK-55012');
    await rhosia.page.locator('main tbody a[href^="/tracing-requests/"]').first().click();
    await rhosia.follow(path);
    expect(rhosia.path).toBe(path);
  }, 120_000);

  it('is opened without a request for an arm that was never recorded, and concluded by authority', async () => {
    await rhosia.open('/cases');
    await rhosia.follow('/cases/new');
    await rhosia.fill({ manner: 'seized', ownReference: 'CRAFT-1' });
    await rhosia.send();
    expect(await rhosia.page.locator('[name=ownReference]').inputValue()).toBe('CRAFT-1');
    await rhosia.fill({ uniquelyMarked: 'no', criminalOffence: 'yes' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('The case is opened');
    const path = rhosia.path;

    await rhosia.follow(`${path}/conclude`);
    await rhosia.fill({ kind: 'point_of_diversion', basis: 'tracing', event: 'manufacture', state: 'QR', on: '2025' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('No State has answered in this case');
    await rhosia.fill({ basis: 'authority' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('Established by an authority');
    await rhosia.open('/cases');
    expect(await rhosia.text()).toContain('1 of 2 arms: 50 %');
  }, 120_000);

  it('is offered where the marks say that no State has to be asked, and then holds the draft', async () => {
    await rhosia.open('/tracing-requests/new');
    await rhosia.send();
    const draft = rhosia.path;
    await rhosia.open(`${draft}/edit/firearm`);
    await rhosia.fill({ 'question.firearm.originClass': 'craft' });
    await rhosia.send();
    await rhosia.open(`${draft}/edit/recipient`);
    await rhosia.page.locator('summary', { hasText: 'What would change this' }).click();
    expect(await rhosia.text()).toContain('If a more recent import mark is read; If a country of manufacture is read.');
    expect(await rhosia.text()).toContain('The check of your own registers: not said yet');
    await rhosia.follow(`/cases/new?requestId=${draft.split('/').pop()}`);
    await rhosia.fill({ manner: 'found', uniquelyMarked: 'no' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('Draft');
    const path = rhosia.path;
    await rhosia.open(draft);
    await rhosia.follow(path);
  }, 120_000);

  it('takes a further request of the same weapon, and only once', async () => {
    await rhosia.open('/tracing-requests/new');
    await rhosia.send();
    const id = rhosia.path.split('/').pop();
    await rhosia.open(`/cases/new?requestId=${id}`);
    await rhosia.follow(`/cases/join?requestId=${id}`);
    await rhosia.send();
    expect(await rhosia.page.locator('.errors').count()).toBe(1);
    const value = await rhosia.page.locator('option', { hasText: 'EXH-2026-55' }).getAttribute('value');
    await rhosia.fill({ caseId: value ?? '' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('The request is added to the case');
    await rhosia.open(`/cases/join?requestId=${id}`);
    await rhosia.fill({ caseId: value ?? '' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('The request belongs to a case already');
  }, 120_000);

  it('is made one with another of the same weapon, after both were shown', async () => {
    await rhosia.open('/tracing-requests/new');
    await rhosia.send();
    const draft = rhosia.path;
    await rhosia.open(`${draft}/edit/markings`);
    await rhosia.fill({ 'question.firearm.serialNumber.value': 'VK-55012' });
    await rhosia.send();
    await rhosia.open(`/cases/new?requestId=${draft.split('/').pop()}`);
    await rhosia.fill({ manner: 'found', uniquelyMarked: 'yes', ownReference: 'TWIN-1' });
    await rhosia.send();
    expect(await rhosia.text()).toContain('Perhaps the same weapon');
    const twin = rhosia.path;
    const path = await caseCalled(rhosia, 'EXH-2026-55');
    await rhosia.follow(`${path}/merge?with=${twin.split('/').pop()}`);
    expect(await rhosia.text()).toContain('TWIN-1');
    await rhosia.send();
    expect(await rhosia.text()).toContain('The cases are one');
    await rhosia.open(twin);
    expect(rhosia.path).toBe(path);
    await rhosia.open('/cases');
    expect(await rhosia.text()).not.toContain('TWIN-1');
  }, 120_000);

  it('shows auditors what is counted and no chain, and other States nothing', async () => {
    const auditor = await arrive('QR', 'auditor');
    const path = await caseCalled(auditor, 'EXH-2026-55');
    expect(await auditor.page.locator(`a[href="${path}/chain"]`).count()).toBe(0);
    expect(await auditor.open(`${path}/chain`)).toBe(403);
    expect(await auditor.open(`${path}/conclude`)).toBe(403);
    const valmora = await arrive('QM', 'officer');
    for (const place of [path, `${path}/chain`, `${path}/conclude`]) expect(await valmora.open(place)).toBe(404);
    expect(await valmora.open('/cases')).toBe(200);
    expect(await valmora.text()).toContain('No case was opened');
    expect([...auditor.complaints, ...valmora.complaints]).toEqual([]);
  }, 120_000);

  it('does nothing that a page should not', () => expect(rhosia.complaints).toEqual([]));
});
