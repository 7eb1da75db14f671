import { expect } from '@jest/globals';
import fc from 'fast-check';
import { expectHeld, type Command } from './held.js';
import { CONSIGNEE, PARTIES, type Model, type Stander } from './model.js';
import type { TriedDesk } from './tried-desk.js';

const ACTS = ['ask', 'grant', 'refuse', 'withdraw', 'use'] as const;

/** Any act on a consent by anybody: asked for the first item of the first answer and a consignee, to let them go to a third State. */
class TriedConsent implements Command {
  constructor(
    private readonly act: (typeof ACTS)[number],
    private readonly by: Stander,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    const { act, by } = this;
    if (act !== 'ask' && model.consent === null) return;
    const word = model.words.said(PARTIES.requesting, PARTIES.requested);
    const before = await desk.glance(model.requestId);
    const answer = await desk.call(
      `${PARTIES[by]} officer`,
      act === 'ask' ? '/consents' : `/consents/${model.consent?.id}/${act}`,
      {
        method: 'POST',
        body: bodyOf(act, word, model.requestId),
        ...(act === 'ask' ? {} : { version: model.consent?.version ?? 0 }),
      },
    );
    const after = await desk.glance(model.requestId);
    model.acts += 1;
    expect(model.words.leakedIn(answer.text, PARTIES[by])).toEqual([]);
    if (!expectHeld({ before, after, answer })) return;
    expect(by).toBe(act === 'ask' || act === 'use' ? 'requesting' : 'requested');
    model.moved += 1;
    const id = String(answer.body['id']);
    if (act === 'grant') model.leave.add(id);
    if (act === 'withdraw') model.leave.delete(id);
    model.consent = { id, version: Number(answer.body['version']) };
  }

  toString(): string {
    return `${this.by} tries to ${this.act} consent`;
  }
}

function bodyOf(act: (typeof ACTS)[number], word: string, requestId: string): object {
  switch (act) {
    case 'ask':
      return {
        requestId,
        use: 'onward_release',
        recipient: { state: PARTIES.third },
        names: ['1.1', CONSIGNEE],
        purpose: word,
        reasons: word,
      };
    case 'grant':
      return { names: ['1.1', CONSIGNEE], endsOn: '2199-12-31', conditions: word };
    case 'use':
      return { names: ['1.1', CONSIGNEE], purpose: word };
    default:
      return { reason: word };
  }
}

export const anyConsentAct = fc
  .tuple(fc.constantFrom(...ACTS), fc.constantFrom<Stander>('requesting', 'requested', 'requested', 'third'))
  .map(([act, by]) => new TriedConsent(act, by));
