import { createHash } from 'node:crypto';
import type { NewEntry } from '@tracedesk/audit/core';
import { advanceClocks, type ClockMove, type ClockReading } from '@tracedesk/deadlines/core';
import { Sealed, type RequestId, type StateCode } from '@tracedesk/kernel';
import { textsOf, type Command, type Words } from './commands.js';
import type { RestrictionOnUse } from './response-item.js';
import type { ResponseContent } from './response.js';
import type { ResponseAct } from './supplement.js';
import type { LatestResponse, Reference, TracingRequest } from './tracing-request.js';
import type { Moved, TracingEvent } from './transition.js';

// What a move leaves behind besides its row: clocks, sealed words, its audit entry, its notices. All derived from the move.

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
  /** Kept back for the purpose stated: the text is empty. */
  readonly isWithheld?: boolean;
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

/** The entries of a move: its own, which both parties read; and on the asking State's record alone, whom else it told that it asked. */
export function entriesOf(moved: Moved): readonly NewEntry[] {
  const toldState = stateToldOf(moved);
  return [entryOf(moved), ...(toldState === null ? [] : [entryOfTelling(moved.next, toldState)])];
}

/** Open facts for both parties, and what was handed over or said as sealed parts, so that the log can prove it. */
function entryOf({ next, command, event }: Moved): NewEntry {
  return {
    class: event.entry,
    action: event.name,
    object: requestSubject(next.id),
    counterpart: event.to === 'gone' ? null : otherPartyOf(next, event),
    facts: { ...(event.facts as NewEntry['facts']), version: next.version },
    restricted: handedOver(next, command),
  };
}

/** A job of queue `notices`, as the outbox takes it. */
export interface NoticeJob {
  readonly state: StateCode;
  readonly queue: 'notices';
  readonly job: 'write-notice';
  readonly payload: Readonly<Record<string, string>>;
}

/**
 * What States are told of a move: that something happened to a request, never what was said. The other State is told of every move;
 * both are told that the same element was asked about for the third time, so that their supervisors may speak to each other. Another
 * State in whose jurisdiction the find could lie is told who asked (16), and nothing that leads to the request.
 */
export function noticesOf(moved: Moved): readonly NoticeJob[] {
  const { next, event } = moved;
  const { id, version, reference } = next;
  const notice = (state: StateCode, kind: string, audience: 'office' | 'supervisor' = 'office'): NoticeJob => ({
    state,
    queue: 'notices',
    job: 'write-notice',
    payload: { state, kind, audience, requestId: id, reference, occasion: `v${version}` },
  });
  const { requestingState, requestedState } = sharedFaceOf(next);
  const toldState = stateToldOf(moved);
  const alerted = event.facts.alertsSupervisors === true ? [requestingState, requestedState] : [];
  return [
    notice(otherPartyOf(next, event), event.name),
    ...alerted.map((state) => notice(state, 'third_information_round', 'supervisor')),
    ...(toldState === null ? [] : [noticeOfTelling(next, toldState)]),
  ];
}

const OTHER_STATE_TOLD = 'tracing_request.other_state_told';

/** The other possible State that a submission tells. One that is asked is not told: it reads the question. */
function stateToldOf({ next: { question, requestedState }, command }: Moved): StateCode | null {
  const other = command.action === 'submit' ? question?.reveal().find?.otherPossibleState?.state : undefined;
  return other === undefined || other === requestedState ? null : other;
}

/** No counterpart: neither the State asked nor the State told reads it. */
function entryOfTelling({ id }: TracingRequest, toldState: StateCode): NewEntry {
  return { class: 'disclosure', action: OTHER_STATE_TOLD, object: requestSubject(id), facts: { toldState } };
}

/** To a third State the request does not exist. The occasion is the same for the same submission, and tells nothing to whoever lacks its id. */
function noticeOfTelling({ id, version, requestingState }: TracingRequest, toldState: StateCode): NoticeJob {
  const occasion = createHash('sha256').update(`${OTHER_STATE_TOLD} ${id} ${version}`).digest('hex');
  const payload = { state: toldState, kind: OTHER_STATE_TOLD, audience: 'office', requestingState, occasion };
  return { state: toldState, queue: 'notices', job: 'write-notice', payload };
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
