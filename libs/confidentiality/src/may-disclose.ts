import { denied, ok, type Officer, type Result, type Role, type StateCode } from '@tracedesk/kernel';
import { JUSTIFICATION_MIN_LENGTH, type Purpose } from './purpose.js';

export const SUBJECT_KINDS = ['tracing_request', 'response', 'weapon_case', 'request_batch'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** The open facts that a decision rests on. */
export interface DisclosureFacts {
  readonly kind: SubjectKind;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode | null;
  readonly status: string;
  readonly assignedToActor: boolean;
}

type Party = 'requesting' | 'requested';
type Reader = Pick<Officer, 'state' | 'role'>;

/** One ground on which protected content may be shown. Content that no rule covers is not shown. */
export interface DisclosureRule {
  readonly id: string;
  readonly paragraph: string;
  readonly says: string;
  readonly roles: readonly Role[];
  readonly parties: readonly Party[];
  readonly purposes: readonly Purpose[];
  readonly wordsNeeded: boolean;
  /** Further facts the rule asks for; none when absent. */
  readonly when?: (subject: DisclosureFacts) => boolean;
}

/** Statuses at which the requested State owes an answer and therefore has to read the question. */
const ANSWER_AWAITED: readonly string[] = [
  'submitted',
  'acknowledged',
  'information_requested',
  'delayed',
  'clarification_requested',
];

export const DISCLOSURE_RULES = [
  {
    id: 'assigned',
    paragraph: '15(a)',
    says: 'Whoever is assigned to the request is authorised personnel for it.',
    roles: ['tracing_officer', 'contact_point', 'supervisor'],
    parties: ['requesting', 'requested'],
    purposes: ['assigned_task'],
    wordsNeeded: false,
    when: ({ assignedToActor }) => assignedToActor,
  },
  {
    id: 'answering',
    paragraph: '15(a)',
    says: 'Officers of the requested State read the question as long as their State owes the answer: nobody can answer unread.',
    roles: ['tracing_officer', 'contact_point'],
    parties: ['requested'],
    purposes: ['assigned_task'],
    wordsNeeded: false,
    when: ({ kind, status }) => kind === 'tracing_request' && ANSWER_AWAITED.includes(status),
  },
  {
    id: 'supervising',
    paragraph: '15(a)',
    says: 'A supervisor of either party looks into the work of the own office, and says why.',
    roles: ['supervisor'],
    parties: ['requesting', 'requested'],
    purposes: ['supervision'],
    wordsNeeded: true,
  },
  {
    id: 'stated-need',
    paragraph: '15(b)',
    says: 'Authorised personnel of either party who are not assigned say what the content is used for.',
    roles: ['tracing_officer', 'contact_point', 'supervisor'],
    parties: ['requesting', 'requested'],
    purposes: ['investigation', 'legal_proceedings', 'diversion_analysis', 'embargo_monitoring', 'statistics', 'other'],
    wordsNeeded: true,
  },
] as const satisfies readonly DisclosureRule[];

/**
 * Whether this person may be shown the content of this subject, and under which rule. Deny by default.
 * To a third State, and to whoever serves the hub, the subject does not exist. An auditor checks who was shown what without being shown it:
 * auditors are not authorised personnel in the sense of 15(a), and no rule names them; nor do administrators appear in any.
 */
export function mayDisclose(
  actor: Reader,
  subject: DisclosureFacts,
  purpose: Purpose,
  justification: string | null,
): Result<{ readonly rule: string }> {
  const permitted = permittingRule(actor, subject, purpose);
  if (!permitted.ok) return permitted;
  const rule = permitted.value;
  if (rule.wordsNeeded && !isLongEnough(justification)) {
    return denied('JUSTIFICATION_REQUIRED', {
      field: 'justification',
      paragraph: rule.paragraph,
      details: { minimum: JUSTIFICATION_MIN_LENGTH },
    });
  }
  return ok({ rule: rule.id });
}

/**
 * The rule under which this person may be shown the content now. What was opened before is held against it at each use: words were given then,
 * but a role, an assignment and a status do not last.
 */
export function permittingRule(actor: Reader, subject: DisclosureFacts, purpose: Purpose): Result<DisclosureRule> {
  const party = actor.role === 'operator' ? null : partyOf(subject, actor.state);
  if (party === null) return denied('DISCLOSURE_SUBJECT_NOT_FOUND');
  if (subject.kind === 'response' && subject.status === 'draft') return denied('DISCLOSURE_SUBJECT_NOT_FOUND');

  const rules: readonly DisclosureRule[] = DISCLOSURE_RULES;
  const ofRole = rules.filter((rule) => rule.roles.includes(actor.role) && rule.parties.includes(party));
  if (ofRole.length === 0) return denied('DISCLOSURE_NOT_PERMITTED', { paragraph: '15(a)', details: { role: actor.role } });

  const rule = ofRole.find(({ purposes, when }) => purposes.includes(purpose) && (when?.(subject) ?? true));
  if (!rule)
    return denied('DISCLOSURE_NOT_PERMITTED', { field: 'purpose', paragraph: '15(b)', details: { role: actor.role, purpose } });
  return ok(rule);
}

/** Which party the State is; of a draft, only its own State knows. */
function partyOf({ requestingState, requestedState, status }: DisclosureFacts, state: StateCode): Party | null {
  if (requestingState === state) return 'requesting';
  return requestedState === state && status !== 'draft' ? 'requested' : null;
}

function isLongEnough(justification: string | null): boolean {
  return (justification ?? '').trim().length >= JUSTIFICATION_MIN_LENGTH;
}
