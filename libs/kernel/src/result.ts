/** Open details of a denial, for the message: codes, numbers, dates, field names. Never protected content. */
export type DenialDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/**
 * The program's foreseeable no: told to the officer, entered in the log, never an exception.
 * (A *refusal* is something else: a State's lawful response.)
 */
export interface Denial {
  /** Stable, `UPPER_SNAKE`, documented; the message in the reader's language is found by it. */
  readonly code: string;
  /** The field that would have to change, as the API names it: `question.find.circumstances`. */
  readonly field?: string;
  /** The paragraph of the ITI the rule comes from: `17(a)`. */
  readonly paragraph?: string;
  readonly details?: DenialDetails;
}

export type Result<T> = { readonly ok: true; readonly value: T } | Denied;
export interface Denied {
  readonly ok: false;
  readonly denial: Denial;
}

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function denied(code: string, about: Omit<Denial, 'code'> = {}): Denied {
  return { ok: false, denial: { code, ...about } };
}
