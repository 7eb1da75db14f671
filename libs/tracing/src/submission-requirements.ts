import { isStated, valueOf, type FirearmDescription } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { Question } from './question.js';
import type { Check, Given } from './requirement.js';

/** What must be there before a request leaves. ITI 17 asks "to the extent possible": a reason why something is unknown is an answer. */
export const SUBMISSION_REQUIREMENTS = {
  released: ({ actor, facts }) =>
    actor.kind === 'person' && actor.role === 'tracing_officer' && !facts.officersSubmitThemselves
      ? no('RELEASE_REQUIRED')
      : null,
  another_state_is_asked: ({ request, facts }) => {
    if (request.requestedState === null) return no('REQUESTED_STATE_REQUIRED', 'requestedState');
    if (request.requestedState === request.requestingState) return no('REQUESTED_STATE_IS_OWN', 'requestedState');
    return facts.requestedStateExists
      ? null
      : no('REQUESTED_STATE_UNKNOWN', 'requestedState', undefined, { found: request.requestedState });
  },
  found_in_own_territory: asks((question, { request }) => {
    const found = question.find?.stateOfFind;
    if (found === undefined) return no('STATE_OF_FIND_REQUIRED', 'question.find.stateOfFind', '16');
    return found === request.requestingState
      ? null
      : no('FOUND_ELSEWHERE', 'question.find.stateOfFind', '16', { found, expected: request.requestingState });
  }),
  ground_of_illicitness: asks(({ illicitness }) =>
    (illicitness?.grounds ?? []).length > 0 ? null : no('GROUND_OF_ILLICITNESS_REQUIRED', 'question.illicitness.grounds', '6'),
  ),
  legal_justification: asks(({ illicitness }) =>
    isStated(illicitness?.legalJustification)
      ? null
      : no('LEGAL_JUSTIFICATION_REQUIRED', 'question.illicitness.legalJustification', '17(a)'),
  ),
  manner_of_find: asks(({ find }) => (find?.manner ? null : no('MANNER_OF_FIND_REQUIRED', 'question.find.manner', '17(a)'))),
  circumstances: asks(({ find }) =>
    isStated(find?.circumstances) ? null : no('CIRCUMSTANCES_REQUIRED', 'question.find.circumstances', '17(a)'),
  ),
  description: asks(({ firearm }) => {
    const missing = DESCRIBED_BY.find((part) => !isStated(firearm?.[part]));
    return missing ? no('DESCRIPTION_REQUIRED', `question.firearm.${missing}`, '17(b)') : null;
  }),
  intended_use: asks(({ intendedUse }) =>
    isStated(intendedUse) && valueOf(intendedUse)?.uses.length !== 0
      ? null
      : no('INTENDED_USE_REQUIRED', 'question.intendedUse', '17(c)'),
  ),
  undertaking: asks(({ undertaking }) => {
    const given = undertaking && (undertaking.guaranteed || undertaking.because.trim() !== '');
    return given ? null : no('UNDERTAKING_REQUIRED', 'question.undertaking', '15');
  }),
  urgency_reason: asks((question, { request }) =>
    request.priority === 'urgent' && !question.urgentBecause?.trim()
      ? no('URGENCY_REASON_REQUIRED', 'question.urgentBecause')
      : null,
  ),
  active_contact_point: ({ request, facts }) =>
    facts.requestedStateHasActiveContactPoint
      ? null
      : no('CONTACT_POINT_MISSING', 'requestedState', '25', { found: request.requestedState }),
  traceability_check_read: ({ facts }) => (facts.traceabilityCheckRead ? null : no('TRACEABILITY_CHECK_NOT_READ')),
  // Any warning may be overridden, with a reason: what no reason can make possible stands above, with its paragraph.
  traceability_warnings_answered: ({ facts: { unansweredWarnings: rules } }) =>
    rules.length === 0 ? null : no('TRACEABILITY_WARNINGS_UNANSWERED', undefined, undefined, { rules }),
} as const satisfies Record<string, Check>;

/** The elements that ITI 17(b) names: the serial number stands for the markings. */
const DESCRIBED_BY = ['serialNumber', 'type', 'calibre'] as const satisfies readonly (keyof FirearmDescription)[];

function asks(check: (question: Question, given: Given) => Denial | null): Check {
  return (given) => check(given.request.question?.reveal() ?? {}, given);
}
