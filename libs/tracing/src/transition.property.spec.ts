import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FACTS, REQUESTED, REQUESTING, THIRD, aDraft, anywayFor, officerOf } from './request.examples.js';
import { ACTIONS, moveOf } from './lifecycle.js';
import { actionsOpenTo, transition } from './transition.js';
import { STAGE_OF, STAGES, type TracingRequest } from './tracing-request.js';

const step = fc.record({
  action: fc.constantFrom(...ACTIONS),
  state: fc.constantFrom(REQUESTING, REQUESTED, THIRD),
  clockMissed: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function play(steps: readonly Step[], visit: (before: TracingRequest, after: TracingRequest | null, step: Step) => void): void {
  let request = aDraft();
  for (const each of steps) {
    const result = transition(request, anywayFor(each.action), {
      actor: officerOf(each.state),
      now: new Date('2026-03-02T10:00:00Z'),
      facts: { ...FACTS, clockMissed: each.clockMissed, responseDueOn: null },
    });
    visit(request, result.ok ? result.value.next : null, each);
    if (result.ok && result.value.event.to !== 'gone') request = result.value.next;
  }
}

describe('any sequence of moves', () => {
  const sequences = fc.array(step, { maxLength: 60 });

  it('raises the version by one at every move, and never otherwise', () => {
    fc.assert(
      fc.property(sequences, (steps) => play(steps, (before, after) => after && expect(after.version).toBe(before.version + 1))),
    );
  });

  it('keeps the two parties, the reference and the question', () => {
    fc.assert(
      fc.property(sequences, (steps) =>
        play(steps, (before, after) => {
          if (!after) return;
          const lasting = ({ id, reference, requestingState, requestedState, question }: TracingRequest) => [
            id,
            reference,
            requestingState,
            requestedState,
            question,
          ];
          expect(lasting(after)).toEqual(lasting(before));
        }),
      ),
    );
  });

  it('never lets a third State move anything', () => {
    fc.assert(
      fc.property(sequences, (steps) => play(steps, (_before, after, { state }) => after && expect(state).not.toBe(THIRD))),
    );
  });

  it('never returns to a draft', () => {
    fc.assert(
      fc.property(sequences, (steps) =>
        play(
          steps,
          (before, after, { action }) => after && action !== 'discard' && expect(STAGES).toContain(STAGE_OF[after.status]),
        ),
      ),
    );
  });

  it('leaves a closed request with an outcome and a refused one with a ground', () => {
    fc.assert(
      fc.property(sequences, (steps) =>
        play(steps, (_before, after) => {
          if (after?.status === 'closed') expect(after.outcome).not.toBeNull();
          if (after?.latestResponse?.kind === 'refused') expect(after.latestResponse.ground).not.toBeNull();
        }),
      ),
    );
  });

  it('does what it offers, and only that', () => {
    fc.assert(
      fc.property(sequences, (steps) =>
        play(steps, (before, after, { action, state, clockMissed }) => {
          const offered = actionsOpenTo(before, state, { clockMissed }).includes(action);
          // A redirect to the third State and the rest of the example commands lack nothing, except a second delay: its date must grow.
          if (!(action === 'delay' && before.delayedUntil !== null)) expect(after !== null).toBe(offered);
          expect(offered && moveOf(action).by !== (state === REQUESTING ? 'requesting' : 'requested')).toBe(false);
        }),
      ),
    );
  });
});
