import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { DeskProcess, fieldsOf, type DeskOptions } from '@tracedesk/testing';
import type { Browser } from 'playwright-core';
import { launchChromium, Visitor } from './visitor.js';

/** A complete question of Rhosia's about a pistol; a story that asks otherwise says what differs. */
export const QUESTION = {
  illicitness: { grounds: ['6a'], legalJustification: { value: 'Held without a licence.' } },
  find: { stateOfFind: 'QR', manner: 'seized', circumstances: { value: 'At a vehicle check.' } },
  firearm: {
    type: { value: 'self_loading_pistol' },
    calibre: { value: '9x19' },
    serialNumber: { value: 'A104777' },
    make: 'VAW',
  },
  intendedUse: { uses: ['investigation'] },
  undertaking: { guaranteed: true },
};

/** A demonstration desk of one's own, and a browser before it. */
export class BrowsedDesk {
  private constructor(
    readonly desk: DeskProcess,
    private readonly browser: Browser,
  ) {}

  static async open(options?: DeskOptions): Promise<BrowsedDesk> {
    return new BrowsedDesk(...(await Promise.all([DeskProcess.start(options), launchChromium()])));
  }

  /** Somebody at a window of their own, signed in. */
  async arrive(state: string, name: string, { javaScript = true } = {}): Promise<Visitor> {
    return (await Visitor.arrive(this.browser, this.desk.origin, { javaScript })).signInAs(state, name);
  }

  /** Posts over the public API as a State's contact point; what is not answered well fails the test. */
  async posting(state: string) {
    const client = await this.desk.as(`${state} contact`);
    return async (path: string, body: object, headers: Record<string, string> = {}) => {
      const answer = await client.call(path, { method: 'POST', body, headers: { 'idempotency-key': randomUUID(), ...headers } });
      expect(answer.status).toBeLessThan(300);
      return fieldsOf(answer.body);
    };
  }

  /** The path of a request that Rhosia has just submitted to Valmora. */
  async submitted(question: object = QUESTION): Promise<string> {
    const post = await this.posting('QR');
    const id = String((await post('/tracing-requests', { requestedState: 'QM', question }))['id']);
    await post('/traceability-checks', { requestId: id });
    await post(`/tracing-requests/${id}/submit`, {}, { 'if-match': '"1"' });
    return `/tracing-requests/${id}`;
  }

  /** The path of one that Valmora has also answered, with that item. */
  async answered(item: object, question: object = QUESTION): Promise<string> {
    const path = await this.submitted(question);
    const post = await this.posting('QM');
    await post(`${path}/respond`, { kind: 'full', items: [item] }, { 'if-match': '"2"' });
    return path;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.desk.stop();
  }
}
