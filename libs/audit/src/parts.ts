import { capacityOf, type Actor, type EntryId, type StateCode } from '@tracedesk/kernel';
import type { Envelope, NewEntry, PersonPart } from './entry.js';

/**
 * A part of an entry: what can be shown, withheld or erased by itself while the log still verifies.
 * `content` is written once, here, and hashed as it is stored: nobody ever writes the JSON again to check it.
 */
export interface Part {
  readonly name: string;
  readonly content: Uint8Array;
  /** Who may read it: both parties, or the acting State only. */
  readonly reader: 'both_parties' | 'own_state';
  /** Whether it is sealed at rest. The commitment is over `content`, before sealing. */
  readonly sealed: boolean;
}

export const ENVELOPE = 'envelope';
export const PERSON = 'person';
export const JUSTIFICATION = 'justification';

/** Who did it, where it stands and when: what the log knows beside the act itself. */
export interface Circumstances {
  readonly id: EntryId;
  readonly at: Date;
  readonly actor: Actor;
  readonly state: StateCode;
}

/** The entry's parts in the fixed order of their commitments: envelope, person, justification, then the restricted ones by name. */
export function partsOf(entry: NewEntry, circumstances: Circumstances): readonly Part[] {
  const inner = [...personPart(circumstances.actor), ...justificationPart(entry), ...restrictedParts(entry)];
  const names = [ENVELOPE, ...inner.map((part) => part.name)];
  return [envelopePart(entry, circumstances, names), ...inner];
}

function envelopePart(entry: NewEntry, { id, at, actor, state }: Circumstances, parts: readonly string[]): Part {
  const envelope: Envelope = {
    entry: id,
    at: at.toISOString(),
    class: entry.class,
    action: entry.action,
    outcome: entry.outcome ?? 'done',
    state,
    capacity: capacityOf(actor),
    counterpart: entry.counterpart ?? null,
    object: { kind: entry.object.kind, id: entry.object.id },
    facts: entry.facts ?? {},
    parts,
  };
  return { name: ENVELOPE, content: written(envelope), reader: 'both_parties', sealed: false };
}

function personPart(actor: Actor): Part[] {
  if (actor.kind !== 'person') return [];
  const person: PersonPart = { person: actor.personId, session: actor.sessionId };
  return [{ name: PERSON, content: written(person), reader: 'own_state', sealed: false }];
}

function justificationPart({ justification }: NewEntry): Part[] {
  return justification
    ? [{ name: JUSTIFICATION, content: written(justification.reveal()), reader: 'own_state', sealed: true }]
    : [];
}

const RESERVED: readonly string[] = [ENVELOPE, PERSON, JUSTIFICATION];

function restrictedParts({ restricted = {} }: NewEntry): Part[] {
  return Object.entries(restricted)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => {
      if (RESERVED.includes(name)) throw new TypeError(`A restricted part cannot be called ${name}.`);
      return { name, content: written(content.reveal()), reader: 'own_state', sealed: true };
    });
}

function written(content: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(content ?? null), 'utf8');
}
