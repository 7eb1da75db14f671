import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { TestMailServer } from '@tracedesk/testing/mail';
import { BrowsedDesk, QUESTION } from './browsed-desk.js';
import { CHROMIUM_MISSING, hasChromium, type Visitor } from './visitor.js';

const SCREENSHOTS = process.env['SCREENSHOTS'];

describeWhere(hasChromium, CHROMIUM_MISSING, 'notices, in a browser', () => {
  let at: BrowsedDesk;
  let mail: TestMailServer;
  beforeAll(async () => {
    mail = await TestMailServer.open();
    const env = { SMTP_URL: mail.url, SMTP_FROM: 'tracedesk@desk.example.org' };
    at = await BrowsedDesk.open({ env });
    // Valmora is told of it.
    await at.submitted();
  }, 120_000);
  afterAll(async () => {
    await at?.close();
    await mail?.close();
  }, 60_000);

  const seen = async (visitor: Visitor, name: string): Promise<void> => {
    if (SCREENSHOTS) await visitor.page.screenshot({ path: `${SCREENSHOTS}/${name}.png`, fullPage: true });
  };

  it('let an administrator see what became of each message, and send one again', async () => {
    const valmora = await at.arrive('QM', 'administrator', { javaScript: false });
    await valmora.open('/directory/QM');
    await valmora.follow('/notices/deliveries');
    await eventually(async () => {
      await valmora.open('/notices/deliveries?status=sent');
      return (await valmora.text()).includes('A request was received');
    });
    expect(await valmora.text()).not.toMatch(/[a-z]{2,}@/);
    await valmora.page
      .getByRole('button', { name: /^Send again/ })
      .first()
      .click();
    expect(await valmora.text()).toContain('The message is on its way again.');
    await seen(valmora, 'deliveries');
    const again = /[0-9a-f-]{36}\.2@/;
    await eventually(async () => (await mail.letters()).some(({ messageId = '' }) => again.test(messageId)));
    expect(valmora.complaints).toEqual([]);
  }, 120_000);

  it('are marked as read one by one or all at once, and the new ones are seen by themselves', async () => {
    const visitor = await at.arrive('QM', 'contact', { javaScript: false });
    await visitor.open('/notices?unread=yes');
    await visitor.page.getByRole('button', { name: /^Mark (?:all|the new)/ }).click();
    await visitor.follow('/notices?unread=yes');
    expect(await visitor.text()).toContain('There is no notice.');
    expect(visitor.complaints).toEqual([]);
  }, 60_000);

  it('name who asked to a State that may be the State of the find, and lead to its offices and to no request', async () => {
    const because = 'The ferry flies our flag.';
    const path = await at.submitted({ ...QUESTION, find: { ...QUESTION.find, otherPossibleState: { state: 'QS', because } } });
    const sardovia = await at.arrive('QS', 'officer', { javaScript: false });
    const told = 'Rhosia has asked about a firearm whose find could lie in your State’s jurisdiction.';
    await eventually(async () => {
      await sardovia.open('/notices');
      return (await sardovia.text()).includes(told);
    });
    await seen(sardovia, 'told');
    const row = sardovia.page.getByRole('row').filter({ hasText: told });
    expect(await row.innerHTML()).not.toMatch(/tracing-requests|TD-/);
    await row.getByRole('button', { name: /^Mark as read/ }).click();
    expect(await row.getByRole('button').count()).toBe(0);
    await sardovia.follow('/directory/QR');
    expect(await sardovia.text()).toContain('Rhosia');
    await sardovia.page.goto(`${at.desk.origin}${path}`);
    expect(await sardovia.text()).toContain('Nothing is here');
    const teller = await at.arrive('QR', 'officer', { javaScript: false });
    await teller.open(path);
    expect(await teller.text()).toContain('Another State was told that your State asked');
    await seen(teller, 'teller');
    const administrator = await at.arrive('QS', 'administrator', { javaScript: false });
    await administrator.open('/notices/deliveries');
    expect(await administrator.text()).toContain('No request of your State’s');
    expect(await administrator.text()).toContain(told);
    expect([...teller.complaints, ...administrator.complaints]).toEqual([]);
  }, 120_000);

  it('let a person prove an address, and say when they want to be written to', async () => {
    const visitor = await at.arrive('QM', 'supervisor');
    await visitor.open('/notices');
    await visitor.follow('/notices/preferences');
    await visitor.fill({ address: 'supervisor@qm.example' });
    await visitor.page.getByRole('button', { name: 'Send the code' }).click();
    await visitor.inspect();
    expect(await visitor.text()).toContain('A code is on its way to supervisor@qm.example');
    let code = '';
    await eventually(async () => {
      const letter = (await mail.letters()).find(({ recipients }) => recipients.includes('supervisor@qm.example'));
      code = /(?:[2-9A-Z]{4}-){3}[2-9A-Z]{4}/.exec(letter?.text ?? '')?.[0] ?? '';
      return code !== '';
    });
    await visitor.fill({ code: 'AAAA-AAAA-AAAA-AAAA' });
    await visitor.page.getByRole('button', { name: 'Confirm the address' }).click();
    await visitor.inspect();
    expect(await visitor.page.locator('.errors').innerText()).toContain('This is not the code that was sent last');
    await visitor.fill({ code });
    await visitor.page.getByRole('button', { name: 'Confirm the address' }).click();
    await visitor.inspect();
    expect(await visitor.text()).toContain('Word of notices goes to supervisor@qm.example.');
    await visitor.fill({ byMail: 'digest', digestHour: '6', quietFrom: '20:00', quietUntil: '07:00' });
    await visitor.send();
    expect(await visitor.page.locator('.errors').innerText()).toContain('Choose an hour outside the quiet hours');
    expect(await visitor.page.locator('[name=quietFrom]').inputValue()).toBe('20:00');
    await visitor.fill({ digestHour: '8' });
    await visitor.send();
    expect(await visitor.text()).toContain('Saved.');
    await seen(visitor, 'preferences');
    expect(visitor.complaints).toEqual([]);
  }, 120_000);

  it('let a person make, replace and end the address of their calendar, which is empty but a calendar', async () => {
    const visitor = await at.arrive('QS', 'officer');
    await visitor.open('/notices');
    await visitor.follow('/notices/calendar');
    expect(await visitor.text()).toContain('You have no address.');
    await visitor.send();
    await seen(visitor, 'calendar');
    const address = await visitor.page.locator('main bdi.id').innerText();
    const first = await fetch(address.replace(/^https?:\/\/[^/]+/, at.desk.origin));
    expect(await first.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*BEGIN:VTIMEZONE\r\n[^]*END:VCALENDAR\r\n$/);
    await visitor.send();
    expect((await fetch(address.replace(/^https?:\/\/[^/]+/, at.desk.origin))).status).toBe(404);
    await visitor.page.getByRole('button', { name: 'End the address' }).click();
    await visitor.inspect();
    expect(await visitor.text()).toContain('The address has ended.');
    expect(visitor.complaints).toEqual([]);
  }, 120_000);
});

async function eventually(holds: () => Promise<boolean>): Promise<void> {
  const until = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > until) throw new Error('It did not come about within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
