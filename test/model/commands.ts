import { expect } from '@jest/globals';
import { ACTIONS_AT_THE_DESK, routeOf, type Action } from '@tracedesk/tracing';
import fc from 'fast-check';
import { anyConsentAct } from './consent-commands.js';
import { expectHeld, type Command } from './held.js';
import { anyFollowUpAct } from './follow-up-commands.js';
import { PARTIES, draftWith, flawedWordsOf, namesParties, wordsOf, type Model, type Said, type Stander } from './model.js';
import { anyReading } from './reading-commands.js';
import type { Tried, TriedDesk } from './tried-desk.js';
import type { ConfidedWords } from './words.js';

/** Any act of the lifecycle by anybody at any time, fair or flawed, on the version that is current or an older one. */
class TriedMove implements Command {
  constructor(
    private readonly action: Action,
    private readonly by: Stander,
    private readonly variant: number,
    private readonly flaw: (typeof FLAWS)[number],
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    const { action, by, flaw } = this;
    const said = saidBy(model.words);
    const before = await desk.glance(model.requestId);
    const answer = await desk.call(`${PARTIES[by]} officer`, `/tracing-requests/${model.requestId}/${routeOf(action)}`, {
      method: 'POST',
      body: flaw === 'words' ? flawedWordsOf(action) : wordsOf(action, said, this.variant),
      version: flaw === 'version' ? model.version - 1 : model.version,
    });
    const after = await desk.glance(model.requestId);
    model.acts += 1;
    expect(model.words.leakedIn(answer.text, PARTIES[by])).toEqual([]);
    if (!expectHeld({ before, after, answer })) return;
    expect(by).not.toBe('third');
    expect(flaw).not.toBe('version');
    model.moved += 1;
    if (action === 'discard') return beginAnew(model, desk);
    if (action === 'submit') model.words.open(model.questionWord, PARTIES.requested);
    if (action === 'respond' && model.answers === 0 && namesParties(this.variant)) model.consignee = said.consignee;
    if (action === 'respond' && namesParties(this.variant)) model.kept.set(said.kept, PARTIES.requested);
    if (action === 'respond') model.answers += 1;
    if (action === 'respond' || action === 'supplement') model.carriers.push(said.carrier);
    takeOver(model, answer);
  }

  toString(): string {
    return `${this.by} tries ${this.action} (${this.variant}, flaw: ${this.flaw})`;
  }
}

/** An act that the desk offers to that party now: it leads on, where an act at random rarely does. */
class OfferedMove implements Command {
  constructor(
    private readonly by: 'requesting' | 'requested',
    private readonly variant: number,
  ) {}

  check(): boolean {
    return true;
  }

  async run(model: Model, desk: TriedDesk): Promise<void> {
    const seen = await desk.call(`${PARTIES[this.by]} officer`, `/tracing-requests/${model.requestId}`);
    const offered = ((seen.body['actions'] ?? []) as readonly Action[]).filter(
      (action) => !ENDS.includes(action) || this.variant === 0,
    );
    const action = offered[this.variant % offered.length];
    if (action) await new TriedMove(action, this.by, this.variant, 'none').run(model, desk);
  }

  toString(): string {
    return `${this.by} takes an act that is offered (${this.variant})`;
  }
}

class TimePasses implements Command {
  constructor(private readonly days: number) {}

  check(): boolean {
    return true;
  }

  /** A deadline that is missed moves nothing: only States move a request. */
  async run(model: Model, desk: TriedDesk): Promise<void> {
    await desk.letPass(this.days);
    model.acts += 1;
    const seen = await desk.call(`${PARTIES.requesting} officer`, `/tracing-requests/${model.requestId}`);
    expect(seen.body).toMatchObject({ version: model.version, status: model.status });
  }

  toString(): string {
    return `${this.days} days pass`;
  }
}

/** Words of one of the two parties to the other. */
function saidBy(words: ConfidedWords): Said {
  const said = (): string => words.said(PARTIES.requesting, PARTIES.requested);
  return { word: said(), kept: said(), consignee: said(), carrier: said() };
}

/** A new draft of the requesting State, its check read: where every run begins. */
export async function beginAnew(model: Model, desk: TriedDesk): Promise<void> {
  model.questionWord = model.words.said(PARTIES.requesting);
  const person = `${PARTIES.requesting} officer`;
  const drafted = await desk.call(person, '/tracing-requests', { method: 'POST', body: draftWith(model.questionWord) });
  expect(drafted.status).toBe(201);
  model.requestId = String(drafted.body['id']);
  model.version = Number(drafted.body['version']);
  model.status = 'draft';
  model.consent = null;
  model.followUp = null;
  model.consignee = null;
  model.answers = 0;
  model.leave.clear();
  model.carriers.length = 0;
  model.kept.clear();
  model.sittings.length = 0;
  await desk.restoreRoles();
  const checked = await desk.call(person, '/traceability-checks', { method: 'POST', body: { requestId: model.requestId } });
  expect(checked.status).toBeLessThan(300);
}

/** What the answer says of the request, held against what must be true of every request. */
function takeOver(model: Model, { body }: Tried): void {
  const { version, status, outcome, response } = body as {
    version: number;
    status: string;
    outcome: string | null;
    response: { kind: string; ground: string | null } | null;
  };
  expect(version).toBe(model.version + 1);
  if (status === 'closed') expect(outcome).not.toBeNull();
  if (response && LIMITED.includes(response.kind)) expect(response.ground).toMatch(/^22_/);
  model.version = version;
  model.status = status;
}

/** What ends a request early is taken once in a while only. */
const ENDS: readonly Action[] = ['discard', 'withdraw'];
const LIMITED = ['restricted', 'refused'];

const stander = fc.constantFrom<Stander>('requesting', 'requested', 'third');
/** Mostly fair: a flaw ends where it begins, a fair act may lead somewhere. */
const FLAWS = ['none', 'none', 'none', 'none', 'words', 'version'] as const;
const move = fc
  .tuple(
    fc.constantFrom(...ACTIONS_AT_THE_DESK),
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom<Stander>('requesting', 'requested') }, { weight: 1, arbitrary: stander }),
    fc.nat(7),
    fc.constantFrom(...FLAWS),
  )
  .map(([action, by, variant, flaw]) => new TriedMove(action, by, variant, flaw));
const offered = fc
  .tuple(fc.constantFrom('requesting' as const, 'requested' as const), fc.nat(7))
  .map(([by, variant]) => new OfferedMove(by, variant));
const time = fc.integer({ min: 1, max: 40 }).map((days) => new TimePasses(days));

/** Acts at random and acts that are offered; now and then somebody reads, or time passes. */
export const anyActs = (longest: number): fc.Arbitrary<Iterable<Command>> =>
  fc.commands([move, move, move, offered, offered, offered, offered, anyConsentAct, anyFollowUpAct, anyReading, time], {
    maxCommands: longest,
    size: 'max',
  });
