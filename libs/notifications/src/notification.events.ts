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
  {
    action: 'mail_preferences.saved',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person said when they want to be written to by e-mail.',
  },
  {
    action: 'mail_address.asked',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person had a code sent to an address, to prove that it is theirs. The address is in no entry.',
  },
  {
    action: 'mail_address.proved',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person told the code sent to an address: it is theirs from here on.',
  },
  {
    action: 'mail_address.removed',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person had their address taken out.',
  },
] as const satisfies readonly AuditEventDefinition[];
