import type { DenialDetails, EntryId, PersonId, Sealed, SessionId, StateCode } from '@tracedesk/kernel';

/** What kind of processing an entry is evidence of: the six of the Law Enforcement Directive (art. 25), and the two of the desk itself. */
export const ENTRY_CLASSES = [
  'collection',
  'alteration',
  'consultation',
  'disclosure',
  'combination',
  'erasure',
  'authentication',
  'denial',
] as const;
export type EntryClass = (typeof ENTRY_CLASSES)[number];

export type Outcome = 'done' | 'denied';

/** What an entry is about: a kind (`tracing_request`) and its id. */
export interface EntryObject {
  readonly kind: string;
  readonly id: string;
}

/** Open words and numbers of an entry: codes, dates, counts. Both parties of a request may read them. Never protected content. */
export type EntryFacts = Readonly<Record<string, string | number | boolean | null>>;

/** An act, as the room that performs it tells it to the log. */
export interface NewEntry {
  readonly class: EntryClass;
  /** Past tense, `noun.verbed`, registered in the room's catalogue of events. */
  readonly action: string;
  readonly object: EntryObject;
  /** The other State that may read the envelope. Absent or null: the acting State only. */
  readonly counterpart?: StateCode | null;
  /** `done` when absent. */
  readonly outcome?: Outcome;
  readonly facts?: EntryFacts;
  readonly justification?: Sealed<string>;
  /** Protected words of the act, by name (`reasons`, `question`): one part each, sealed at rest. */
  readonly restricted?: Readonly<Record<string, Sealed<unknown>>>;
  /** The State on whose record the act stands; the actor's when absent. A process that serves all States names it. */
  readonly state?: StateCode;
}

/** The part of an entry that both parties may read. Its stored bytes are this, written once as JSON with the keys in this order. */
export interface Envelope {
  readonly entry: EntryId;
  readonly at: string;
  readonly class: EntryClass;
  readonly action: string;
  readonly outcome: Outcome;
  readonly state: StateCode;
  readonly capacity: string;
  readonly counterpart: StateCode | null;
  readonly object: EntryObject;
  readonly facts: EntryFacts;
  /** Names of all parts in the order of their commitments, so that no part can be passed off as another. */
  readonly parts: readonly string[];
}

/** Who acted. Shown to the acting State only. */
export interface PersonPart {
  readonly person: PersonId;
  readonly session: SessionId;
}

/** An entry as it is shown in the history of its object. */
export interface TimelineEntry {
  readonly id: EntryId;
  readonly occurredAt: Date;
  readonly class: EntryClass;
  readonly action: string;
  readonly state: StateCode;
  readonly capacity: string;
  readonly outcome: Outcome;
  readonly facts: EntryFacts;
  /** Only where the reader's State acted. */
  readonly personId?: PersonId;
  /** Null until the sequencer has numbered it: a receipt says "pending" till then. */
  readonly number: number | null;
}

/** Open facts of a denial, flattened for the log. */
export function factsOfDetails(details: DenialDetails | undefined): EntryFacts {
  return Object.fromEntries(Object.entries(details ?? {}).map(([key, value]) => [key, isList(value) ? value.join(' ') : value]));
}

function isList(value: DenialDetails[string]): value is readonly string[] {
  return Array.isArray(value);
}
