import { describe, expect, it } from '@jest/globals';
import { idOf, type RequestId } from '@tracedesk/kernel';
import type { Action, Command } from './commands.js';
import { statementOf } from './move-statement.js';
import { FACTS, REQUESTED, REQUESTING, commandFor, officerOf, requestIn } from './request.examples.js';
import { transition, type Moved } from './transition.js';
import type { RequestStatus } from './tracing-request.js';

const NOW = new Date('2026-03-02T10:00:00Z');
const DUE = new Date('2026-04-01T00:00:00Z');
const REST = { state: REQUESTING, version: 7, profile: { id: 'ITI-DEFAULT', version: 2 }, nextDueAt: DUE };

function moved(action: Action, status: RequestStatus, changed: Partial<Command> = {}): Moved {
  const by = action === 'respond' ? REQUESTED : REQUESTING;
  const result = transition(requestIn(status), { ...commandFor(action), ...changed } as Command, {
    actor: officerOf(by),
    now: NOW,
    facts: FACTS,
  });
  if (!result.ok) throw new Error(result.denial.code);
  return result.value;
}

/** Which value each column gets, as the statement itself says. */
function written(move: Moved): Readonly<Record<string, unknown>> {
  const [sql, values] = statementOf(move, REST);
  const [, set = ''] = /\bset\b([\s\S]*)\bwhere\b/.exec(sql) ?? [];
  return Object.fromEntries(
    [...set.matchAll(/(\w+) = \$(\d+)/g)].map(([, column = '', place]): [string, unknown] => [column, values[Number(place) - 1]]),
  );
}

describe('the statement of a move', () => {
  it('changes a row of that version alone, of a State that is a party', () => {
    for (const move of [moved('discard', 'draft'), moved('submit', 'draft'), moved('close', 'responded')])
      expect(statementOf(move, REST)[1].slice(0, 3)).toEqual([move.next.id, 7, REQUESTING]);
  });

  it('deletes what is discarded, and makes a request of what is submitted, under the profile as it stands', () => {
    const [discard] = statementOf(moved('discard', 'draft'), REST);
    expect(discard).toMatch(/^\s*delete from tracing_request_drafts\b/);
    const submit = moved('submit', 'draft');
    const [sql, values] = statementOf(submit, REST);
    expect(sql).toMatch(/insert into tracing_requests\b/);
    expect(values.slice(3)).toEqual([submit.next.version, 'ITI-DEFAULT', 2, DUE, NOW]);
  });

  it('writes each field of the request after the move into its own column', () => {
    const requestId = idOf<RequestId>('00000000-0000-4000-8000-00000000000f');
    const close = moved('close', 'responded', { followUp: { kind: 'linked', requestId } });
    expect(written(close)).toEqual({
      version: close.next.version,
      status: 'closed',
      requested_reference: close.next.requestedReference,
      expected_response_on: close.next.expectedResponseOn,
      delayed_until: close.next.delayedUntil,
      asked_element: close.next.askedElement,
      responses: 1,
      information_rounds: JSON.stringify(close.next.informationRounds),
      clarification_rounds: close.next.clarificationRounds,
      outcome: 'TRANSFERRED_TO_STATE',
      follow_up: 'linked',
      follow_up_request_id: requestId,
      next_due_at: DUE,
      responded_at: close.next.respondedAt,
      closed_at: NOW,
      closed_on_silence: false,
      updated_at: NOW,
      believed_state: close.next.believedState,
      obstacle: null,
      not_available: close.next.notAvailable,
    });
  });

  it('says of a follow-up that was waived that there is none to link, and of none nothing', () => {
    expect(written(moved('close', 'responded'))).toMatchObject({ follow_up: 'waived', follow_up_request_id: null });
    expect(written(moved('respond', 'acknowledged'))).toMatchObject({ status: 'responded', follow_up: null, responded_at: NOW });
  });
});
