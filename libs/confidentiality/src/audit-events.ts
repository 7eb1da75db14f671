import type { AuditEventDefinition } from '@tracedesk/audit/core';

const FACTS = ['disclosure', 'purpose', 'rule', 'paragraph', 'expires_at'] as const;

/** What this room enters in the log. The entry stands on the record of the reader's own State: the other State does not learn who reads what for what. */
export const CONFIDENTIALITY_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'disclosure.opened',
    class: 'disclosure',
    object: 'any',
    facts: [...FACTS],
    says: 'A person was shown protected content exchanged between the two States, for a purpose, under a rule; words, if any, are sealed.',
  },
  {
    action: 'own_record.consulted',
    class: 'consultation',
    object: 'any',
    facts: [...FACTS],
    says: 'A person opened protected content that only the own State holds (a draft).',
  },
];
