import { FIND_MANNERS, type FindManner } from '../question.js';
import type { WeaponCase } from './weapon-case.js';

/** How many arms count, and of how many the point of diversion was established. */
export interface Counted {
  readonly arms: number;
  readonly established: number;
}

/** Numerator and denominator of indicator 16.4.2, as its metadata ask for them. */
export interface Tally extends Counted {
  /** `established` of `arms` in per cent; null where no arm counts. */
  readonly percent: number | null;
  readonly byManner: Readonly<Record<FindManner, Counted>>;
  readonly byTracing: number;
  readonly byAuthority: number;
  readonly uniquelyMarked: Counted;
  /** Of the arms whose point of diversion is not established: how far tracing came. */
  readonly pending: number;
  readonly notEstablished: number;
  readonly notAttempted: number;
  /** Seized, but not in relation to a criminal offence: such seizures do not count. */
  readonly leftOut: number;
}

/**
 * The tally of indicator 16.4.2 over cases: one weapon is one case and counts once, however many requests it took.
 * The last legal holder alone establishes nothing.
 */
export function tallyOf(cases: readonly WeaponCase[]): Tally {
  const counted = cases.filter(({ manner, criminalOffence }) => manner !== 'seized' || criminalOffence);
  const open = counted.filter((one) => !isEstablished(one));
  const { arms, established } = count(counted);
  return {
    arms,
    established,
    percent: arms === 0 ? null : Math.round((established / arms) * 10_000) / 100,
    byManner: Object.fromEntries(
      FIND_MANNERS.map((manner) => [manner, count(counted.filter((one) => one.manner === manner))]),
    ) as Record<FindManner, Counted>,
    byTracing: counted.filter((one) => basisOf(one) === 'tracing').length,
    byAuthority: counted.filter((one) => basisOf(one) === 'authority').length,
    uniquelyMarked: count(counted.filter(({ uniquelyMarked }) => uniquelyMarked)),
    pending: open.filter(({ conclusion, requestIds }) => conclusion === null && requestIds.length > 0).length,
    notEstablished: open.filter(({ conclusion }) => conclusion !== null).length,
    notAttempted: open.filter(({ conclusion, requestIds }) => conclusion === null && requestIds.length === 0).length,
    leftOut: cases.length - counted.length,
  };
}

function count(cases: readonly WeaponCase[]): Counted {
  return { arms: cases.length, established: cases.filter(isEstablished).length };
}

function isEstablished(one: WeaponCase): boolean {
  return basisOf(one) !== null;
}

function basisOf({ conclusion }: WeaponCase): 'tracing' | 'authority' | null {
  return conclusion?.kind === 'point_of_diversion' ? conclusion.basis : null;
}
