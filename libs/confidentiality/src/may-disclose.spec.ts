import { describe, expect, it } from '@jest/globals';
import { ROLES, stateCode, type Role } from '@tracedesk/kernel';
import { DISCLOSURE_RULES, SUBJECT_KINDS, mayDisclose, type DisclosureFacts, type SubjectKind } from './may-disclose.js';
import { PURPOSES, type Purpose } from './purpose.js';

const REQUESTING = stateCode('QR');
const REQUESTED = stateCode('QM');
const THIRD = stateCode('QN');
const STATUSES = [
  'draft',
  'submitted',
  'acknowledged',
  'information_requested',
  'delayed',
  'responded',
  'clarification_requested',
  'closed',
  'misrouted',
  'withdrawn',
] as const;
const WORDS = [null, '', 'too short', '          ', 'Needed as evidence in case 12.'] as const;

describe('content is not shown', () => {
  it('to a third State: for it, the subject does not exist', () => {
    expect(decide({ role: 'supervisor', state: THIRD, words: WORDS[4] })).toBe('DISCLOSURE_SUBJECT_NOT_FOUND');
  });

  it('to the State a draft is meant for, as long as it is a draft', () => {
    expect(decide({ role: 'supervisor', state: REQUESTED, status: 'draft', purpose: 'supervision', words: WORDS[4] })).toBe(
      'DISCLOSURE_SUBJECT_NOT_FOUND',
    );
  });

  it('to an auditor: auditors are not authorised personnel in the sense of 15(a)', () => {
    const result = mayDisclose({ state: REQUESTED, role: 'auditor' }, facts({}), 'audit_review', WORDS[4]);
    expect(result).toMatchObject({ ok: false, denial: { code: 'DISCLOSURE_NOT_PERMITTED', paragraph: '15(a)' } });
  });

  it('to an administrator, ever', () => {
    expect(decide({ role: 'administrator', purpose: 'other', words: WORDS[4], assigned: true })).toBe('DISCLOSURE_NOT_PERMITTED');
  });

  it('to an operator of the hub: for the hub, the subject does not exist', () => {
    expect(decide({ role: 'operator', purpose: 'other', words: WORDS[4], assigned: true })).toBe('DISCLOSURE_SUBJECT_NOT_FOUND');
  });

  it('without words to somebody who is not assigned', () => {
    expect(decide({ role: 'tracing_officer', purpose: 'other', words: 'too short' })).toBe('JUSTIFICATION_REQUIRED');
  });

  it('for a task that is not the own one', () => {
    expect(decide({ role: 'tracing_officer', state: REQUESTING, purpose: 'assigned_task', words: WORDS[4] })).toBe(
      'DISCLOSURE_NOT_PERMITTED',
    );
  });
});

describe('content is shown', () => {
  it('to whoever is assigned, without words', () => {
    expect(decide({ role: 'tracing_officer', state: REQUESTING, assigned: true, purpose: 'assigned_task' })).toBe('assigned');
  });

  it('to the officers who owe the answer, without words', () => {
    expect(decide({ role: 'tracing_officer', state: REQUESTED, status: 'submitted', purpose: 'assigned_task' })).toBe(
      'answering',
    );
  });

  it('to a supervisor who says why', () => {
    expect(decide({ role: 'supervisor', purpose: 'supervision', words: WORDS[4] })).toBe('supervising');
  });
});

/**
 * Every cell of kind × role × State × status × purpose × assigned × words, against a second statement of the policy:
 * written from ITI 15 and the design's sentence, not from the table.
 */
describe('every cell of the matrix', () => {
  it('is as a reader of ITI 15 would decide it', () => {
    let cells = 0;
    for (const cell of allCells()) {
      cells += 1;
      const outcome = decide(cell);
      if (outcome !== expectedOf(cell)) throw new Error(`${JSON.stringify(cell)} gives ${outcome}, not ${expectedOf(cell)}.`);
    }
    expect(cells).toBe(SUBJECT_KINDS.length * ROLES.length * 3 * STATUSES.length * PURPOSES.length * 2 * WORDS.length);
  });

  it('uses every rule', () => {
    const used = new Set([...allCells()].map(decide));
    expect(DISCLOSURE_RULES.filter(({ id }) => !used.has(id))).toEqual([]);
  });
});

interface Cell {
  readonly kind: SubjectKind;
  readonly role: Role;
  readonly state: string;
  readonly status: string;
  readonly purpose: Purpose;
  readonly assigned: boolean;
  readonly words: string | null;
}

function* allCells(): Generator<Cell> {
  for (const kind of SUBJECT_KINDS)
    for (const role of ROLES)
      for (const state of [REQUESTING, REQUESTED, THIRD])
        for (const status of STATUSES)
          for (const purpose of PURPOSES)
            for (const assigned of [true, false])
              for (const words of WORDS) yield { kind, role, state, status, purpose, assigned, words };
}

function expectedOf({ kind, role, state, status, purpose, assigned, words }: Cell): string {
  const isOwnDraft = status === 'draft' && state === 'QR' && kind !== 'response';
  const isShared = status !== 'draft' && state !== 'QN';
  if (role === 'operator' || !(isOwnDraft || isShared)) return 'DISCLOSURE_SUBJECT_NOT_FOUND';
  if (role === 'auditor' || role === 'administrator') return 'DISCLOSURE_NOT_PERMITTED';

  const owesAnAnswer = state === 'QM' && !['responded', 'closed', 'misrouted', 'withdrawn'].includes(status);
  const saysWhy = words !== null && words.trim().length > 9;
  if (purpose === 'assigned_task') {
    if (assigned) return 'assigned';
    return owesAnAnswer && role !== 'supervisor' && kind === 'tracing_request' ? 'answering' : 'DISCLOSURE_NOT_PERMITTED';
  }
  if (purpose === 'audit_review') return 'DISCLOSURE_NOT_PERMITTED';
  if (purpose === 'supervision') {
    if (role !== 'supervisor') return 'DISCLOSURE_NOT_PERMITTED';
    return saysWhy ? 'supervising' : 'JUSTIFICATION_REQUIRED';
  }
  return saysWhy ? 'stated-need' : 'JUSTIFICATION_REQUIRED';
}

/** The rule it is permitted under, or the code of the denial. */
function decide(cell: Partial<Cell>): string {
  const {
    kind = 'tracing_request',
    role = 'tracing_officer',
    state = REQUESTED,
    status = 'acknowledged',
    purpose = 'other',
    assigned = false,
    words = null,
  } = cell;
  const result = mayDisclose(
    { role, state: stateCode(state) },
    facts({ kind, status, assignedToActor: assigned }),
    purpose,
    words,
  );
  return result.ok ? result.value.rule : result.denial.code;
}

function facts(some: Partial<DisclosureFacts>): DisclosureFacts {
  return {
    kind: 'tracing_request',
    requestingState: REQUESTING,
    requestedState: REQUESTED,
    status: 'acknowledged',
    assignedToActor: false,
    ...some,
  };
}
