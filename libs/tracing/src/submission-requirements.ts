import { isStated, markingsStated, valueOf } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import { justificationOf, type Question } from './question.js';
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
  reason_of_choice: asks(({ find }) =>
    find?.otherPossibleState?.because.trim() === ''
      ? no('REASON_REQUIRED', 'question.find.otherPossibleState.because', '16')
      : null,
  ),
  ground_of_illicitness: asks(({ illicitness }) =>
    (illicitness?.grounds ?? []).length > 0 ? null : no('GROUND_OF_ILLICITNESS_REQUIRED', 'question.illicitness.grounds', '6'),
  ),
  legal_justification: asks(({ illicitness = {} }) => {
    const { grounds = [], justifications, legalJustification } = illicitness;
    const unjustified = grounds.find((ground) => !isStated(justificationOf(illicitness, ground)));
    if (justifications && unjustified)
      return no('LEGAL_JUSTIFICATION_REQUIRED', `question.illicitness.justifications.${unjustified}`, '17(a)', {
        ground: unjustified,
      });
    const stated = grounds.length > 0 ? unjustified === undefined : isStated(legalJustification);
    return stated ? null : no('LEGAL_JUSTIFICATION_REQUIRED', 'question.illicitness.legalJustification', '17(a)');
  }),
  resolution: asks(({ illicitness, find }) => {
    const embargo = illicitness?.grounds?.includes('6b') || find?.contexts?.includes('embargo');
    return !embargo || isStated(find?.resolution) ? null : no('RESOLUTION_REQUIRED', 'question.find.resolution', '6(b)');
  }),
  consent_of_host: asks(({ find }) =>
    find?.source?.kind === 'peace_operation' && find.source.hostConsent === undefined
      ? no('HOST_CONSENT_REQUIRED', 'question.find.source.hostConsent', '16')
      : null,
  ),
  source_of_peace_operation: asks(({ find }) =>
    find?.contexts?.includes('peace_operation') && find.source === undefined
      ? no('SOURCE_REQUIRED', 'question.find.source', '16')
      : null,
  ),
  subject_of_instrument: asks(({ subject = 'firearm' }, { request }) =>
    subject !== 'firearm' && request.legalBasis === 'ITI'
      ? no('SUBJECT_OUTSIDE_INSTRUMENT', 'legalBasis', '4', { subject })
      : null,
  ),
  manner_of_find: asks(({ find }) => (find?.manner ? null : no('MANNER_OF_FIND_REQUIRED', 'question.find.manner', '17(a)'))),
  circumstances: asks(({ find }) =>
    isStated(find?.circumstances) ? null : no('CIRCUMSTANCES_REQUIRED', 'question.find.circumstances', '17(a)'),
  ),
  marks: asks(({ firearm = {} }) => (markingsStated(firearm) ? null : described('serialNumber'))),
  type_of_firearm: asks(({ firearm }) => (isStated(firearm?.type) ? null : described('type'))),
  calibre: asks(({ firearm }) => (isStated(firearm?.calibre) ? null : described('calibre'))),
  intended_use: asks(({ intendedUse }) =>
    isStated(intendedUse) && valueOf(intendedUse)?.uses.length !== 0
      ? null
      : no('INTENDED_USE_REQUIRED', 'question.intendedUse', '17(c)'),
  ),
  undertaking: asks(({ undertaking }) => {
    const given = undertaking && (undertaking.guaranteed || undertaking.because.trim() !== '');
    return given ? null : no('UNDERTAKING_REQUIRED', 'question.undertaking', '15');
  }),
  purposes_of_restriction: asks(({ restrictions = {} }) => {
    const { purposes = [], ...sections } = restrictions;
    const applies = purposes.length === 0 || Object.values(sections).some((codes) => codes.includes('15b'));
    return applies ? null : no('PURPOSES_NOT_APPLICABLE', 'question.restrictions.purposes', '15(b)');
  }),
  urgency_reason: asks(({ urgentReason, urgentBecause }, { request }) => {
    const said = (urgentReason !== undefined && urgentReason !== 'other') || urgentBecause?.trim();
    return request.priority === 'urgent' && !said ? no('URGENCY_REASON_REQUIRED', 'question.urgentBecause') : null;
  }),
  active_contact_point: ({ request, facts }) =>
    facts.requestedStateHasActiveContactPoint
      ? null
      : no('CONTACT_POINT_MISSING', 'requestedState', '25', { found: request.requestedState }),
  traceability_check_read: ({ facts }) => (facts.traceabilityCheckRead ? null : no('TRACEABILITY_CHECK_NOT_READ')),
  nothing_asked_since_check: ({ facts }) => (facts.askedSinceCheck ? no('ASKED_SINCE_CHECK') : null),
  // Any warning may be overridden, with a reason: what no reason can make possible stands above, with its paragraph.
  traceability_warnings_answered: ({ facts: { unansweredWarnings: rules } }) =>
    rules.length === 0 ? null : no('TRACEABILITY_WARNINGS_UNANSWERED', undefined, undefined, { rules }),
} as const satisfies Record<string, Check>;

function asks(check: (question: Question, given: Given) => Denial | null): Check {
  return (given) => check(given.request.question?.reveal() ?? {}, given);
}

/** Each part of the description for itself, so that whoever drafts sees all that is missing, and where. */
function described(part: 'serialNumber' | 'type' | 'calibre'): Denial {
  return no('DESCRIPTION_REQUIRED', `question.firearm.${part}`, '17(b)', { part });
}
