import {
  Sealed,
  idOf,
  stateCode,
  type Officer,
  type PersonId,
  type RequestId,
  type SessionId,
  type StateCode,
} from '@tracedesk/kernel';
import type { Action, Command, Commands } from './commands.js';
import { NOTHING_KEPT_BACK } from './kept-back.js';
import type { Question } from './question.js';
import { referenceFrom } from './reference.js';
import type { Facts } from './requirement.js';
import { draftRequest, type RequestStatus, type TracingRequest } from './tracing-request.js';

// Complete examples for the specs of this room: a request that may be submitted, and for each action a command that lacks nothing.

export const REQUESTING: StateCode = stateCode('QR');
export const REQUESTED: StateCode = stateCode('QM');
export const THIRD: StateCode = stateCode('QN');

export const FACTS: Facts = {
  today: '2026-03-02',
  requestedStateExists: true,
  requestedStateHasActiveContactPoint: true,
  officersSubmitThemselves: true,
  traceabilityCheckRead: true,
  askedSinceCheck: false,
  unansweredWarnings: [],
  clockMissed: false,
  responseDueOn: '2026-04-01',
  earlierAnswers: [],
  keptBack: NOTHING_KEPT_BACK,
  confidentialityGuaranteed: true,
};

export const COMPLETE_QUESTION: Question = {
  illicitness: { grounds: ['6a'], legalJustification: { value: 'Possession without a licence, Arms Act section 4.' } },
  find: { stateOfFind: REQUESTING, manner: 'seized', on: '2026-02-20', circumstances: { value: 'Search of a vehicle.' } },
  firearm: {
    type: { value: 'self_loading_pistol' },
    calibre: { value: '9x19' },
    serialNumber: { value: 'A104552' },
    make: 'VAW',
  },
  intendedUse: { value: { uses: ['investigation'] } },
  undertaking: { guaranteed: true },
};

export function officerOf(state: StateCode, role: Officer['role'] = 'contact_point'): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>('00000000-0000-4000-8000-000000000001'),
    sessionId: idOf<SessionId>('00000000-0000-4000-8000-000000000002'),
    state,
    role,
  };
}

export function aDraft(changed: Partial<TracingRequest> = {}, question: Question = COMPLETE_QUESTION): TracingRequest {
  const reference = referenceFrom(new Uint8Array(16).fill(7));
  if (reference === null) throw new RangeError('Sixteen fair bytes make a reference.');
  return {
    ...draftRequest({
      id: idOf<RequestId>('00000000-0000-4000-8000-00000000000a'),
      reference,
      requestingState: REQUESTING,
      requestedState: REQUESTED,
      question: Sealed.of(question),
    }),
    ...changed,
  };
}

/** What a request cannot be without in this status. */
const WITH: Partial<Record<RequestStatus, Partial<TracingRequest>>> = {
  misrouted: { believedState: THIRD },
  responded: { responses: 1, latestResponse: { kind: 'full', finding: null, ground: null } },
  clarification_requested: { responses: 1, latestResponse: { kind: 'full', finding: null, ground: null } },
};

/** A request that stands in this status, without the history that led there. */
export function requestIn(status: RequestStatus): TracingRequest {
  return aDraft({ status, ...WITH[status] });
}

const text = Sealed.of('Words that nobody but the two States may read.');
const item = {
  kind: 'export',
  finding: 'TRANSFERRED_TO_STATE',
  state: THIRD,
  details: 'Sold to a dealer.',
  restrictions: ['15c'],
} as const;

const COMPLETE: Commands = {
  submit: {},
  discard: {},
  acknowledge: { reference: 'QM-77', expectedOn: '2026-03-20' },
  redirect: { believedState: THIRD },
  request_information: { element: '17b_calibre', question: text },
  supply_information: { answer: text },
  delay: { ground: '22_CONFIDENTIALITY_LAW', reasons: text, until: '2026-05-01' },
  respond: { response: { kind: 'full', content: Sealed.of({ items: [item] }) } },
  seek_clarification: { question: text },
  clarify: { answer: text },
  supplement: { content: Sealed.of({ items: [item] }), because: text },
  close: { outcome: 'TRANSFERRED_TO_STATE', followUp: { kind: 'waived', because: text } },
  reopen: { ground: 'new_information', because: text },
  withdraw: { reason: text },
};

/** A command of this action that lacks nothing, changed as told. */
export function commandFor<A extends Action>(action: A, changed: Partial<Commands[A]> = {}): Command {
  return { action, ...COMPLETE[action], ...changed } as Command;
}

/** The same where it is not known what was answered: whatever became of a request, it may be closed as not traced. */
export function anywayFor(action: Action): Command {
  return action === 'close' ? commandFor('close', { outcome: 'NOT_TRACED', obstacle: 'mark_erased' }) : commandFor(action);
}
