import { expect } from '@jest/globals';
import fc from 'fast-check';
import { expectHeld, type Attempt, type Command } from './held.js';
import { PARTIES, type Model, type Stander } from './model.js';
import { expectEntered } from './reading-commands.js';
import type { Tried, TriedDesk } from './tried-desk.js';

const ACTS = ['draft', 'draft', 'renew', 'type', 'submit', 'submit', 'read'] as const;
type Act = Exclude<(typeof ACTS)[number], 'draft' | 'read'>;

/** Any act on the request to the next State by anybody: what an answer keeps to its receiver goes there neither by the desk nor by hand. */
class TriedFollowUp implements Command {
  constructor(
    private readonly act: (typeof ACTS)[number],
    private readonly by: Stander,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    if (this.act === 'draft') return this.#draft(model, desk);
    if (model.followUp === null) return;
    return this.act === 'read' ? this.#read(model, desk, model.followUp.id) : this.#act(model, desk, this.act, model.followUp);
  }

  async #draft(model: Model, desk: TriedDesk): Promise<void> {
    const disclosure = await desk.disclosureOf(this.#person, model.requestId, 'assigned_task');
    const before = await desk.glance(model.requestId);
    const answer = await desk.call(this.#person, `/tracing-requests/${model.requestId}/follow-up`, {
      method: 'POST',
      body: { requestedState: PARTIES.third },
      disclosure,
    });
    if (!this.#held(model, { before, after: await desk.glance(model.requestId), answer })) return;
    const { id, version } = answer.body['request'] as { id: string; version: number };
    model.followUp = { id, version };
  }

  async #act(model: Model, desk: TriedDesk, act: Act, { id, version }: NonNullable<Model['followUp']>): Promise<void> {
    if (act === 'submit') await desk.call(this.#person, '/traceability-checks', { method: 'POST', body: { requestId: id } });
    const before = await desk.glance(id);
    const answer = await desk.call(this.#person, `/tracing-requests/${id}${ROUTES[act]}`, {
      method: act === 'type' ? 'PATCH' : 'POST',
      body: act === 'type' ? typed(model.consignee ?? 'nobody') : {},
      version,
    });
    if (!this.#held(model, { before, after: await desk.glance(id), answer })) return;
    if (act === 'type' && model.consignee) expect(model.leave.size).toBeGreaterThan(0);
    if (act === 'submit') tellThird(model);
    model.followUp = { id, version: Number(answer.body['version']) };
  }

  /** Whoever may read it reads no word that was not for them: the third State what may travel, the giver nothing at all. */
  async #read(model: Model, desk: TriedDesk, id: string): Promise<void> {
    const sitting = { id: await desk.disclosureOf(this.#person, id, 'assigned_task'), purpose: 'assigned_task' } as const;
    const disclosure = sitting.id;
    const shown: readonly Tried[] = [
      await desk.call(this.#person, `/tracing-requests/${id}`),
      await desk.call(this.#person, `/tracing-requests/${id}/timeline`),
      await desk.call(this.#person, `/tracing-requests/${id}/follow-up`, { disclosure }),
      await desk.call(this.#person, `/tracing-requests/${id}/question`, { disclosure }),
    ];
    model.acts += 1;
    for (const answer of shown) await expectEntered(model, desk, { person: this.#person, sitting, answer });
    if (this.by === 'requested') expect(shown.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }

  #held(model: Model, attempt: Attempt): boolean {
    model.acts += 1;
    expect(model.words.leakedIn(attempt.answer.text, PARTIES[this.by])).toEqual([]);
    if (!expectHeld({ ...attempt, entersSeveral: true })) return false;
    expect(this.by).toBe('requesting');
    model.moved += 1;
    return true;
  }

  get #person(): string {
    return `${PARTIES[this.by]} officer`;
  }

  toString(): string {
    return `${this.by} tries to ${this.act} the follow-up`;
  }
}

const ROUTES: Readonly<Record<Act, string>> = { renew: '/follow-up/renew', type: '', submit: '/submit' };

function typed(name: string): object {
  return {
    question: { find: { stateOfFind: PARTIES.requesting, manner: 'seized', circumstances: { value: `Sold to ${name}.` } } },
  };
}

/** From its submission on the third State may read the question, whoever may go on, and the consignee only under a consent. */
function tellThird({ words, questionWord, carriers, consignee, leave }: Model): void {
  const told = [questionWord, ...carriers, ...(consignee !== null && leave.size > 0 ? [consignee] : [])];
  for (const word of told) words.open(word, PARTIES.third);
}

export const anyFollowUpAct = fc
  .tuple(fc.constantFrom(...ACTS), fc.constantFrom<Stander>('requesting', 'requesting', 'requesting', 'requested', 'third'))
  .map(([act, by]) => new TriedFollowUp(act, by));
