import { idOf, Sealed, type RequestId, type StateCode } from '@tracedesk/kernel';
import {
  draftRequest,
  REFERENCE_BYTES,
  referenceFrom,
  transition,
  type Command,
  type Priority,
  type Question,
  type Reference,
  type TracingRequest,
} from '@tracedesk/tracing/core';
import { aResponse, type ResponseBuilder } from './a-response.js';
import { as, instantOf, REQUESTED_STATE, REQUESTING_STATE } from './parties.js';

/** A question with every element of ITI 17: the 9x19 pistol of story T01. */
export const COMPLETE_QUESTION: Question = {
  illicitness: { grounds: ['6a'], legalJustification: { value: 'Carried without a licence.' } },
  find: { stateOfFind: REQUESTING_STATE, manner: 'seized', circumstances: { value: 'At a vehicle check in the port.' } },
  firearm: {
    type: { value: 'self_loading_pistol' },
    calibre: { value: '9x19' },
    serialNumber: { value: 'A104552' },
    serialNumberPlace: 'frame_or_receiver',
    make: 'VAW',
    model: 'P9',
    countryOfManufacture: REQUESTED_STATE,
  },
  intendedUse: { value: { uses: ['investigation'] } },
  undertaking: { guaranteed: true },
};

/** A complete draft of Rhosia to Valmora; say what matters, the rest is well. */
export function aRequest(): RequestBuilder {
  return new RequestBuilder(startingDraft(), []);
}

interface PlannedMove {
  readonly command: Command;
  readonly by: StateCode;
  readonly on: string;
}

/**
 * Builds a request by making its moves with `transition`: what is built could have come about.
 * Each method returns a new builder.
 */
export class RequestBuilder {
  constructor(
    private readonly draft: TracingRequest,
    private readonly moves: readonly PlannedMove[],
  ) {}

  between(requestingState: StateCode, requestedState: StateCode): RequestBuilder {
    const { find } = questionOf(this.draft);
    return this.with({ requestingState, requestedState }).asking({ find: { ...find, stateOfFind: requestingState } });
  }

  prioritised(priority: Priority): RequestBuilder {
    return this.with({ priority }).asking({ urgentBecause: 'The suspect must be brought before a judge.' });
  }

  urgent(): RequestBuilder {
    return this.prioritised('urgent');
  }

  /** Replaces sections of the question; `undefined` takes one out. */
  asking(sections: { readonly [K in keyof Question]: Question[K] | undefined }): RequestBuilder {
    const merged = Object.entries({ ...questionOf(this.draft), ...sections }).filter(([, section]) => section !== undefined);
    return this.with({ question: Sealed.of(Object.fromEntries(merged)) });
  }

  with(fields: Partial<TracingRequest>): RequestBuilder {
    return new RequestBuilder({ ...this.draft, ...fields }, this.moves);
  }

  submittedOn(day: string): RequestBuilder {
    return this.moved({ action: 'submit' }, this.draft.requestingState, day);
  }

  /** Submitted the same day, if no other day is told before. */
  acknowledgedOn(day: string, expectedOn = day): RequestBuilder {
    return this.sent(day).moved({ action: 'acknowledge', reference: 'QM/TR/88', expectedOn }, this.requested, day);
  }

  respondedOn(day: string, response: ResponseBuilder = aResponse()): RequestBuilder {
    return this.sent(day).moved(response, this.requested, day);
  }

  closedOn(day: string): RequestBuilder {
    const command: Command = { action: 'close', outcome: 'TRACED_TO_LAST_LEGAL_HOLDER', followUp: null };
    return this.moved(command, this.draft.requestingState, day);
  }

  withdrawnOn(day: string): RequestBuilder {
    return this.sent(day).moved({ action: 'withdraw', reason: Sealed.of('No longer needed.') }, this.draft.requestingState, day);
  }

  build(): TracingRequest {
    return this.moves.reduce((request, { command, by, on }) => {
      const moved = transition(request, command, as(by, { on, role: 'contact_point' }));
      if (!moved.ok)
        throw new RangeError(`A request cannot be built that way: ${command.action} is denied, ${moved.denial.code}.`);
      return moved.value.next;
    }, this.draft);
  }

  private get requested(): StateCode {
    return this.draft.requestedState ?? REQUESTED_STATE;
  }

  private sent(day: string): RequestBuilder {
    return this.moves.length === 0 ? this.submittedOn(day) : this;
  }

  private moved(command: Command, by: StateCode, day: string): RequestBuilder {
    return new RequestBuilder(this.draft, [...this.moves, { command, by, on: instantOf(day).toISOString() }]);
  }
}

function questionOf(draft: TracingRequest): Question {
  return draft.question?.reveal() ?? {};
}

function startingDraft(): TracingRequest {
  return draftRequest({
    id: idOf<RequestId>('0199a7a0-0002-7000-8000-000000000001'),
    reference: aReference(),
    requestingState: REQUESTING_STATE,
    requestedState: REQUESTED_STATE,
    question: Sealed.of(COMPLETE_QUESTION),
  });
}

function aReference(): Reference {
  const reference = referenceFrom(new Uint8Array(REFERENCE_BYTES).fill(7));
  if (reference === null) throw new RangeError('Fair bytes make a reference.');
  return reference;
}
