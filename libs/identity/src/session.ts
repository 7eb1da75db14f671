import type { Officer, PersonId, Role, SessionId, StateCode } from '@tracedesk/kernel';

/** Wall-clock limits of a session; the function session_by_token enforces them at every request. */
export const SESSION_HOURS = 12;
export const SESSION_IDLE_MINUTES = 60;

/** A person as the desk shows them to themselves. */
export interface SignedInPerson {
  readonly id: PersonId;
  readonly state: StateCode;
  readonly role: Role;
  readonly displayName: string;
  readonly language: string;
}

/** The answer to a sign-in. The token is shown here once and stored nowhere. */
export interface SignedIn {
  readonly token: string;
  readonly session: { readonly id: SessionId; readonly expiresAt: Date; readonly csrfToken: string };
  readonly person: SignedInPerson;
  /** What the browser is to keep, so that strangers' failures do not shut this person out on it. */
  readonly deviceMark?: string;
}

/** The session of a request, as pages and API read it. */
export interface DeskSession {
  readonly officer: Officer;
  readonly signInName: string;
  readonly displayName: string;
  readonly language: string;
  /** For the hidden field `_csrf` of every form, or the header X-CSRF-Token. */
  readonly csrfToken: string;
  readonly expiresAt: Date;
}
