import { expect } from '@jest/globals';
import fc from 'fast-check';
import type { Command } from './held.js';
import { PARTIES, PURPOSES_TRIED, ROLES, type Model, type Sitting, type Stander } from './model.js';
import type { Tried, TriedDesk } from './tried-desk.js';

/** Somebody of some State reads all they can get, entitled or not, in a sitting of their own or in any that was opened before, by whomever. */
class TriedReading implements Command {
  constructor(
    private readonly by: Stander,
    private readonly role: (typeof ROLES)[number],
    private readonly purpose: (typeof PURPOSES_TRIED)[number],
    private readonly before: number | null,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    const person = `${PARTIES[this.by]} ${this.role}`;
    const path = `/tracing-requests/${model.requestId}`;
    const sitting = await this.#sitting(model, desk, person);
    const disclosure = sitting.id;
    const open = [
      await desk.call(person, '/tracing-requests?direction=incoming'),
      await desk.call(person, '/tracing-requests?direction=outgoing'),
      await desk.call(person, path),
      await desk.call(person, `${path}/timeline`),
      await desk.call(person, `${path}/deadlines`),
      await desk.call(person, '/consents'),
      ...(model.consent ? [await desk.call(person, `/consents/${model.consent.id}`)] : []),
    ];
    const question = await desk.call(person, `${path}/question`, { disclosure });
    const response = await desk.call(person, `${path}/response`, { disclosure });
    const content = [
      question,
      response,
      await desk.call(person, `${path}/follow-up/preview?requestedState=QS`, { disclosure }),
      ...(model.consent ? [await desk.call(person, `/consents/${model.consent.id}/words`, { disclosure })] : []),
    ];
    model.acts += 1;
    for (const { status, text } of open) {
      expect(status).toBeLessThan(500);
      expect(model.words.in(text)).toEqual([]);
    }
    for (const answer of content) await expectEntered(model, desk, { person, sitting, answer });
    if (this.by === 'third')
      for (const { status } of [...open.slice(2, 5), question, response])
        if (this.role !== 'auditor' || status !== 403) expect(status).toBe(404);
    if (response.status === 200) expectReasons(response);
  }

  /** A new one, if the desk opens it; or one that was opened before, which may be over, outgrown, or somebody else's. */
  async #sitting(model: Model, desk: TriedDesk, person: string): Promise<Sitting> {
    if (this.before !== null && model.sittings.length > 0) return model.sittings[this.before % model.sittings.length] as Sitting;
    const id = await desk.disclosureOf(person, model.requestId, this.purpose);
    const sitting = { id, purpose: this.purpose };
    if (id !== undefined) model.sittings.push(sitting);
    return sitting;
  }

  toString(): string {
    return `${this.by} ${this.role} reads for ${this.purpose}${this.before === null ? '' : `, in sitting ${this.before}`}`;
  }
}

/** Somebody's role becomes another one, and what they opened before is asked for again. */
class RoleChanges implements Command {
  constructor(
    private readonly by: Stander,
    private readonly role: (typeof ROLES_GIVEN)[number],
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    await desk.giveRole(`${PARTIES[this.by]} supervisor`, this.role);
    model.acts += 1;
  }

  toString(): string {
    return `the ${this.by} supervisor becomes ${this.role}`;
  }
}

class MinutesPass implements Command {
  check(): boolean {
    return true;
  }

  /** Sittings last by wall time: the business clock does not end them. */
  async run(model: Model, desk: TriedDesk): Promise<void> {
    await desk.letSit(20);
    model.acts += 1;
  }

  toString(): string {
    return '20 minutes pass';
  }
}

/**
 * Every confided word that an answer holds is for the reader's State, is permitted for the purpose of the sitting, and stands in content that an
 * entry names: of this person, for this purpose, under a rule, on the request that the content belongs to.
 */
export async function expectEntered(
  model: Model,
  desk: TriedDesk,
  { person, sitting, answer }: { readonly person: string; readonly sitting: Sitting; readonly answer: Tried },
): Promise<void> {
  const [state = ''] = person.split(' ');
  expect(answer.status).toBeLessThan(500);
  expect(model.words.leakedIn(answer.text, state)).toEqual([]);
  const words = model.words.in(answer.text);
  if (words.length === 0) return;
  const kept = words.filter((word) => model.kept.has(word) && model.kept.get(word) !== state);
  if (!PERMITTED_FOR_KEPT.includes(sitting.purpose)) expect(kept).toEqual([]);
  const requestIds = [model.requestId, ...(model.followUp ? [model.followUp.id] : [])];
  const entered = await desk.enteredFor(person, sitting.purpose);
  const places = await desk.placesOf(words, state, requestIds);
  for (const word of words) {
    const found = places.get(word) ?? [];
    model.shown += 1;
    expect({ word, found, isEntered: found.some((place) => entered.has(place)) }).toEqual({ word, found, isEntered: true });
  }
}

/** A limited answer has its ground and its reasons (ITI 22, 23). */
function expectReasons({ body }: Tried): void {
  const given = body['items'] as readonly { kind: string; ground: string | null; reasons?: string }[];
  const limited = given.filter(({ kind }) => ['restricted', 'refused'].includes(kind));
  for (const { ground } of limited) expect(ground).toMatch(/^22_/);
  if (limited.length > 0) expect(limited.some(({ reasons }) => (reasons ?? '').trim() !== '')).toBe(true);
}

/** What the giver keeps to investigation is read for the task itself, its supervision, and for that. */
const PERMITTED_FOR_KEPT: readonly string[] = ['assigned_task', 'supervision', 'investigation'];
const ROLES_GIVEN = ['supervisor', 'auditor', 'tracing_officer'] as const;

const stander = fc.constantFrom<Stander>('requesting', 'requesting', 'requested', 'third');
const reading = fc
  .tuple(stander, fc.constantFrom(...ROLES), fc.constantFrom(...PURPOSES_TRIED), fc.option(fc.nat(11), { freq: 2 }))
  .map(([by, role, purpose, before]) => new TriedReading(by, role, purpose, before));
const change = fc.tuple(stander, fc.constantFrom(...ROLES_GIVEN)).map(([by, role]) => new RoleChanges(by, role));

export const anyReading = fc.oneof(
  { weight: 8, arbitrary: reading },
  { weight: 1, arbitrary: change },
  { weight: 1, arbitrary: fc.constant(new MinutesPass()) },
);
