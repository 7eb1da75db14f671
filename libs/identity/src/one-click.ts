/** What the desk knows of a request for one-click sign-in. */
export interface OneClickFacts {
  readonly installation: 'demonstration' | 'server';
  readonly listensOn: string;
  readonly peer: string | undefined;
  readonly host: string | undefined;
  /** In small letters, as Node gives them. */
  readonly headerNames: readonly string[];
  readonly tokenIsRight: boolean;
}

export type OneClickCondition =
  | 'NOT_A_DEMONSTRATION'
  | 'LISTENS_BEYOND_LOOPBACK'
  | 'PEER_IS_NOT_LOOPBACK'
  | 'HOST_IS_NOT_LOCAL'
  | 'FORWARDED'
  | 'FORM_TOKEN_WRONG';

const CONDITIONS: readonly (readonly [OneClickCondition, (facts: OneClickFacts) => boolean])[] = [
  ['NOT_A_DEMONSTRATION', ({ installation }) => installation === 'demonstration'],
  ['LISTENS_BEYOND_LOOPBACK', ({ listensOn }) => isLoopbackAddress(listensOn) || listensOn.toLowerCase() === 'localhost'],
  ['PEER_IS_NOT_LOOPBACK', ({ peer }) => peer !== undefined && isLoopbackAddress(peer)],
  ['HOST_IS_NOT_LOCAL', ({ host }) => host !== undefined && LOCAL_HOST.test(host)],
  ['FORWARDED', ({ headerNames }) => !headerNames.some(tellsOfForwarding)],
  ['FORM_TOKEN_WRONG', ({ tokenIsRight }) => tokenIsRight],
];

/** The first condition of one-click sign-in that does not hold, or null: then the person at this very machine may go in without a password. */
export function failedOneClickCondition(facts: OneClickFacts): OneClickCondition | null {
  return CONDITIONS.find(([, holds]) => !holds(facts))?.[0] ?? null;
}

// A name that somebody else's DNS can point at this machine is not local, whatever it resolves to.
const LOCAL_HOST = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/i;

function isLoopbackAddress(address: string): boolean {
  return /^(?:::ffff:)?127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/i.test(address) || address === '::1' || address === '[::1]';
}

const FORWARDING = new Set([
  'forwarded',
  'via',
  'x-real-ip',
  'x-client-ip',
  'x-cluster-client-ip',
  'true-client-ip',
  'cf-connecting-ip',
  'client-ip',
]);

function tellsOfForwarding(name: string): boolean {
  return FORWARDING.has(name) || name.startsWith('x-forwarded') || name.startsWith('x-original-');
}
