import type { AuditEventDefinition } from '@tracedesk/audit/core';

/** What is entered about a batch itself; each of its requests has entries of its own. */
export const BATCH_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'request_batch.drafted',
    class: 'collection',
    object: 'request_batch',
    facts: ['requests', 'groups'],
    says: 'Requests about several firearms were drafted together. Only their own State knows of them.',
  },
];
