import type { AuditEventDefinition } from '@tracedesk/audit/core';

const FACTS = ['disclosure', 'purpose', 'rule', 'paragraph', 'covers', 'within', 'expires_at'] as const;

/** What this room enters in the log. The entry stands on the record of the reader's own State: the other State does not learn who reads what for what. */
export const CONFIDENTIALITY_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'disclosure.opened',
    class: 'disclosure',
    object: 'any',
    facts: [...FACTS],
    says: 'A person was shown protected content exchanged between the two States, for a purpose, under a rule; what there was is named, and words, if any, are sealed.',
  },
  {
    action: 'own_record.consulted',
    class: 'consultation',
    object: 'any',
    facts: [...FACTS],
    says: 'A person opened protected content that only the own State holds (a draft).',
  },
  ...(
    [
      [
        'consent.asked',
        'alteration',
        ['purpose', 'reasons', 'authority'],
        'A State asked the giver of information for leave to use it further (ITI 15).',
      ],
      [
        'consent.granted',
        'alteration',
        ['conditions'],
        'The giver of information allowed the use of it, within a scope and until a day.',
      ],
      ['consent.refused', 'alteration', ['reason'], 'The giver of information refused the further use of it.'],
      [
        'consent.withdrawn',
        'alteration',
        ['reason'],
        'The giver of information took its leave back: it is not used from then on.',
      ],
      [
        'consent.used',
        'disclosure',
        ['purpose'],
        'The State that had asked handed the information on, or used it, under the leave given.',
      ],
    ] as const
  ).map(([action, entryClass, restricted, says]) => ({
    action,
    class: entryClass,
    object: 'tracing_request',
    facts: ['consent', 'use', 'recipient', 'names', 'ends_on'],
    restricted,
    says,
  })),
];
