import type { Denial, DenialDetails } from '@tracedesk/kernel';

/** One fault of what was sent, at its field: `question.find.circumstances`. */
export interface FieldFault {
  readonly field: string;
  readonly code: string;
  /** What would be right, in English for programmers; people read the catalogue's text for the code. */
  readonly help?: string;
  /** Limits and names for the text of the code; never what the person wrote. */
  readonly details?: DenialDetails;
}

/** RFC 9457 problem details, with a stable `code`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  /** The id of the request, to be found in the log. */
  readonly instance: string;
  readonly paragraph?: string;
  readonly field?: string;
  readonly details?: DenialDetails;
  readonly errors?: readonly (FieldFault & { readonly detail: string })[];
}

/** What the answer is built from, before it has words in a language. */
export interface Fault {
  readonly status: number;
  readonly denial: Denial;
  readonly faults?: readonly FieldFault[];
  readonly headers?: Readonly<Record<string, string>>;
}

/** HTTP status of each denial that is not simply "what you ask is not possible now" (422). Absent and forbidden are both 404. */
export const DENIAL_STATUS: Readonly<Record<string, number>> = {
  SIGN_IN_REQUIRED: 401,
  SIGN_IN_FAILED: 401,
  SIGN_IN_THROTTLED: 429,
  SIGN_IN_BUSY: 503,
  PERMISSION_DENIED: 403,
  CSRF_TOKEN_INVALID: 403,
  CROSS_SITE_REQUEST: 403,
  DEMONSTRATION_SIGN_IN_CLOSED: 404,
  DISCLOSURE_REQUIRED: 403,
  DISCLOSURE_EXPIRED: 403,
  DISCLOSURE_OUTGROWN: 403,
  DISCLOSURE_NOT_PERMITTED: 403,
  CLOCK_NOT_MOVABLE: 404,
  VERSION_CONFLICT: 412,
  IF_MATCH_REQUIRED: 428,
  IF_MATCH_INVALID: 400,
  IDEMPOTENCY_KEY_REQUIRED: 400,
  IDEMPOTENCY_KEY_INVALID: 400,
  IDEMPOTENCY_KEY_REUSED: 422,
  VALIDATION_FAILED: 400,
  BODY_MISSING: 400,
  BODY_TOO_LARGE: 413,
  LENGTH_REQUIRED: 411,
  CURSOR_INVALID: 400,
  CONTENT_TYPE_NOT_SUPPORTED: 415,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_TOO_MANY_FILES: 413,
  UPLOAD_CUT_SHORT: 400,
  UPLOAD_MALFORMED: 400,
  UPLOAD_BUSY: 503,
};

/** The status of a denial: by its code; every `…NOT_FOUND` is 404; otherwise 422. `more` are the codes that an app adds. */
export function statusOf(denial: Denial, more: Readonly<Record<string, number>> = {}): number {
  return more[denial.code] ?? DENIAL_STATUS[denial.code] ?? (denial.code.endsWith('NOT_FOUND') ? 404 : 422);
}
