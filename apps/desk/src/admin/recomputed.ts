import { isDeepStrictEqual } from 'node:util';
import { linesAgain, recompute, type ExplainedCount, type ExportedCount } from '@tracedesk/deadlines/core';

export interface Recomputed {
  /** Whether every date and every step came out as it was told. */
  readonly same: boolean;
  readonly lines: readonly string[];
}

export const RECOMPUTE_USAGE = `npm run recompute -- <file>      (- reads standard input)

Works due dates out again from what the desk handed over, without the desk: the answer of …/deadlines/<clock>/explanation, or a list of such answers.
Exit code 0: all the same; 1: one differs; 2: the file is not of this kind.`;

/** Works out again what the explanations in this text tell of. Throws TypeError with one sentence where it is something else. */
export function recomputed(text: string): Recomputed {
  const told = parsed(text);
  const results = (Array.isArray(told) ? told : [told]).map((one: unknown, index) => resultOf(one, index + 1));
  if (results.length === 0) throw new TypeError('The list is empty: there is nothing to work out.');
  return { same: results.every(({ same }) => same), lines: results.map(({ line }) => line) };
}

function resultOf(told: unknown, place: number): { readonly same: boolean; readonly line: string } {
  if (!isExplanation(told))
    throw new TypeError(
      `Number ${place} is not the explanation of a deadline: it needs clock, actingState, timeZone, profile, lines, dueAt, storedDueAt, and derivation with timeZone and intervals.`,
    );
  const { clock, actingState, derivation } = told;
  const given = recomputedFrom(derivation, place).toISOString();
  const differences = differencesOf(told, given);
  const about = `${clock} of ${actingState}, counted in ${derivation.timeZone}${dataOf(derivation)}`;
  return differences.length === 0
    ? { same: true, line: `same       ${given}  ${about}` }
    : { same: false, line: `DIFFERENT  ${given}  ${about}: ${differences.join('; ')}. One of the two was changed.` };
}

/** All that was told beside the derivation, held against what the derivation gives. */
function differencesOf(told: Told, given: string): readonly string[] {
  const { timeZone, dueAt, storedDueAt, derivation } = told;
  const line = firstForged(told);
  return [
    ...(sameInstant(storedDueAt, given) ? [] : [`the desk holds ${storedDueAt}`]),
    ...(sameInstant(dueAt, given) ? [] : [`it was told as ${dueAt}`]),
    ...(timeZone === derivation.timeZone ? [] : [`it was told for ${timeZone}`]),
    ...(line === null ? [] : [`its step ${line} is told otherwise`]),
  ];
}

/** The number of the first step that is not what the derivation gives, and what it is; null where all are. */
function firstForged({ lines, derivation, ...about }: Told): string | null {
  const isTold = (line: unknown): boolean => derivation.missedAt !== undefined || (line as Step | null)?.line !== 'missed';
  const again = JSON.parse(JSON.stringify(linesAgain(derivation, about).filter(isTold))) as Step[];
  const told = lines.filter(isTold) as (Step | null)[];
  const at = Array.from({ length: Math.max(again.length, told.length) }, (_, index) => index).find(
    (index) => !isDeepStrictEqual(again[index], told[index]),
  );
  return at === undefined ? null : `${at + 1} (${again[at]?.line ?? 'none'})`;
}

interface Step {
  readonly line: string;
}

/** Dates of countries that changed their clocks differ between releases: whoever compares has to know which it was. */
function dataOf({ intervals }: ExportedCount): string {
  const zoneData = intervals.findLast(({ term }) => term !== undefined)?.zoneData;
  return zoneData === undefined ? '' : `, zone data ${zoneData}`;
}

function sameInstant(told: string, given: string): boolean {
  return Date.parse(told) === Date.parse(given);
}

function recomputedFrom(derivation: ExportedCount, place: number): Date {
  try {
    const dueAt = recompute(derivation);
    if (!Number.isNaN(dueAt.getTime())) return dueAt;
  } catch (cause) {
    throw new TypeError(`Number ${place} cannot be worked out: ${(cause as Error).message}`, { cause });
  }
  throw new TypeError(`Number ${place} cannot be worked out: an instant in its intervals is none.`);
}

interface Told extends ExplainedCount {
  readonly clock: string;
  readonly timeZone: string;
  readonly lines: readonly unknown[];
  readonly dueAt: string;
  readonly storedDueAt: string;
  readonly derivation: ExportedCount;
}

function isExplanation(told: unknown): told is Told {
  const { clock, actingState, timeZone, profile, lines, dueAt, storedDueAt, derivation } = objectOf(told);
  const { timeZone: countedIn, intervals } = objectOf(derivation);
  const { id, version, source } = objectOf(profile);
  return (
    [clock, actingState, timeZone, countedIn, id, objectOf(source)['kind']].every((word) => typeof word === 'string') &&
    [dueAt, storedDueAt].every((instant) => typeof instant === 'string' && !Number.isNaN(Date.parse(instant))) &&
    typeof version === 'number' &&
    Array.isArray(lines) &&
    Array.isArray(intervals)
  );
}

function objectOf(told: unknown): Readonly<Record<string, unknown>> {
  return typeof told === 'object' && told !== null ? (told as Readonly<Record<string, unknown>>) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError('This is not JSON.', { cause });
  }
}
