import type { AskedElement } from './question.js';

/** How often each element was asked about (ITI 20). An element never asked about is not there. */
export type InformationRounds = Readonly<Partial<Record<AskedElement, number>>>;

/** From this round on the same element alerts the supervisors of both States: by then the two offices do not understand each other. */
export const ALERTING_ROUND = 3;

export function withRound(rounds: InformationRounds, element: AskedElement): InformationRounds {
  return { ...rounds, [element]: roundOf(rounds, element) + 1 };
}

export function roundOf(rounds: InformationRounds, element: AskedElement): number {
  return rounds[element] ?? 0;
}

/** A question beyond 17 stops no clock, so it cannot hold a response up: it is counted and alerts nobody. */
export function alertsSupervisors(rounds: InformationRounds, element: AskedElement): boolean {
  return element !== 'beyond_17' && roundOf(rounds, element) >= ALERTING_ROUND;
}
