import {
  TRACEABILITY_RULES,
  type Answered,
  type Override,
  type TraceabilityFinding,
  type TraceabilityRule,
} from '@tracedesk/firearms/core';
import { Sealed, type PersonId, type RequestId, type Role } from '@tracedesk/kernel';
import type { AskedBefore } from './asked-before.js';

/** Somebody of the own State, as they acted. */
export interface ActingPerson {
  readonly personId: PersonId;
  readonly role: Role;
}

/** An override as it is sealed, with who gave it and when. What was given before these were noted has neither. */
export interface GivenOverride extends Override {
  readonly by?: ActingPerson;
  readonly at?: string;
}
export type GivenOverrides = Readonly<Partial<Record<TraceabilityRule, GivenOverride>>>;

/** The check as somebody read it: written at each reading of a draft, so that what is there at the submission is what was read before it. */
export interface CheckAsRead {
  readonly version: number;
  readonly by: ActingPerson;
  readonly at: string;
  readonly findings: readonly (TraceabilityFinding & { readonly answered: Answered | null })[];
  /** The questions and drafts of the own State's that were seen with it. What was read before these were noted has none. */
  readonly askedBefore?: readonly RequestId[];
}

/** Whether the own State asked about the weapon since the check was read. A draft that was seen then is no news when it is sent. */
export function askedSince(
  { askedBefore: seen = [] }: CheckAsRead,
  askedBefore: readonly Pick<AskedBefore, 'requestId' | 'status'>[],
): boolean {
  return askedBefore.some(({ requestId, status }) => status !== 'draft' && !seen.includes(requestId));
}

export interface KeptFinding extends TraceabilityFinding {
  readonly answered: Answered | null;
  /** Who overrode it, and when; null where it was not overridden. */
  readonly overriddenBy: ActingPerson | null;
  readonly overriddenAt: Date | null;
  /** Why it was overridden, to whoever opened the request's content. Protected. */
  readonly because: Sealed<string> | null;
}

/** The traceability check of a request as it was read before the submission. Its own State's alone. */
export interface KeptCheck {
  readonly requestId: RequestId;
  readonly checkedVersion: number;
  readonly readBy: ActingPerson;
  readonly readAt: Date;
  readonly findings: readonly KeptFinding[];
}

/** The names of the sealed parts, and back: one for the check as it was read, one for each override. */
export const AS_READ_PART = 'read';
export const overridePart = (rule: TraceabilityRule): string => `${OVERRIDDEN}${rule}`;

const OVERRIDDEN = 'overridden.';

export function overridesIn(parts: Readonly<Record<string, Sealed<unknown>>>): GivenOverrides {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([name, override]) => {
      const rule = name.slice(OVERRIDDEN.length);
      return name.startsWith(OVERRIDDEN) && Object.hasOwn(TRACEABILITY_RULES, rule)
        ? [[rule, override.reveal() as GivenOverride]]
        : [];
    }),
  );
}

/** What is kept, as it may be read: which warnings were overridden, by whom and when; the words only where `disclosed`. */
export function keptCheck(
  requestId: RequestId,
  { version, by, at, findings }: CheckAsRead,
  overrides: GivenOverrides,
  disclosed: boolean,
): KeptCheck {
  return {
    requestId,
    checkedVersion: version,
    readBy: by,
    readAt: new Date(at),
    findings: findings.map((finding) => {
      const override = finding.answered === 'override' ? overrides[finding.rule] : undefined;
      return {
        ...finding,
        overriddenBy: override?.by ?? null,
        overriddenAt: override?.at === undefined ? null : new Date(override.at),
        because: disclosed && override ? Sealed.of(override.because) : null,
      };
    }),
  };
}
