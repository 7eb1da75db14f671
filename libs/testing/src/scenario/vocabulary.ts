/** What a step may do, what it needs beside `who`, and which of the other fields mean something to it. */
export interface StepKind {
  /** Whether the step is about a request: one made before, one that it makes, or none. */
  readonly request: 'made before' | 'makes' | 'may name' | 'none';
  readonly who: boolean;
  readonly takes: readonly ('with' | 'version' | 'once' | 'disclosure')[];
  /** Fields without which the step makes no sense. */
  readonly needs?: readonly ('with' | 'disclosure' | 'when')[];
}

const MOVE: StepKind = { request: 'made before', who: true, takes: ['with', 'version', 'once'] };

/** The verbs of the lifecycle (design 3), as routes of one request. */
export const MOVES = {
  submit: 'submit',
  discard: 'discard',
  acknowledge: 'acknowledge',
  redirect: 'redirect',
  'request information': 'request-information',
  'supply information': 'supply-information',
  delay: 'delay',
  respond: 'respond',
  'seek clarification': 'seek-clarification',
  clarify: 'clarify',
  supplement: 'supplement',
  close: 'close',
  reopen: 'reopen',
  withdraw: 'withdraw',
} as const satisfies Readonly<Record<string, string>>;
export type Move = keyof typeof MOVES;

export function isMove(word: string): word is Move {
  return Object.hasOwn(MOVES, word);
}

export const STEP_KINDS: Readonly<Record<string, StepKind>> = {
  draft: { request: 'makes', who: true, takes: ['with', 'once'], needs: ['with'] },
  redraft: { request: 'makes', who: true, takes: ['with', 'once'], needs: ['with'] },
  amend: { request: 'made before', who: true, takes: ['with', 'version'], needs: ['with'] },
  'check traceability': { request: 'made before', who: true, takes: ['with', 'disclosure'] },
  'read routing': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  ...Object.fromEntries(Object.keys(MOVES).map((move) => [move, MOVE])),
  read: { request: 'made before', who: true, takes: [] },
  'open disclosure': { request: 'made before', who: true, takes: ['with', 'disclosure'], needs: ['with'] },
  'read kept check': { request: 'made before', who: true, takes: ['with', 'disclosure'] },
  'read question': { request: 'made before', who: true, takes: ['with', 'disclosure'] },
  'read response': { request: 'made before', who: true, takes: ['with', 'disclosure'] },
  'read timeline': { request: 'made before', who: true, takes: [] },
  'ask for consent': { request: 'makes', who: true, takes: ['with'], needs: ['with'] },
  'grant consent': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'refuse consent': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'withdraw consent': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'use consent': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'read consent': { request: 'made before', who: true, takes: [] },
  'follow up': { request: 'makes', who: true, takes: ['with'], needs: ['with'] },
  'renew follow-up': { request: 'made before', who: true, takes: [] },
  'read follow-up': { request: 'made before', who: true, takes: [] },
  'open case': { request: 'makes', who: true, takes: ['with'], needs: ['with'] },
  'conclude case': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'read case': { request: 'made before', who: true, takes: [] },
  'read chain': { request: 'made before', who: true, takes: [] },
  'draft batch': { request: 'makes', who: true, takes: ['with', 'once'], needs: ['with'] },
  'read batch': { request: 'made before', who: true, takes: [] },
  'read batch firearms': { request: 'made before', who: true, takes: [] },
  'check batch': { request: 'made before', who: true, takes: ['with'] },
  'submit batch': { request: 'made before', who: true, takes: ['with', 'once'] },
  'read tally': { request: 'none', who: true, takes: ['with'] },
  search: { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  list: { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'propose profile': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'read profile': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'agree to profile': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'decline profile': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'end profile': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'preview calendar': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'correct calendar': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'read figures': { request: 'none', who: true, takes: ['with'] },
  'explain deadline': { request: 'made before', who: true, takes: ['with'], needs: ['with'] },
  'add contact point': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'end contact point': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'confirm contact point': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'read contact points': { request: 'none', who: true, takes: ['with'], needs: ['with'] },
  'read unconfirmed contact points': { request: 'none', who: true, takes: [] },
  wait: { request: 'may name', who: false, takes: [], needs: ['when'] },
};

/** How the value of a field under `then` has to look. */
export type Shape = 'text' | 'text or null' | 'flag' | 'list' | 'list or none' | 'object' | 'people' | 'names';

/** What may be said under `then`, and how it has to be written. */
export const EXPECTATIONS: Readonly<Record<string, Shape>> = {
  status: 'text',
  stage: 'text or null',
  outcome: 'text or null',
  obstacle: 'text or null',
  'follow-up': 'text or null',
  priority: 'text',
  overdue: 'flag',
  'expected response on': 'text or null',
  'delayed until': 'text or null',
  'believed State': 'text or null',
  'asked element': 'text or null',
  'information rounds': 'object',
  response: 'object',
  deadlines: 'object',
  may: 'list',
  'may not': 'list',
  timeline: 'object',
  notices: 'list or none',
  findings: 'list or none',
  reads: 'object',
  'does not read': 'list',
  groups: 'list',
  'tally grew by': 'object',
  lists: 'names',
  'does not list': 'names',
  'nothing for': 'people',
};

const isList = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0;
const isListOfTexts = (value: unknown): boolean => isList(value) && value.every((one) => typeof one === 'string');
export const SHAPES: Readonly<Record<Shape, { says: string; holds: (value: unknown) => boolean }>> = {
  text: { says: 'text', holds: (value) => typeof value === 'string' },
  'text or null': { says: 'text, or null for none', holds: (value) => value === null || typeof value === 'string' },
  flag: { says: 'true or false', holds: (value) => typeof value === 'boolean' },
  list: { says: 'a list', holds: isList },
  'list or none': { says: 'a list, or `none`', holds: (value) => value === 'none' || isList(value) },
  object: { says: 'an object', holds: (value) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  people: { says: 'a list of people, such as [QS officer]', holds: isListOfTexts },
  names: { says: 'a list of requests by their names', holds: isListOfTexts },
};

export const CLOCKS = ['acknowledgement', 'response', 'information', 'clarification'] as const;
export const CLOCK_FACTS = ['state', 'missed', 'settled', 'days', 'acting State', 'profile'] as const;
export const RESPONSE_FACTS = ['kind', 'finding', 'ground'] as const;
export const TIMELINE_FACTS = ['once', 'never', 'only'] as const;
