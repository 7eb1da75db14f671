import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
export const CHROMIUM_MISSING = `no Chromium at ${CHROMIUM} (CHROMIUM names another)`;
export const hasChromium = existsSync(CHROMIUM);

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

const { source: axeSource } = createRequire(import.meta.url)('axe-core') as { readonly source: string };

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const INSPECTED = new Set<string>();

/** One person at one browser window, who notes whatever a page does that it should not. */
export class Visitor {
  readonly complaints: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly origin: string,
    private readonly inspects: boolean,
  ) {
    page.on('console', (message) => {
      // A status such as 422 or 404 is an answer, not a fault of the page.
      if (message.type() === 'error' && !message.text().includes('Failed to load resource')) this.#complain(message.text());
    });
    page.on('pageerror', (error) => this.#complain(error.message));
  }

  static async arrive(browser: Browser, origin: string, { javaScript }: { readonly javaScript: boolean }): Promise<Visitor> {
    const context = await browser.newContext({ javaScriptEnabled: javaScript, locale: 'en-GB' });
    return new Visitor(await context.newPage(), context, origin, javaScript);
  }

  /** One-click sign-in from the page, as a newcomer does. */
  async signInAs(state: string, name: string): Promise<this> {
    await this.open('/sign-in');
    const button = this.page.locator(`button[value="${state}/${name}"]`);
    if (!(await button.isVisible())) await this.page.locator('details > summary').first().click();
    await button.click();
    await this.inspect();
    return this;
  }

  async open(path: string): Promise<number> {
    const answer = await this.page.goto(this.origin + path);
    await this.inspect();
    return answer?.status() ?? 0;
  }

  async follow(path: string): Promise<void> {
    await this.page.locator(`main a[href="${path}"]`).first().click();
    await this.inspect();
  }

  /** Fills the form's fields by name, whatever they are. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [name, value] of Object.entries(fields)) {
      const quoted = value.replace(/["\\\n]/g, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
      const choice = this.page.locator(`input[name="${name}"][value="${quoted}"]:is([type=radio], [type=checkbox])`);
      const select = this.page.locator(`select[name="${name}"]`);
      if (await choice.count()) await choice.check();
      else if (await select.count()) await select.selectOption(value);
      else await this.page.locator(`:is(input, textarea)[name="${name}"]`).fill(value);
    }
  }

  async send(): Promise<void> {
    await this.page.locator('main button.main').click();
    await this.inspect();
  }

  /** Goes from a record's page to the form of an act, sends it, and reads what comes of it. */
  async act(path: string, route: string, fields: Readonly<Record<string, string>>): Promise<string> {
    await this.open(path);
    await this.follow(`${path}/${route}`);
    await this.fill(fields);
    await this.send();
    return this.text();
  }

  text(): Promise<string> {
    return this.page.locator('main').innerText();
  }

  get path(): string {
    return new URL(this.page.url()).pathname;
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  /**
   * Holds the page against the accessibility rules, in both languages where a GET shows it again. What answers a form at the form's own
   * address is another page than the form: `posted` says what it shows.
   */
  async inspect(posted?: string): Promise<void> {
    const headings = await this.page.locator('h1').count();
    if (headings !== 1) this.#complain(`${headings} h1`);
    if (!this.inspects || !this.#isNew(posted)) return;
    await this.#runAxe('en');
    if (posted !== undefined || (await this.page.locator('.errors').count())) return;
    await this.#speak('fr');
    await this.page.reload();
    await this.#runAxe('fr');
    await this.#speak('en');
    await this.page.reload();
  }

  /** Whether this is a kind of page that was not inspected yet, ids aside. */
  #isNew(posted = ''): boolean {
    const kind = this.page.url().replace(/[0-9a-f-]{36}/, ':id') + posted;
    if (INSPECTED.has(kind)) return false;
    INSPECTED.add(kind);
    return true;
  }

  async #runAxe(language: string): Promise<void> {
    const shown = await this.page.locator('html').getAttribute('lang');
    if (shown !== language) this.#complain(`speaks ${shown} instead of ${language}`);
    await this.page.evaluate(axeSource);
    const result = await this.page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
    for (const { id, nodes } of result.violations)
      this.#complain(`${language} axe ${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }

  #speak(language: string): Promise<void> {
    return this.context.addCookies([{ name: 'desk_language', value: language, url: this.origin }]);
  }

  #complain(what: string): void {
    this.complaints.push(`${new URL(this.page.url()).pathname}: ${what}`);
  }
}
