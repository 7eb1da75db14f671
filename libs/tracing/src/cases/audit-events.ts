import type { AuditEventDefinition } from '@tracedesk/audit/core';

/** What is entered about the case of a weapon. It stands on the record of its own State alone. */
export const CASE_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'weapon_case.opened',
    class: 'collection',
    object: 'weapon_case',
    facts: [],
    says: 'The case of one weapon was opened.',
  },
  {
    action: 'weapon_case.joined',
    class: 'combination',
    object: 'weapon_case',
    facts: ['request'],
    says: 'A request or draft of the own State was added to the case of its weapon.',
  },
  {
    action: 'weapon_case.left',
    class: 'alteration',
    object: 'weapon_case',
    facts: ['request'],
    says: 'A draft was discarded, and with that left the case of its weapon.',
  },
  {
    action: 'weapon_case.merged',
    class: 'combination',
    object: 'weapon_case',
    facts: ['into'],
    says: 'The case went up in another case of the same weapon, and counts no more.',
  },
  {
    action: 'weapon_case.concluded',
    class: 'alteration',
    object: 'weapon_case',
    facts: ['conclusion', 'basis'],
    says: 'The State said what the case came to. Where and when the arm became illicit is sealed.',
  },
];
