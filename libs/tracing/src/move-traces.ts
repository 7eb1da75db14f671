import type { NewEntry } from '@tracedesk/audit/core';
import { advanceClocks, type ClockMove, type ClockReading } from '@tracedesk/deadlines/core';
import type { RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import { textsOf, type Command } from './commands.js';
import type { Reference, TracingRequest } from './tracing-request.js';
import type { Moved, TracingEvent } from './transition.js';

// What a move leaves behind besides its row: clocks, sealed words, one audit entry, a notice. All derived from the move.

/** The sealed part of a request that holds its question. */
export const QUESTION_PART = 'question';

/** What a request is called in the log, by its sealed parts and by its disclosures. */
export function requestSubject(id: RequestId): { readonly kind: 'tracing_request'; readonly id: RequestId } {
  return { kind: 'tracing_request', id };
}

/** All clocks after the move. A draft that is gone has none. */
export function clocksAfter(
  { next, event }: Moved,
  { readings, parties, profile }: Pick<ClockMove, 'parties' | 'profile'> & { readonly readings: readonly ClockReading[] },
): readonly ClockReading[] {
  if (event.to === 'gone') return [];
  return advanceClocks(readings, {
    clocks: event.clocks,
    at: event.at,
    cause: event.name,
    parties,
    profile,
    priority: next.priority === 'urgent' && next.directlyAccessible ? 'urgent_direct' : next.priority,
    newDueOn: event.newDueOn ?? undefined,
    restart: event.restarts,
  });
}

/** The protected words of a move as parts of the request's record: `withdrawn.4.reason`. */
export function wordsOf(command: Command, event: TracingEvent, version: number): Readonly<Record<string, Sealed<string>>> {
  const said = event.name.slice('tracing_request.'.length);
  return Object.fromEntries(Object.entries(textsOf(command)).map(([name, text]) => [`${said}.${version}.${name}`, text]));
}

/** Words of a move as a reader entitled to them finds them. */
export interface SaidWords {
  readonly event: string;
  readonly version: number;
  readonly name: string;
  readonly text: Sealed<string>;
}

/** The words that moves brought to the record, in the order they were said. */
export function saidIn(parts: Readonly<Record<string, Sealed<unknown>>>): readonly SaidWords[] {
  const words = Object.entries(parts).flatMap(([part, text]) => {
    const [event, version, name] = part.split('.');
    return event && version && name ? [{ event, version: Number(version), name, text: text as Sealed<string> }] : [];
  });
  return words.sort((one, other) => one.version - other.version);
}

/** The move's one entry: open facts for both parties, and what was handed over or said as sealed parts, so that the log can prove it. */
export function entryOf({ next, command, event }: Moved): NewEntry {
  return {
    class: event.entry,
    action: event.name,
    object: requestSubject(next.id),
    counterpart: event.to === 'gone' ? null : otherPartyOf(next, event),
    facts: { ...(event.facts as NewEntry['facts']), version: next.version },
    restricted: handedOver(next, command),
  };
}

/** What the other State is told: that something happened to a request, never what was said. */
export function noticeOf({ next, event }: Moved): {
  readonly state: StateCode;
  readonly queue: 'notices';
  readonly job: 'write-notice';
  readonly jobId: string;
  readonly payload: Readonly<Record<string, string>>;
} {
  const state = otherPartyOf(next, event);
  return {
    state,
    queue: 'notices',
    job: 'write-notice',
    jobId: `${next.id}_${next.version}`,
    payload: { state, kind: event.name, requestId: next.id, reference: next.reference, occasion: `v${next.version}` },
  };
}

/** What both parties know a submitted request by. */
export function sharedFaceOf({ id, reference, requestingState, requestedState }: TracingRequest): {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
} {
  if (requestedState === null) throw new TypeError('A submitted request asks a State.');
  return { id, reference, requestingState, requestedState };
}

function otherPartyOf(request: TracingRequest, { by }: TracingEvent): StateCode {
  return by === 'requesting' ? sharedFaceOf(request).requestedState : request.requestingState;
}

function handedOver({ question }: TracingRequest, command: Command): Readonly<Record<string, Sealed<unknown>>> {
  if (command.action === 'submit') return question ? { question } : {};
  if (command.action === 'respond') return { response: command.response.content };
  return textsOf(command);
}
