import { describe, expect, it } from '@jest/globals';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import { FACTS, REQUESTED, REQUESTING, THIRD, anywayFor, officerOf, requestIn } from './request.examples.js';
import { ACTIONS, LIFECYCLE, type Move } from './lifecycle.js';
import { actionsOpenTo, transition } from './transition.js';
import { STATUSES, partyOf, type RequestStatus } from './tracing-request.js';

/**
 * The lifecycle once more, written by hand from design 3: who may do what from where, and where it leads.
 * `!` marks a start that is open only once a clock is missed, after closing on silence, or where there is a response to add to.
 */
const EXPECTED: Record<string, [by: StateCode, from: string, to: string]> = {
  submit: [REQUESTING, 'draft', 'submitted'],
  discard: [REQUESTING, 'draft', 'gone'],
  acknowledge: [REQUESTED, 'submitted', 'acknowledged'],
  redirect: [REQUESTED, 'submitted acknowledged delayed', 'misrouted'],
  request_information: [REQUESTED, 'submitted acknowledged delayed', 'information_requested'],
  supply_information: [REQUESTING, 'information_requested', 'acknowledged'],
  delay: [REQUESTED, 'submitted acknowledged delayed', 'delayed'],
  respond: [REQUESTED, 'submitted acknowledged information_requested delayed closed!', 'responded'],
  seek_clarification: [REQUESTING, 'responded', 'clarification_requested'],
  clarify: [REQUESTED, 'clarification_requested', 'responded'],
  supplement: [REQUESTED, 'responded closed!', 'responded'],
  close: [
    REQUESTING,
    'responded misrouted submitted! acknowledged! information_requested! delayed! clarification_requested!',
    'closed',
  ],
  reopen: [REQUESTING, 'closed misrouted', 'acknowledged'],
  withdraw: [REQUESTING, 'submitted acknowledged information_requested delayed', 'withdrawn'],
};

const silent = { ...FACTS, clockMissed: true };
const answered = { responses: 1, latestResponse: { kind: 'refused', finding: null, ground: '22_INVESTIGATION' } } as const;

function move(status: RequestStatus, action: (typeof ACTIONS)[number], state: StateCode, onSilence: boolean) {
  const request = { ...requestIn(status), ...(onSilence && { closedOnSilence: true, ...answered }) };
  return transition(request, anywayFor(action), {
    actor: officerOf(state),
    now: new Date('2026-03-02T10:00:00Z'),
    facts: onSilence ? silent : FACTS,
  });
}

const cells = STATUSES.flatMap((status) =>
  ACTIONS.flatMap((action) => [REQUESTING, REQUESTED, THIRD].map((state) => ({ status, action, state }))),
);

describe('every cell of status × action × party', () => {
  it('has a row in the expectation for each action and no other', () => {
    expect(Object.keys(EXPECTED)).toEqual([...ACTIONS]);
  });

  it.each(cells)('$action from $status by $state', ({ status, action, state }) => {
    const [by, from, to] = EXPECTED[action]!;
    const starts = from.split(' ');
    const anytime = starts.includes(status);
    const onSilence = starts.includes(`${status}!`);
    const ordinary = move(status, action, state, false);
    const afterSilence = move(status, action, state, true);

    if (partyOf(requestIn(status), state) === null) {
      expect(ordinary).toMatchObject({ ok: false, denial: { code: 'REQUEST_NOT_FOUND' } });
    } else if (state !== by) {
      expect(ordinary).toMatchObject({ ok: false, denial: { code: 'ACTION_OF_OTHER_PARTY' } });
    } else if (!anytime && !onSilence) {
      expect(ordinary).toMatchObject({ ok: false, denial: { code: 'ACTION_NOT_OPEN', details: { action, status } } });
    } else {
      expect(ordinary.ok).toBe(anytime);
      expect(afterSilence).toMatchObject({ ok: true, value: { event: { from: status, to } } });
    }
  });

  it.each(cells)('$action from $status is offered to $state exactly when it may be done', ({ status, action, state }) => {
    for (const onSilence of [false, true]) {
      const request = { ...requestIn(status), ...(onSilence && { closedOnSilence: true, ...answered }) };
      const offered = actionsOpenTo(request, state, { clockMissed: onSilence }).includes(action);
      expect(offered).toBe(move(status, action, state, onSilence).ok);
    }
  });
});

describe('the lifecycle table', () => {
  it('reaches every status from a draft', () => {
    const reached = new Set<string>(['draft']);
    for (let grown = true; grown;) {
      const before = reached.size;
      for (const { from, to } of Object.values<Move>(LIFECYCLE))
        if (Object.keys(from).some((status) => reached.has(status))) reached.add(to);
      grown = reached.size > before;
    }
    expect([...reached].sort()).toEqual([...STATUSES, 'gone'].sort());
  });

  it('gives each move an event of its own', () => {
    const events = Object.values<Move>(LIFECYCLE).map((each) => each.event);
    expect(new Set(events).size).toBe(events.length);
  });

  it('knows no State by itself', () => {
    expect(partyOf(requestIn('submitted'), stateCode('ZZ'))).toBeNull();
  });
});
