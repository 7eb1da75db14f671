import type { Denial } from '@tracedesk/kernel';
import type { Action, CommandOf } from './commands.js';
import { no } from './errors.js';
import type { Check, Given } from './requirement.js';
import { candidatesDenial } from './candidates.js';
import { diversionDenial, hearsayDenial, itemsDenial } from './item-rules.js';
import { obstacleDenial, outcomeDenial, standingOf } from './obstacle.js';
import { misplacedPeriodDenial } from './record-period.js';
import { FINDINGS, takesHearsay } from './response-item.js';
import { advisesFollowUp, type ResponseContent, type ResponseKind } from './response.js';
import { supplemented } from './supplement.js';
import { SUBMISSION_REQUIREMENTS } from './submission-requirements.js';

/** Which parts each kind of response has: its ground (22), its reasons (23), its items (21), its finding. Hearsay may stand beside a finding (`takesHearsay`). */
const RESPONSE_RULES: Record<ResponseKind, { readonly limited: boolean; readonly items: boolean; readonly finding: boolean }> = {
  full: { limited: false, items: true, finding: false },
  partial: { limited: false, items: true, finding: false },
  restricted: { limited: true, items: true, finding: false },
  refused: { limited: true, items: false, finding: false },
  no_record: { limited: false, items: false, finding: true },
};

/** The rules the lifecycle table names, each with its paragraph. */
export const REQUIREMENTS = {
  ...SUBMISSION_REQUIREMENTS,

  clock_missed: ({ facts }) => (facts.clockMissed ? null : no('CLOCK_NOT_MISSED')),
  response_given: ({ request }) => (request.latestResponse ? null : no('NO_RESPONSE_TO_SUPPLEMENT', undefined, '18')),
  closed_on_silence: ({ request }) => (request.closedOnSilence ? null : no('NOT_CLOSED_ON_SILENCE')),

  own_reference: on('acknowledge', ({ reference }) =>
    isBlank(reference) ? no('OWN_REFERENCE_REQUIRED', 'reference', '19') : null,
  ),
  expected_date: on('acknowledge', ({ expectedOn }, { facts }) =>
    expectedOn < facts.today ? no('EXPECTED_DATE_PAST', 'expectedOn', '19', { found: expectedOn, today: facts.today }) : null,
  ),
  believed_state: on('redirect', ({ believedState }, { request }) =>
    believedState === request.requestedState || believedState === request.requestingState
      ? no('BELIEVED_STATE_INVALID', 'believedState', '18', { found: believedState })
      : null,
  ),

  question: on(['request_information', 'seek_clarification'], ({ question }) =>
    isBlank(question.reveal()) ? no('QUESTION_REQUIRED', 'question') : null,
  ),
  answer: on(['supply_information', 'clarify'], ({ answer }) =>
    answer !== 'not_available' && isBlank(answer.reveal()) ? no('ANSWER_REQUIRED', 'answer') : null,
  ),
  reason: ({ command }) => {
    const [field, text] =
      command.action === 'withdraw'
        ? (['reason', command.reason] as const)
        : 'because' in command
          ? (['because', command.because] as const)
          : [];
    return isBlank(text?.reveal()) ? no('REASON_REQUIRED', field) : null;
  },

  reopening_ground: on('reopen', ({ ground }, { request }) =>
    ground === 'redirect_contested' && request.believedState === null ? no('REDIRECT_NOT_MADE', 'ground', '18') : null,
  ),

  ground: ({ command }) => {
    if (command.action === 'delay') return command.ground === null ? no('GROUND_REQUIRED', 'ground', '22') : null;
    if (command.action !== 'respond') return null;
    const { kind, ground } = command.response;
    if (RESPONSE_RULES[kind].limited) return ground === undefined ? no('GROUND_REQUIRED', 'ground', '22') : null;
    return ground === undefined ? null : no('GROUND_NOT_APPLICABLE', 'ground', '22', { kind });
  },
  reasons: ({ command }) => {
    if (command.action === 'delay') return isBlank(command.reasons.reveal()) ? no('REASONS_REQUIRED', 'reasons', '23') : null;
    if (command.action !== 'respond') return null;
    const { reasons, reasonsRestrictions = [] } = command.response.content.reveal();
    const needed = RESPONSE_RULES[command.response.kind].limited || reasonsRestrictions.length > 0;
    return needed && isBlank(reasons) ? no('REASONS_REQUIRED', 'reasons', '23') : null;
  },
  later_date: on('delay', ({ until }, { request, facts }) => {
    if (until < facts.today) return no('DELAY_DATE_PAST', 'until', '22', { found: until, today: facts.today });
    // A pause may have moved the date that a delay set: the later of the two stands now.
    const [before = facts.today] = [request.delayedUntil, facts.responseDueOn]
      .filter((date) => date !== null)
      .sort()
      .reverse();
    return until > before ? null : no('DATE_NOT_LATER', 'until', '22', { found: until, before });
  }),
  items: ({ command }) => {
    if (command.action === 'supplement' || (command.action === 'clarify' && command.content))
      return command.content ? itemsDenial(command.content.reveal(), '18') : null;
    if (command.action !== 'respond') return null;
    const { kind, finding } = command.response;
    const content = command.response.content.reveal();
    if (RESPONSE_RULES[kind].items) return itemsDenial(content, '21', { kind }) ?? diversionDenial(content);
    if (content.items.length === 0) return diversionDenial(content);
    if (!RESPONSE_RULES[kind].finding || finding === undefined || !takesHearsay(finding))
      return no('ITEMS_NOT_APPLICABLE', 'items', '21', { kind });
    return itemsDenial(content, '18') ?? hearsayDenial(content) ?? diversionDenial(content);
  },
  finding: on('respond', ({ response: { kind, finding, content } }) => {
    const { lapsedPeriod, candidates = [] } = content.reveal();
    const misplaced = misplacedPeriodDenial(lapsedPeriod, finding);
    if (misplaced) return misplaced;
    if (!RESPONSE_RULES[kind].finding) {
      if (finding !== undefined) return no('FINDING_NOT_APPLICABLE', 'finding', '21', { kind });
      return candidatesDenial(candidates, finding);
    }
    if (finding === undefined) return no('FINDING_REQUIRED', 'finding', '21', { kind });
    if (FINDINGS[finding].of !== 'no_record') return no('FINDING_NOT_APPLICABLE', 'finding', '21', { kind });
    return candidatesDenial(candidates, finding);
  }),

  outcome: on('close', ({ outcome }, { request, facts }) => outcomeDenial(standingOf(request, facts.earlierAnswers), outcome)),
  obstacle: on('close', ({ outcome, obstacle }, { request, facts }) =>
    obstacleDenial(standingOf(request, facts.earlierAnswers), outcome, obstacle),
  ),
  guarantee: (given) =>
    given.facts.confidentialityGuaranteed || !tellsMoreFreely(given) || contentIn(given)?.withoutGuarantee === true
      ? null
      : no('GUARANTEE_MISSING', 'withoutGuarantee', '15'),

  follow_up: on('close', ({ outcome, followUp }, { request }) => {
    if (followUp?.kind === 'linked')
      return followUp.requestId === request.id ? no('FOLLOW_UP_IS_SAME_REQUEST', 'followUp', '5') : null;
    if (!advisesFollowUp(outcome)) return null;
    return followUp && !isBlank(followUp.because?.reveal()) ? null : no('FOLLOW_UP_REQUIRED', 'followUp', '5', { outcome });
  }),
} as const satisfies Record<string, Check>;

export type Requirement = keyof typeof REQUIREMENTS;

/** Whether the response is full or partial with this act, and was not before: limited by no ground of 22. */
function tellsMoreFreely({ request: { latestResponse }, command }: Given): boolean {
  const isFree = (kind: ResponseKind | undefined): boolean => kind === 'full' || kind === 'partial';
  if (command.action === 'respond') return isFree(command.response.kind);
  if (!latestResponse || !contentIn({ command })) return false;
  const kind = command.action === 'supplement' ? command.kind : undefined;
  return isFree(supplemented(latestResponse, kind).kind) && !isFree(latestResponse.kind);
}

function contentIn({ command }: Pick<Given, 'command'>): ResponseContent | undefined {
  if (command.action === 'respond') return command.response.content.reveal();
  return command.action === 'clarify' || command.action === 'supplement' ? command.content?.reveal() : undefined;
}

/** A rule about some actions' own words; met by every other action. */
function on<A extends Action>(actions: A | readonly A[], check: (command: CommandOf<A>, given: Given) => Denial | null): Check {
  const concerned: readonly Action[] = typeof actions === 'string' ? [actions] : actions;
  return (given) => (concerned.includes(given.command.action) ? check(given.command as CommandOf<A>, given) : null);
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
