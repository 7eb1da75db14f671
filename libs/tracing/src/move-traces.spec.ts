import { describe, expect, it } from '@jest/globals';
import {
  COMPLETE_QUESTION,
  FACTS,
  REQUESTED,
  REQUESTING,
  THIRD,
  aDraft,
  commandFor,
  officerOf,
  requestIn,
} from './request.examples.js';
import { entriesOf, noticesOf } from './move-traces.js';
import type { OtherPossibleState } from './question.js';
import { transition, type Moved } from './transition.js';
import type { TracingRequest } from './tracing-request.js';

const now = new Date('2026-03-02T10:00:00Z');
const AT_SEA = { state: THIRD, because: 'The ship flew our flag and lay in their roads.' };

describe('another State in whose jurisdiction the find could lie', () => {
  it('is told of no act but the submission, and of no question that names none', () => {
    const acknowledged = moved({ ...naming(AT_SEA), status: 'submitted' }, 'acknowledge', REQUESTED);
    const withdrawn = moved({ ...naming(AT_SEA), status: 'submitted' }, 'withdraw', REQUESTING);
    for (const move of [acknowledged, withdrawn, submitted(undefined), moved(requestIn('draft'), 'submit', REQUESTING)]) {
      expect(noticesOf(move).map(({ state }) => state)).not.toContain(THIRD);
      expect(entriesOf(move)).toHaveLength(1);
    }
  });

  it('is not told where it is the State asked: that one reads the question', () => {
    const move = submitted({ ...AT_SEA, state: REQUESTED });
    expect(noticesOf(move).map(({ payload }) => payload['kind'])).toEqual(['tracing_request.submitted']);
    expect(entriesOf(move)).toHaveLength(1);
  });

  it('is told nothing that leads to the request, nor whom it asks', () => {
    const [told] = noticesTo(THIRD, submitted(AT_SEA));
    const { id, reference, requestedState } = submitted(AT_SEA).next;
    const text = JSON.stringify(told);
    for (const hidden of [id, reference, requestedState, AT_SEA.because, 'A104552']) expect(text).not.toContain(hidden);
  });

  it('is told who asked, once for each submission however often that is worked out', () => {
    const [first, ...further] = noticesTo(THIRD, submitted(AT_SEA));
    expect(further).toEqual([]);
    expect(first?.payload).toMatchObject({ kind: 'tracing_request.other_state_told', requestingState: REQUESTING });
    expect(noticesTo(THIRD, submitted(AT_SEA))).toEqual([first]);
    const [again] = noticesTo(THIRD, moved({ ...naming(AT_SEA), version: 7 }, 'submit', REQUESTING));
    expect(again?.payload['occasion']).not.toBe(first?.payload['occasion']);
  });

  it('leaves the State asked with its own notice and entry, which do not speak of it', () => {
    const move = submitted(AT_SEA);
    expect(noticesTo(REQUESTED, move)).toEqual(noticesTo(REQUESTED, submitted(undefined)));
    const [shared, own] = entriesOf(move);
    expect(shared).toMatchObject({ action: 'tracing_request.submitted', counterpart: REQUESTED });
    expect(JSON.stringify(shared?.facts)).not.toContain(THIRD);
    expect(own).toMatchObject({ action: 'tracing_request.other_state_told', facts: { toldState: THIRD } });
    expect(own).not.toHaveProperty('counterpart');
  });
});

function naming(otherPossibleState: OtherPossibleState | undefined): TracingRequest {
  const find = { ...COMPLETE_QUESTION.find, ...(otherPossibleState && { otherPossibleState }) };
  return aDraft({}, { ...COMPLETE_QUESTION, find });
}

function submitted(other: OtherPossibleState | undefined): Moved {
  return moved(naming(other), 'submit', REQUESTING);
}

function moved(request: TracingRequest, action: 'submit' | 'acknowledge' | 'withdraw', by: typeof REQUESTING): Moved {
  const result = transition(request, commandFor(action), { actor: officerOf(by), now, facts: FACTS });
  if (!result.ok) throw new Error(`The move was denied with ${result.denial.code}.`);
  return result.value;
}

function noticesTo(state: string, move: Moved) {
  return noticesOf(move).filter((notice) => notice.state === state);
}
