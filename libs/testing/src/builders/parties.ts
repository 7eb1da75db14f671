import { idOf, stateCode, type Officer, type PersonId, type Role, type SessionId, type StateCode } from '@tracedesk/kernel';
import { NOTHING_KEPT_BACK, type Facts } from '@tracedesk/tracing/core';

/** Rhosia asks, Valmora is asked, Sardovia has nothing to do with it: the parties of every built request. */
export const REQUESTING_STATE = stateCode('QR');
export const REQUESTED_STATE = stateCode('QM');
export const THIRD_STATE = stateCode('QS');

/** The instant at which specs act when they do not care: nothing in a spec reads the machine's clock. */
export const FIXED_NOW = new Date('2026-03-02T09:00:00.000Z');

/** Nothing stands in the way: every fact is as the rules want it. */
export const GOOD_FACTS: Facts = {
  today: '2026-03-02',
  requestedStateExists: true,
  requestedStateHasActiveContactPoint: true,
  officersSubmitThemselves: true,
  traceabilityCheckRead: true,
  askedSinceCheck: false,
  unansweredWarnings: [],
  clockMissed: false,
  responseDueOn: null,
  earlierAnswers: [],
  keptBack: NOTHING_KEPT_BACK,
  confidentialityGuaranteed: true,
};

export interface Circumstances {
  readonly actor: Officer;
  readonly now: Date;
  readonly facts: Facts;
}

export interface CircumstancesOptions {
  readonly role?: Role;
  /** `2026-03-09`, or a whole instant. */
  readonly on?: string;
  readonly facts?: Partial<Facts>;
}

export function asRequestingState(options?: CircumstancesOptions): Circumstances {
  return as(REQUESTING_STATE, options);
}

export function asRequestedState(options?: CircumstancesOptions): Circumstances {
  return as(REQUESTED_STATE, options);
}

export function asThirdState(options?: CircumstancesOptions): Circumstances {
  return as(THIRD_STATE, options);
}

/** An officer of this State, acting at a fixed time, with every fact favourable unless said otherwise. */
export function as(state: StateCode, { role = 'tracing_officer', on, facts }: CircumstancesOptions = {}): Circumstances {
  const now = on === undefined ? FIXED_NOW : instantOf(on);
  return { actor: anOfficer(state, role), now, facts: { ...GOOD_FACTS, today: now.toISOString().slice(0, 10), ...facts } };
}

/** A signed-in person: the same ids for the same State and role, so that two calls mean the same person. */
export function anOfficer(state: StateCode = REQUESTING_STATE, role: Role = 'tracing_officer'): Officer {
  const tail = Buffer.from(`${state}${role}`).toString('hex').slice(0, 12).padEnd(12, '0');
  return {
    kind: 'person',
    personId: idOf<PersonId>(`0199a7a0-0000-7000-8000-${tail}`),
    sessionId: idOf<SessionId>(`0199a7a0-0001-7000-8000-${tail}`),
    state,
    role,
  };
}

/** Nine in the morning, UTC, where only a day is told. */
export function instantOf(day: string): Date {
  return new Date(day.includes('T') ? day : `${day}T09:00:00.000Z`);
}
