/**
 * A scenario: a story of tracing as a list of steps, each saying who does what, when, with what, and what is then true.
 * Written in YAML, read by `readScenario`, played by `playScenario`. The format is described in docs/scenarios.md.
 */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly about: string | null;
  /** Where it was read, for the report. */
  readonly file: string;
  readonly steps: readonly Step[];
}

export interface Step {
  /** The line of the file on which the step begins. */
  readonly line: number;
  /** The step in a sentence, for the report. */
  readonly say: string | null;
  /** `QR officer`: a State and the sign-in name of one of its people. Absent only where nobody acts (`wait`). */
  readonly who: Person | null;
  /** How much later than the step before this one happens, an ISO 8601 duration; or the time of day that comes next, `10:00Z`. */
  readonly when: string | null;
  readonly does: string;
  /** The name under which this scenario remembers the request. */
  readonly request: string | null;
  /** What is sent, as the API names it. */
  readonly with: Readonly<Record<string, unknown>> | null;
  /** The version that the person believes to act on; absent: the current one. */
  readonly version: number | 'absent' | null;
  /** Steps with the same word here send the same Idempotency-Key. */
  readonly once: string | null;
  /** The name of a disclosure opened before, or to be opened by `open disclosure`. */
  readonly disclosure: string | null;
  readonly then: Readonly<Record<string, unknown>>;
  /** The desk is expected to say no with this code. */
  readonly denied: ExpectedDenial | null;
}

export interface Person {
  readonly state: string;
  readonly name: string;
}

export interface ExpectedDenial {
  readonly code: string;
  readonly field: string | null;
  readonly status: number | null;
}

export function personText({ state, name }: Person): string {
  return `${state} ${name}`;
}

/** A scenario file that cannot be played, with every fault and its line. */
export class ScenarioFileError extends Error {
  constructor(
    readonly file: string,
    readonly faults: readonly { readonly line: number; readonly says: string }[],
  ) {
    super(faults.map(({ line, says }) => `${file}:${line}: ${says}`).join('\n'));
    this.name = 'ScenarioFileError';
  }
}
