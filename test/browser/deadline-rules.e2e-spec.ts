import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { BrowsedDesk } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const SCREENSHOTS = process.env['SCREENSHOTS'];

describeWhere(hasChromium, CHROMIUM_MISSING, 'the rules of deadlines in a browser', () => {
  let at: BrowsedDesk;
  beforeAll(async () => {
    at = await BrowsedDesk.open();
  }, 120_000);
  afterAll(() => at?.close(), 60_000);

  const seen = async (visitor: Visitor, name: string): Promise<void> => {
    if (SCREENSHOTS) await visitor.page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  };

  it('lets two administrators agree on a profile, after a contradiction is shown with what was typed', async () => {
    const rhosia = await at.arrive('QR', 'administrator');
    await rhosia.open('/deadline-profiles');
    expect(await rhosia.text()).toContain('ITI-DEFAULT');
    await seen(rhosia, 'profiles');
    await rhosia.follow('/deadline-profiles/new');
    await rhosia.fill({
      otherState: 'QM',
      sentence: 'Police cooperation agreement of 4 June 2024, art. 7(2)',
      citation: 'Treaty series 2024/118',
      'periods.acknowledgement.routine.length': '2',
      'periods.acknowledgement.urgent.length': '0',
      'periods.response.routine.length': '10',
      'periods.response.urgent.length': '20',
      'periods.information.routine.length': '14',
      'periods.information.urgent.length': '7',
      'periods.clarification.routine.length': '14',
      'periods.clarification.urgent.length': '7',
      pauses: 'capped',
      capDays: '5',
    });
    await rhosia.send();
    expect(await rhosia.text()).toContain('against 10 calendar days');
    await seen(rhosia, 'profile-contradiction');
    await rhosia.fill({ 'periods.response.urgent.length': '3' });
    await rhosia.send();
    expect(rhosia.path).toBe('/deadline-profiles/BILATERAL-QM-QR-1');
    expect(await rhosia.text()).toContain('Withdraw the proposal');

    const valmora = await at.arrive('QM', 'administrator', { javaScript: false });
    await valmora.open('/deadline-profiles');
    expect(await valmora.text()).toContain('waits for your answer');
    await valmora.open('/notices');
    await valmora.follow('/deadline-profiles/BILATERAL-QM-QR-1');
    await seen(valmora, 'profile-answer');
    await valmora.send();
    expect(await valmora.text()).toContain('End for new requests');
    await rhosia.open('/notices');
    for (let turn = 0; turn < 40 && !(await rhosia.text()).includes('agreed'); turn += 1) await rhosia.page.reload();
    expect(await rhosia.text()).toContain('The other State agreed to the deadline profile BILATERAL-QM-QR-1');
    await seen(rhosia, 'notices-of-administrator');
    await rhosia.open('/notices/preferences');
    expect([...rhosia.complaints, ...valmora.complaints]).toEqual([]);
    await Promise.all([rhosia.leave(), valmora.leave()]);
  }, 120_000);

  it('has who is told as a period runs out agreed too, in rows that are added without JavaScript', async () => {
    const valmora = await at.arrive('QM', 'administrator', { javaScript: false });
    await valmora.open('/deadline-profiles/new');
    const lengths = ['acknowledgement', 'response', 'information', 'clarification'].flatMap((clock) =>
      ['routine', 'urgent'].map((urgency) => [`periods.${clock}.${urgency}.length`, '7'] as const),
    );
    await valmora.fill({ otherState: 'QN', sentence: 'Protocol of 2025', citation: 'TS 9', ...Object.fromEntries(lengths) });
    const typed = (name: string): Promise<string> => valmora.page.locator(`input[name="${name}"]`).inputValue();
    expect(await typed('escalation.routine.3.share')).toBe('120');
    await valmora.fill({ 'escalation.routine.4.share': '80', 'escalation.routine.4.tells': 'waiting.supervisor' });
    await valmora.page.locator('button[name="_more"][value="routine"]').click();
    await valmora.inspect('more');
    expect(await typed('sentence')).toBe('Protocol of 2025');
    await valmora.fill({ 'escalation.routine.6.share': '300' });
    await valmora.send();
    const beside = (name: string): Promise<string> =>
      valmora.page.locator(`.field.wrong:has([name="${name}"]) .fault`).innerText();
    expect(await beside('escalation.routine.5.tells')).not.toBe('');
    await seen(valmora, 'profile-escalation');
    await valmora.fill({ 'escalation.routine.5.tells': 'waiting.office' });
    await valmora.send();
    expect(await beside('escalation.routine.4.share')).toContain('80 % twice');
    expect(await typed('escalation.routine.4.share')).toBe('80');
    await valmora.fill({ 'escalation.routine.4.share': '95' });
    await valmora.send();
    expect(valmora.path).toBe('/deadline-profiles/BILATERAL-QM-QN-1');
    const narvik = await at.arrive('QN', 'administrator');
    await narvik.open('/deadline-profiles/BILATERAL-QM-QN-1');
    const rows = await narvik.page.locator('table:has(caption) tbody tr').allInnerTexts();
    expect(rows.map((row) => row.split('\t')[0])).toEqual(['50 %', '80 %', '95 %', '110 %', '120 %', '300 %']);
    expect(rows[2]).toContain('The supervisors of the State that waits');
    await seen(narvik, 'profile-escalation-answer');
    expect([...valmora.complaints, ...narvik.complaints]).toEqual([]);
    await Promise.all([valmora.leave(), narvik.leave()]);
  }, 120_000);

  it('shows what a calendar would move before it is entered, and proposes holidays that a person confirms', async () => {
    const valmora = await at.arrive('QM', 'administrator');
    await valmora.open('/calendar/edit');
    const press = async (step: string): Promise<void> => {
      await valmora.page.locator(`button[name="_step"][value="${step}"]`).click();
      await valmora.inspect();
    };
    await press('propose');
    expect(await valmora.text()).toContain('no list for “QM”');
    await valmora.fill({ _country: 'FR', _year: '2027' });
    await press('propose');
    await valmora.page.locator('input[name="_add"][value^="2027-07-14"]').check();
    await press('add');
    expect(await valmora.page.locator('textarea[name="holidays"]').inputValue()).toContain('2027-07-14');
    await valmora.fill({ timeZone: 'Pacific/Nowhere', source: 'Law of 3 May 1994', coveredUntil: '2027-12-31' });
    await press('preview');
    expect(await valmora.text()).toContain('time zone is not known');
    await valmora.fill({ timeZone: 'Pacific/Honolulu' });
    await press('preview');
    expect(await valmora.text()).toContain('Nothing is entered yet');
    await seen(valmora, 'calendar-preview');
    await press('correct');
    expect(valmora.path).toBe('/calendars/QM');
    expect(await valmora.text()).toContain('Pacific/Honolulu');
    await seen(valmora, 'calendar');
    expect(valmora.complaints).toEqual([]);
    await valmora.leave();
  }, 120_000);

  it('shows in the form what is wrong with a calendar or a profile that cannot be one, and enters nothing', async () => {
    const valmora = await at.arrive('QM', 'administrator');
    await valmora.open('/calendar/edit');
    const good = { timeZone: 'Pacific/Niue', source: 'Law of 3 May 1994', coveredUntil: '2098-12-31', holidays: '' };
    const calendars = [
      [{ timeZone: 'Pacific/Nowhere' }, 'time zone is not known'],
      [{ holidays: '2098-12-25 One\n2098-12-25 Two' }, 'A holiday is named twice'],
      [{ coveredUntil: '2020-12-31' }, 'The calendar ends in the past'],
    ] as const;
    for (const [change, says] of calendars) {
      await valmora.fill({ ...good, ...change });
      await valmora.page.locator('button[name="_step"][value="preview"]').click();
      await valmora.inspect();
      expect(await valmora.text()).toContain(says);
    }
    await valmora.fill(good);
    for (const day of await valmora.page.locator('input[name="weekend"]').all()) await day.check();
    await valmora.page.locator('button[name="_step"][value="preview"]').click();
    await valmora.inspect();
    expect(await valmora.text()).toContain('The calendar leaves no working day');
    await valmora.open('/calendars/QM');
    expect(await valmora.text()).not.toContain('Pacific/Niue');

    await valmora.open('/deadline-profiles/new');
    const lengths = ['acknowledgement', 'response', 'information', 'clarification'].flatMap((clock) =>
      ['routine', 'urgent'].map((urgency) => [`periods.${clock}.${urgency}.length`, '7'] as const),
    );
    await valmora.fill({ otherState: 'QP', sentence: 'Agreement', citation: 'TS 1', ...Object.fromEntries(lengths) });
    for (const [length, says] of [
      ['0', 'A period of no length'],
      ['3650', 'The period is too long'],
    ] as const) {
      await valmora.fill({ 'periods.response.routine.length': length });
      await valmora.send();
      expect(await valmora.text()).toContain(says);
    }
    await valmora.open('/deadline-profiles');
    expect(await valmora.text()).not.toContain('BILATERAL-QM-QP');
    expect(valmora.complaints).toEqual([]);
    await valmora.leave();
  }, 120_000);

  it('tells an auditor who answered on time, in both directions', async () => {
    const auditor = await at.arrive('QM', 'auditor');
    await auditor.open('/reports');
    expect(await auditor.text()).toContain('Silent');
    await seen(auditor, 'report');
    const officer = await at.arrive('QM', 'officer');
    expect(await officer.open('/reports')).toBe(403);
    expect(auditor.complaints).toEqual([]);
    await Promise.all([auditor.leave(), officer.leave()]);
  }, 120_000);
});
