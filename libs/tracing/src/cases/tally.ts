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

/** In which ways one case counts. All but the last are of the denominator, the first two of the numerator. */
export const WAYS_TO_COUNT = ['by_tracing', 'by_authority', 'pending', 'not_established', 'not_attempted', 'left_out'] as const;
export type WayToCount = (typeof WAYS_TO_COUNT)[number];

/** How one case counts, in exactly one way. The last legal holder alone establishes nothing. */
export function countsAs({ manner, criminalOffence, conclusion, requestIds }: WeaponCase): WayToCount {
  if (manner === 'seized' && !criminalOffence) return 'left_out';
  if (conclusion?.kind === 'point_of_diversion') return conclusion.basis === 'tracing' ? 'by_tracing' : 'by_authority';
  if (conclusion) return 'not_established';
  return requestIds.length > 0 ? 'pending' : 'not_attempted';
}

/** The tally of indicator 16.4.2 over cases: one weapon is one case and counts once, however many requests it took. */
export function tallyOf(cases: readonly WeaponCase[]): Tally {
  const inWay = (way: WayToCount): number => cases.filter((one) => countsAs(one) === way).length;
  const counted = cases.filter((one) => countsAs(one) !== 'left_out');
  const { arms, established } = count(counted);
  return {
    arms,
    established,
    percent: arms === 0 ? null : Math.round((established / arms) * 10_000) / 100,
    byManner: Object.fromEntries(
      FIND_MANNERS.map((manner) => [manner, count(counted.filter((one) => one.manner === manner))]),
    ) as Record<FindManner, Counted>,
    byTracing: inWay('by_tracing'),
    byAuthority: inWay('by_authority'),
    uniquelyMarked: count(counted.filter(({ uniquelyMarked }) => uniquelyMarked)),
    pending: inWay('pending'),
    notEstablished: inWay('not_established'),
    notAttempted: inWay('not_attempted'),
    leftOut: inWay('left_out'),
  };
}

function count(cases: readonly WeaponCase[]): Counted {
  return { arms: cases.length, established: cases.filter((one) => ESTABLISHED.includes(countsAs(one))).length };
}

const ESTABLISHED: readonly WayToCount[] = ['by_tracing', 'by_authority'];
