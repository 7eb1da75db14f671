import type { NewEntry } from '@tracedesk/audit/core';
import { advanceClocks, type ClockMove, type ClockReading } from '@tracedesk/deadlines/core';
import { Sealed, type RequestId, type StateCode } from '@tracedesk/kernel';
import { textsOf, type Command, type Words } from './commands.js';
import type { RestrictionOnUse } from './response-item.js';
import type { ResponseContent } from './response.js';
import type { ResponseAct } from './supplement.js';
import type { LatestResponse, Reference, TracingRequest } from './tracing-request.js';
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
export function wordsOf(command: Command, event: TracingEvent, version: number): Readonly<Record<string, Sealed<Words>>> {
  const said = event.name.slice('tracing_request.'.length);
  return Object.fromEntries(Object.entries(textsOf(command)).map(([name, text]) => [`${said}.${version}.${name}`, text]));
}

/** Words of a move as a reader entitled to them finds them. */
export interface SaidWords {
  readonly event: string;
  readonly version: number;
  readonly name: string;
  readonly text: Sealed<string>;
  /** Restrictions on the use of these words (ITI 15). */
  readonly restrictions: readonly RestrictionOnUse[];
}

/** The words that moves brought to the record, in the order they were said. */
export function saidIn(parts: Readonly<Record<string, Sealed<unknown>>>): readonly SaidWords[] {
  const words = Object.entries(parts).flatMap(([part, sealed]) => {
    const [event, version, name] = part.split('.');
    return event && version && name ? [{ event, version: Number(version), name, ...textIn(sealed as Sealed<Words>) }] : [];
  });
  return words.sort((one, other) => one.version - other.version);
}

function textIn(sealed: Sealed<Words>): Pick<SaidWords, 'text' | 'restrictions'> {
  const words = sealed.reveal();
  if (typeof words === 'string') return { text: Sealed.of(words), restrictions: [] };
  return { text: Sealed.of(words.text), restrictions: words.restrictions };
}

/** What a move adds to the responses: a whole one, or further items to the one before. */
export interface AddedResponse extends LatestResponse {
  readonly act: ResponseAct;
  readonly content: Sealed<ResponseContent>;
}

export function responseIn({ next: { latestResponse }, command }: Moved): AddedResponse | null {
  const content = contentOf(command);
  return latestResponse && content && { ...latestResponse, ...content };
}

function contentOf(command: Command): Pick<AddedResponse, 'act' | 'content'> | null {
  switch (command.action) {
    case 'respond':
      return { act: 'responded', content: command.response.content };
    case 'clarify':
      return command.content ? { act: 'clarified', content: command.content } : null;
    case 'supplement':
      return { act: 'supplemented', content: command.content };
    default:
      return null;
  }
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

interface NoticeJob {
  readonly state: StateCode;
  readonly queue: 'notices';
  readonly job: 'write-notice';
  readonly payload: Readonly<Record<string, string>>;
}

/**
 * What States are told of a move: that something happened to a request, never what was said. The other State is told of every move;
 * both are told that the same element was asked about for the third time, so that their supervisors may speak to each other.
 */
export function noticesOf({ next, event }: Moved): readonly NoticeJob[] {
  const { id, version, reference } = next;
  const notice = (state: StateCode, kind: string, audience: 'office' | 'supervisor' = 'office'): NoticeJob => ({
    state,
    queue: 'notices',
    job: 'write-notice',
    payload: { state, kind, audience, requestId: id, reference, occasion: `v${version}` },
  });
  const { requestingState, requestedState } = sharedFaceOf(next);
  const alerted = event.facts.alertsSupervisors === true ? [requestingState, requestedState] : [];
  return [
    notice(otherPartyOf(next, event), event.name),
    ...alerted.map((state) => notice(state, 'third_information_round', 'supervisor')),
  ];
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
  const response = contentOf(command);
  return { ...textsOf(command), ...(response && { response: response.content }) };
}
