import type { AuditEventDefinition } from '@tracedesk/audit/core';
import type { Action } from './commands.js';
import { BATCH_EVENTS } from './batches/audit-events.js';
import { CASE_EVENTS } from './cases/audit-events.js';
import { ACTIONS, moveOf } from './lifecycle.js';

interface Told {
  /** Open facts besides `settlesAcknowledgement`. */
  readonly facts: readonly string[];
  /** Protected words of the act: the names of `textsOf`, and what a submission or a response hands over. */
  readonly restricted: readonly string[];
  readonly says: string;
}

/** What the entry of each move tells: the open facts of `transition`, and the protected words as sealed parts. */
const TOLD: Readonly<Record<Action, Told>> = {
  submit: { facts: ['priority', 'legalBasis'], restricted: ['question'], says: 'The requesting State asked another State.' },
  discard: { facts: [], restricted: [], says: 'A draft was thrown away; nobody else ever knew of it.' },
  acknowledge: { facts: ['expectedOn'], restricted: [], says: 'The requested State acknowledged receipt (ITI 19).' },
  redirect: { facts: ['believedState'], restricted: [], says: 'The requested State said that another State should be asked.' },
  request_information: {
    facts: ['element', 'round', 'alertsSupervisors'],
    restricted: ['question'],
    says: 'The requested State asked for additional information (ITI 20).',
  },
  supply_information: {
    facts: ['available'],
    restricted: ['answer'],
    says: 'The requesting State supplied the information, or said that it cannot.',
  },
  delay: {
    facts: ['ground', 'until', 'reasonsRestricted'],
    restricted: ['reasons'],
    says: 'The requested State delayed its response (ITI 22, 23).',
  },
  respond: {
    facts: ['kind', 'finding', 'ground', 'reasonsRestricted'],
    restricted: ['response'],
    says: 'The requested State responded: fully, in part, with restrictions, by refusing, or that it has no record.',
  },
  seek_clarification: {
    facts: ['round'],
    restricted: ['question'],
    says: 'The requesting State sought clarification of the reasons (ITI 23).',
  },
  clarify: { facts: ['addsItems'], restricted: ['answer', 'response'], says: 'The requested State clarified its response.' },
  supplement: {
    facts: ['kind', 'finding', 'ground'],
    restricted: ['because', 'response'],
    says: 'The requested State added to its response or corrected it (ITI 18).',
  },
  close: {
    facts: ['outcome', 'obstacle', 'followUp', 'onSilence'],
    restricted: ['because'],
    says: 'The requesting State closed the request with an outcome; without a trace, with what stood in the way.',
  },
  reopen: { facts: ['ground'], restricted: ['because'], says: 'The requesting State reopened the request.' },
  withdraw: { facts: [], restricted: ['reason'], says: 'The requesting State withdrew the request.' },
};

/** What this room enters in the log: one event per move of the lifecycle, and what happens to a draft before it is asked. */
export const TRACING_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'tracing_request.drafted',
    class: 'collection',
    object: 'tracing_request',
    facts: ['version'],
    says: 'A request was drafted. Only its own State knows of it.',
  },
  {
    action: 'tracing_request.amended',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['version'],
    says: 'A draft was changed.',
  },
  {
    action: 'tracing_request.searched',
    class: 'consultation',
    object: 'state',
    facts: ['fields', 'found'],
    restricted: ['query'],
    says: 'A State looked for requests of its own by marks of a firearm. What was looked for is sealed.',
  },
  {
    action: 'tracing_request.search_tokens_remade',
    class: 'alteration',
    object: 'state',
    facts: ['requests'],
    says: 'The keyed tokens by which a State finds its requests were made anew, as their keys had changed.',
  },
  {
    action: 'traceability_check.read',
    class: 'consultation',
    object: 'tracing_request',
    facts: ['version', 'warnings', 'advice'],
    says: 'The findings of the traceability check were read for this version of the draft.',
  },
  {
    action: 'traceability_check.overridden',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['version', 'rule'],
    restricted: ['because'],
    says: 'A warning of the traceability check was overridden, with the reason why the request is sent all the same.',
  },
  {
    action: 'tracing_request.follow_up_renewed',
    class: 'combination',
    object: 'tracing_request',
    facts: ['carried', 'withheld'],
    says: 'What earlier answers let travel on was put into the draft of a follow-up anew.',
  },
  {
    action: 'tracing_request.texts_left_out',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['fields'],
    says: 'Parts of an earlier question were not taken over into the draft for the next State: a text in them tells what may not go there.',
  },
  {
    action: 'tracing_request.other_state_told',
    class: 'disclosure',
    object: 'tracing_request',
    facts: ['toldState'],
    says: 'Another State in whose jurisdiction the find could lie was told who asked, and nothing else (ITI 16). Neither it nor the State asked reads this entry.',
  },
  ...CASE_EVENTS,
  ...BATCH_EVENTS,
  ...ACTIONS.map((action) => ({
    action: moveOf(action).event,
    class: moveOf(action).entry,
    object: 'tracing_request',
    facts: [...TOLD[action].facts, 'version', 'settlesAcknowledgement'],
    restricted: TOLD[action].restricted,
    says: TOLD[action].says,
  })),
];
