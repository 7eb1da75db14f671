import { misplacedSigns, yearsOf } from '@tracedesk/firearms/core';
import { Sealed, type Denial, type StateCode } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { LocalDate, Question } from './question.js';
import type { LegalBasis, Priority, TracingRequest } from './tracing-request.js';

/** What a person writes into a draft. A member that is absent stays as it is; `null` takes it back. */
export interface DraftChanges {
  readonly requestedState?: StateCode | null;
  readonly priority?: Priority;
  readonly legalBasis?: LegalBasis;
  readonly directlyAccessible?: boolean;
  readonly requestingReference?: string | null;
  /** Sections of the question, each of which replaces the one before it. */
  readonly question?: Sealed<Question>;
}

/** The draft with the changes in it, one version later: a traceability check read before no longer counts. */
export function amended(draft: TracingRequest, { question, ...changes }: DraftChanges): TracingRequest {
  return {
    ...draft,
    ...changes,
    question: question ? Sealed.of({ ...draft.question?.reveal(), ...question.reveal() }) : draft.question,
    version: draft.version + 1,
  };
}

/**
 * Why a draft cannot even be kept as it stands. Little is asked of a draft; but what was found or made cannot lie in the future,
 * a State that is its own partner is a slip of the hand, and signs of legibility that stand below no character say nothing.
 */
export function draftDenial({ requestedState, requestingState, question }: TracingRequest, today: LocalDate): Denial | null {
  if (requestedState === requestingState) return no('REQUESTED_STATE_IS_OWN', 'requestedState');
  const { find, firearm } = question?.reveal() ?? {};
  if (find?.otherPossibleState?.state === requestingState)
    return no('OTHER_STATE_IS_OWN', 'question.find.otherPossibleState.state', '16');
  const thisYear = Number(today.slice(0, 4));
  const inFuture = (field: string): Denial => no('DATE_IN_FUTURE', field, undefined, { today });
  if (find?.on !== undefined && find.on > today) return inFuture('question.find.on');
  if ((find?.source?.hostConsent?.on ?? '') > today) return inFuture('question.find.source.hostConsent.on');
  const late = Object.entries(yearsOf(firearm ?? {})).find(([, year]) => year > thisYear);
  if (late) return inFuture(`question.firearm.${late[0]}`);
  const [misplaced] = misplacedSigns(firearm ?? {});
  return misplaced === undefined ? null : no('LEGIBILITY_MISPLACED', `question.firearm.${misplaced}`, '17(b)');
}
