import type { AuditEventDefinition } from '@tracedesk/audit/core';

export const NOTIFICATION_EVENTS = [
  {
    action: 'calendar_feed.made',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person made a secret address under which a calendar reads their State’s due dates; one made before ended with it.',
  },
  {
    action: 'calendar_feed.revoked',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person ended the secret address of their calendar.',
  },
  {
    action: 'delivery.redelivered',
    class: 'alteration',
    object: 'delivery',
    facts: ['round', 'before'],
    says: 'An administrator had a message of their State sent again that had been sent, or had failed, before.',
  },
] as const satisfies readonly AuditEventDefinition[];
