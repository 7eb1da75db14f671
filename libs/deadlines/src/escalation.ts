/** Who is told of a running period: on the side it runs against, or on the side that waits. */
export const TOLD = [
  'acting.assigned',
  'acting.office',
  'acting.supervisor',
  'waiting.assigned',
  'waiting.office',
  'waiting.supervisor',
] as const;
export type Told = (typeof TOLD)[number];

/** `share`: per cent of the period's running time. 100 is the due instant, more is overdue. */
export interface EscalationStep {
  readonly share: number;
  readonly tells: readonly Told[];
}

/** The last share that a step may be at: nobody waits for ten times a period. */
export const LATEST_SHARE = 1_000;

/** In the order of their shares. The miss itself needs no step: both States are always told of it. */
export type Escalation = readonly EscalationStep[];

/** The table of a profile, for each `Priority`. */
export type EscalationByPriority = Readonly<Record<'routine' | 'urgent', Escalation>>;

/**
 * Whom a period is brought to as it runs out, where its profile says nothing else: first whoever has the task, and once it is overdue
 * their supervisor and the State that waits. An urgent period is too short for that order: the supervisor hears from its half on.
 */
export const DEFAULT_ESCALATION = {
  routine: [
    { share: 50, tells: ['acting.assigned'] },
    { share: 80, tells: ['acting.assigned'] },
    { share: 110, tells: ['acting.assigned'] },
    { share: 120, tells: ['acting.supervisor', 'waiting.office'] },
  ],
  urgent: [
    { share: 50, tells: ['acting.assigned', 'acting.supervisor'] },
    { share: 80, tells: ['acting.assigned', 'acting.supervisor'] },
    { share: 110, tells: ['acting.assigned'] },
    { share: 120, tells: ['acting.supervisor', 'waiting.office'] },
  ],
} as const satisfies EscalationByPriority;

/** The same steps as they come due, in whatever order they were written. */
export function inOrderOfShares({ routine, urgent }: EscalationByPriority): EscalationByPriority {
  const sorted = (steps: Escalation): Escalation => [...steps].sort((one, other) => one.share - other.share);
  return { routine: sorted(routine), urgent: sorted(urgent) };
}
