import { recompute, type ExportedCount } from '@tracedesk/deadlines/core';

export interface Recomputed {
  /** Whether every date came out as the desk holds it. */
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
      `Number ${place} is not the explanation of a deadline: it needs clock, actingState, storedDueAt, and derivation with timeZone and intervals.`,
    );
  const { clock, actingState, storedDueAt, derivation } = told;
  const given = recomputedFrom(derivation, place).toISOString();
  const stored = new Date(storedDueAt).toISOString();
  const about = `${clock} of ${actingState}, counted in ${derivation.timeZone}`;
  return given === stored
    ? { same: true, line: `same       ${given}  ${about}` }
    : { same: false, line: `DIFFERENT  ${given}  ${about}: the desk holds ${stored}. One of the two was changed.` };
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

interface Told {
  readonly clock: string;
  readonly actingState: string;
  readonly storedDueAt: string;
  readonly derivation: ExportedCount;
}

function isExplanation(told: unknown): told is Told {
  const { clock, actingState, storedDueAt, derivation } = (told ?? {}) as Partial<Record<keyof Told, unknown>>;
  const { timeZone, intervals } = (derivation ?? {}) as { readonly timeZone?: unknown; readonly intervals?: unknown };
  return (
    [clock, actingState, storedDueAt, timeZone].every((word) => typeof word === 'string') &&
    !Number.isNaN(Date.parse(storedDueAt as string)) &&
    Array.isArray(intervals)
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new TypeError('This is not JSON.', { cause });
  }
}
