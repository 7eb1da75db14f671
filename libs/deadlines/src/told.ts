import type { StateCode } from '@tracedesk/kernel';
import type { Told } from './escalation.js';

/** A step that is due, as its row says it. */
export interface DueStep {
  readonly actingState: StateCode;
  readonly otherState: StateCode;
  readonly share: number;
}

/** What one notice of a step says, to whom, and in which State. */
export interface ToldNotice {
  readonly state: StateCode;
  readonly audience: string;
  readonly kind: string;
}

const DUE = 100;

/** The notice for one of those whom a step tells. */
export function toldNotice({ actingState, otherState, share }: DueStep, told: Told): ToldNotice {
  const [side, audience] = told.split('.') as ['acting' | 'waiting', string];
  if (side === 'waiting') return { state: otherState, audience, kind: 'deadline_escalated_by_other' };
  if (audience === 'supervisor') return { state: actingState, audience, kind: 'deadline_escalated' };
  return { state: actingState, audience, kind: share < DUE ? 'deadline_reminder' : 'deadline_overdue' };
}

/** Whether a step goes beyond those who have the task: such a step is entered in the log. */
export function isEscalation(tells: readonly Told[]): boolean {
  return tells.some((told) => told === 'acting.supervisor' || told.startsWith('waiting.'));
}

/** Whether the State that waits is told: then the entry is on its record too. */
export function tellsOtherState(tells: readonly Told[]): boolean {
  return tells.some((told) => told.startsWith('waiting.'));
}
