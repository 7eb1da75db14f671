import { randomUUID } from 'node:crypto';
import { fieldsOf, itemsOf, problemIn, type Answer, type Call, DeskClient } from '../desk-client.js';
import { personText, type Person } from './scenario.js';

/** The desk a scenario is played at. */
export interface Target {
  readonly origin: string;
  readonly password: string;
}

type Figures = Readonly<Record<string, unknown>>;

/** What a State's tally was when the story read it before, and what it is now. */
export interface Tallies {
  readonly before: Figures | null;
  readonly now: Figures;
}

/** A step that could not be carried out as told; what follows it would mean nothing. */
export class StoryStopped extends Error {}

/** How long it is until the clock next shows that time (`10:00Z`), as a duration. */
export function until(time: string, now: Date): string {
  const at = new Date(`${now.toISOString().slice(0, 10)}T${time}`);
  if (at <= now) at.setUTCDate(at.getUTCDate() + 1);
  return `PT${Math.ceil((at.getTime() - now.getTime()) / 1000)}S`;
}

/**
 * What a scenario remembers while it is played: who is signed in, which requests and disclosures have which name,
 * and the last answer. It reaches the desk by the public API only.
 */
export class StoryStage {
  private readonly clients = new Map<string, Promise<DeskClient>>();
  private readonly requests = new Map<string, { id: string; reference: string }>();
  private readonly disclosures = new Map<string, string>();
  private readonly keys = new Map<string, string>();
  private readonly tallies = new Map<string, Tallies>();
  private clock: Date | null = null;

  constructor(private readonly target: Target) {}

  async call(who: Person, path: string, call?: Call): Promise<Answer> {
    return (await this.client(who)).call(path, call);
  }

  /** Moves the demonstration's clock on, by a duration or to the next time of day. Business time never moves otherwise, and never back. */
  async advance(when: string): Promise<void> {
    const duration = when.startsWith('P') ? when : until(when, await this.now());
    const answer = await new DeskClient(this.target.origin).call('/demonstration/clock', {
      method: 'POST',
      body: { advance: duration },
    });
    if (answer.status !== 200) {
      throw new StoryStopped(`the clock does not move (${problemIn(answer)}): is this a demonstration, reached by loopback?`);
    }
    this.clock = new Date(String(fieldsOf(answer.body)['now']));
  }

  /** The desk's business time, as far as the scenario knows it. Asking moves the clock by one second. */
  async now(): Promise<Date> {
    if (!this.clock) await this.advance('PT1S');
    return this.clock ?? new Date();
  }

  remember(name: string, summary: unknown): void {
    const { id, reference } = fieldsOf(summary);
    if (typeof id !== 'string') throw new StoryStopped(`the desk named no id for "${name}"`);
    this.requests.set(name, { id, reference: String(reference) });
  }

  idOf(name: string): string {
    const request = this.requests.get(name);
    if (!request) throw new StoryStopped(`there is no request "${name}": the step that drafts it made none`);
    return request.id;
  }

  nameOf(id: unknown): string | null {
    return [...this.requests].find(([, request]) => request.id === id)?.[0] ?? null;
  }

  rememberDisclosure(name: string, id: string): void {
    this.disclosures.set(name, id);
  }

  disclosureNamed(name: string): string {
    const id = this.disclosures.get(name);
    if (!id) throw new StoryStopped(`there is no disclosure "${name}": the step that opens it opened none`);
    return id;
  }

  rememberTally(state: string, now: Figures): void {
    this.tallies.set(state, { before: this.tallies.get(state)?.now ?? null, now });
  }

  /** Other stories are played at the same desk: only what was added since the story looked before says something about it. */
  talliesOf(state: string): Tallies | null {
    return this.tallies.get(state) ?? null;
  }

  /** A fresh Idempotency-Key, or the same again for steps that share a word. */
  keyFor(once: string | null): string {
    if (once === null) return randomUUID();
    const key = this.keys.get(once) ?? randomUUID();
    this.keys.set(once, key);
    return key;
  }

  /** The request as this person sees it now: status, deadlines and all that is open to both parties. */
  async view(who: Person, name: string): Promise<Answer> {
    return this.call(who, `/tracing-requests/${this.idOf(name)}`);
  }

  /** Every item of a list, page after page. */
  async list(who: Person, filters: Readonly<Record<string, unknown>>): Promise<Answer & { all: readonly unknown[] }> {
    const all: unknown[] = [];
    let cursor: string | null = null;
    for (;;) {
      const query = new URLSearchParams(Object.entries(filters).map(([key, value]) => [key, String(value)]));
      if (cursor !== null) query.set('cursor', cursor);
      const answer = await this.call(who, `/tracing-requests?${query.toString()}`);
      all.push(...itemsOf(answer));
      const next = fieldsOf(answer.body)['next'];
      if (answer.status !== 200 || typeof next !== 'string') return { ...answer, all };
      cursor = next;
    }
  }

  /**
   * Replaces `{{pistol.reference}}`, `{{pistol.id}}`, `{{today}}`, `{{today+10}}` and `{{today-10}}` (days, in UTC) in every text of a step's content.
   */
  async filled(value: unknown): Promise<unknown> {
    if (typeof value === 'string') return this.filledText(value);
    if (Array.isArray(value)) return Promise.all(value.map((one) => this.filled(one)));
    if (typeof value !== 'object' || value === null) return value;
    const pairs = Object.entries(value).map(async ([key, one]) => [key, await this.filled(one)] as const);
    return Object.fromEntries(await Promise.all(pairs));
  }

  private async filledText(text: string): Promise<string> {
    let filled = text;
    for (const [whole, word = ''] of text.matchAll(/\{\{\s*([^}]+?)\s*\}\}/g))
      filled = filled.replace(whole, await this.valueOf(word));
    return filled;
  }

  private async valueOf(word: string): Promise<string> {
    const day = /^today(?:([+-])(\d{1,4}))?$/.exec(word.replaceAll(' ', ''));
    if (day) {
      const date = await this.now();
      return new Date(date.getTime() + Number(`${day[1] ?? ''}${day[2] ?? 0}`) * 86_400_000).toISOString().slice(0, 10);
    }
    const [, name = '', field = ''] = /^(.+)\.(id|reference)$/.exec(word) ?? [];
    const request = this.requests.get(name);
    if (!request) throw new StoryStopped(`{{${word}}} names nothing that this story remembers`);
    return field === 'id' ? request.id : request.reference;
  }

  private client(who: Person): Promise<DeskClient> {
    const key = personText(who);
    const known = this.clients.get(key);
    if (known) return known;
    const signedIn = new DeskClient(this.target.origin)
      .signIn({ ...who, password: this.target.password })
      .catch((error: unknown) => {
        throw new StoryStopped(error instanceof Error ? error.message : String(error));
      });
    this.clients.set(key, signedIn);
    return signedIn;
  }
}
