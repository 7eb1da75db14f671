import type { Clock, ClockState } from '@tracedesk/deadlines/core';
import { denied, ok, type Actor, type Denial, type DenialDetails, type Result, type StateCode } from '@tracedesk/kernel';
import { clocksOf } from './clocks.js';
import type { Action, Command, CommandOf } from './commands.js';
import { alertsSupervisors, roundOf, withRound } from './information-rounds.js';
import { keptBackDenial, textsOfMove } from './kept-back.js';
import { ACTIONS, moveOf, type Move } from './lifecycle.js';
import type { AskedElement, LocalDate } from './question.js';
import { obstacleOf, standingOf } from './obstacle.js';
import type { Facts, Given } from './requirement.js';
import { REQUIREMENTS } from './requirements.js';
import type { RestrictionOnUse } from './response-item.js';
import { supplemented, type SupplementedKind } from './supplement.js';
import { partyOf, type Party, type RequestStatus, type TracingRequest } from './tracing-request.js';

/** A move made: what was, what is next, and its one event. */
export interface Moved {
  readonly previous: TracingRequest;
  readonly next: TracingRequest;
  readonly command: Command;
  readonly event: TracingEvent;
}

/** What the move's audit entry, its clocks and its notices are made of. Open fields only. */
export interface TracingEvent {
  readonly name: Move['event'];
  readonly entry: Move['entry'];
  readonly by: Party;
  readonly at: Date;
  readonly from: RequestStatus;
  readonly to: Move['to'];
  readonly facts: DenialDetails;
  readonly clocks: Readonly<Partial<Record<Clock, ClockState>>>;
  readonly restarts: readonly Clock[];
  /** The new last day of the response period, set by a delay. */
  readonly newDueOn: LocalDate | null;
}

/**
 * Decides a move: the next request and its one event, or the denial that tells the officer why not.
 * Denials, in this order: no party to the request, the other party's move, not from this status, a requirement of the table, and of
 * whatever move, a text that tells the other State what a third one keeps back.
 */
export function transition(
  request: TracingRequest,
  command: Command,
  { actor, now, facts }: { readonly actor: Actor; readonly now: Date; readonly facts: Facts },
): Result<Moved> {
  const denial = whyNot({ request, command, actor, facts });
  if (denial) return { ok: false, denial };
  const move = moveOf(command.action);
  const next: TracingRequest = {
    ...request,
    ...effectOf(request, command, now),
    status: move.to === 'gone' ? request.status : move.to,
    version: request.version + 1,
  };
  const settlesAcknowledgement = request.status === 'submitted' && move.by === 'requested';
  return ok({
    previous: request,
    next,
    command,
    event: {
      name: move.event,
      entry: move.entry,
      by: move.by,
      at: now,
      from: request.status,
      to: move.to,
      facts: { ...openFactsOf(next, command), ...(settlesAcknowledgement && { settlesAcknowledgement }) },
      clocks: clocksOf(next),
      restarts: move.restarts ?? [],
      newDueOn: command.action === 'delay' ? command.until : null,
    },
  });
}

/** Every requirement of the command that is not met yet: what a "check your answers" page lists. */
export function unmetRequirements(given: Given): readonly Denial[] {
  return moveOf(given.command.action)
    .requires.map((requirement) => REQUIREMENTS[requirement](given))
    .filter((denial) => denial !== null);
}

/** The actions that the lifecycle opens to a State now. Roles narrow them further. */
export function actionsOpenTo(request: TracingRequest, state: StateCode, facts: Pick<Facts, 'clockMissed'>): readonly Action[] {
  const party = partyOf(request, state);
  const met = {
    always: true,
    clock_missed: facts.clockMissed,
    closed_on_silence: request.closedOnSilence,
    response_given: request.latestResponse !== null,
  };
  return ACTIONS.filter((action) => {
    const start = moveOf(action).from[request.status];
    return moveOf(action).by === party && start !== undefined && met[start];
  });
}

function whyNot(given: Given): Denial | null {
  const { request, command, actor } = given;
  const { action } = command;
  const move = moveOf(action);
  const party = partyOf(request, actor.state);
  if (party === null) return denied('REQUEST_NOT_FOUND').denial;
  if (party !== move.by) return denied('ACTION_OF_OTHER_PARTY', { details: { action, party: move.by } }).denial;
  const start = move.from[request.status];
  if (start === undefined) return denied('ACTION_NOT_OPEN', { details: { action, status: request.status } }).denial;
  const conditions = start === 'always' ? move.requires : [start, ...move.requires];
  for (const requirement of conditions) {
    const denial = REQUIREMENTS[requirement](given);
    if (denial) return denial;
  }
  return keptBackDenial(textsOfMove(request, command), given.facts.keptBack);
}

type Effect<A extends Action> = (request: TracingRequest, command: CommandOf<A>, now: Date) => Partial<TracingRequest>;

const REOPENED = { closedAt: null, closedOnSilence: false, outcome: null, obstacle: null, followUp: null } as const;

/** What each action changes besides status and version. */
const EFFECTS: { readonly [A in Action]: Effect<A> } = {
  submit: (_request, _command, now) => ({ submittedAt: now }),
  discard: () => ({}),
  acknowledge: (_request, { reference, expectedOn }) => ({ requestedReference: reference, expectedResponseOn: expectedOn }),
  redirect: (_request, { believedState }) => ({ believedState }),
  request_information: (request, { element }) => ({
    askedElement: element,
    informationRounds: withRound(request.informationRounds, element),
  }),
  supply_information: ({ askedElement, notAvailable }, { answer }) => ({
    askedElement: null,
    notAvailable: declared(notAvailable, askedElement, answer !== 'not_available'),
  }),
  delay: (_request, { until }) => ({ delayedUntil: until }),
  respond: (request, { response }, now) => ({
    ...REOPENED,
    askedElement: null,
    responses: request.responses + 1,
    latestResponse: { kind: response.kind, finding: response.finding ?? null, ground: response.ground ?? null },
    respondedAt: now,
  }),
  seek_clarification: (request) => ({ clarificationRounds: request.clarificationRounds + 1 }),
  clarify: (request, { content }, now) => (content ? withItems(request, now) : {}),
  supplement: (request, { kind }, now) => ({ ...REOPENED, ...withItems(request, now, kind) }),
  close: (request, { outcome, obstacle, followUp }, now) => ({
    closedAt: now,
    closedOnSilence: request.status !== 'responded' && request.status !== 'misrouted',
    outcome,
    obstacle: obstacleOf(standingOf(request), outcome, obstacle),
    followUp: followUp?.kind === 'linked' ? { kind: 'linked', requestId: followUp.requestId } : followUp && { kind: 'waived' },
  }),
  reopen: () => ({ ...REOPENED, delayedUntil: null, believedState: null }),
  withdraw: (_request, _command, now) => ({ askedElement: null, closedAt: now }),
};

/** What is declared not available stays so until it is supplied after all. */
function declared(
  before: readonly AskedElement[],
  element: AskedElement | null,
  isAvailable: boolean,
): TracingRequest['notAvailable'] {
  const others = before.filter((one) => one !== element);
  return element === null || element === 'beyond_17' || isAvailable ? others : [...others, element];
}

function withItems(request: TracingRequest, now: Date, kind?: SupplementedKind): Partial<TracingRequest> {
  const latestResponse = request.latestResponse && supplemented(request.latestResponse, kind);
  return { responses: request.responses + 1, latestResponse, respondedAt: now };
}

function effectOf(request: TracingRequest, command: Command, now: Date): Partial<TracingRequest> {
  return (EFFECTS[command.action] as Effect<Action>)(request, command, now);
}

/** What the log and the timeline may say of a move to both parties. */
function openFactsOf(next: TracingRequest, command: Command): DenialDetails {
  switch (command.action) {
    case 'submit':
      return { priority: next.priority, legalBasis: next.legalBasis };
    case 'acknowledge':
      return { expectedOn: command.expectedOn };
    case 'redirect':
      return { believedState: command.believedState };
    case 'request_information':
      return {
        element: command.element,
        round: roundOf(next.informationRounds, command.element),
        ...(alertsSupervisors(next.informationRounds, command.element) && { alertsSupervisors: true }),
      };
    case 'supply_information':
      return { available: command.answer !== 'not_available' };
    case 'delay':
      return { ground: command.ground, until: command.until, ...restricted(command.reasonsRestrictions) };
    case 'respond':
      return { ...next.latestResponse, ...restricted(command.response.content.reveal().reasonsRestrictions) };
    case 'supplement':
      return { ...next.latestResponse };
    case 'clarify':
      return { addsItems: command.content !== undefined };
    case 'seek_clarification':
      return { round: next.clarificationRounds };
    case 'close':
      return {
        outcome: command.outcome,
        ...(next.obstacle && { obstacle: next.obstacle }),
        followUp: next.followUp?.kind ?? null,
        onSilence: next.closedOnSilence,
      };
    case 'reopen':
      return { ground: command.ground };
    default:
      return {};
  }
}

/** That the reasons are themselves restricted is open; how, and what they say, is not. */
function restricted(restrictions: readonly RestrictionOnUse[] = []): DenialDetails {
  return restrictions.length === 0 ? {} : { reasonsRestricted: true };
}
