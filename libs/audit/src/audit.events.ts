import type { AuditEventDefinition } from './event-catalogue.js';

/** The entries that the log itself makes. */
export const AUDIT_EVENTS = [
  {
    action: 'action.denied',
    class: 'denial',
    object: 'any',
    facts: ['action', 'code', 'field', 'paragraph'],
    says: 'The desk said no to an act: which, and by which rule.',
  },
  {
    action: 'read.denied',
    class: 'denial',
    object: 'any',
    facts: ['action', 'code', 'minute'],
    says: 'The desk said no to a reader. One entry per person, object and minute; the number of attempts is kept beside it.',
  },
] as const satisfies readonly AuditEventDefinition[];
