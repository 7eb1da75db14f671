import type { AuditEventDefinition } from '@tracedesk/audit/core';

/** What this room enters in the log. Names and hashes of files are protected, so entries name them by id. */
export const ATTACHMENT_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'attachment.added',
    class: 'collection',
    object: 'tracing_request',
    facts: ['attachment', 'type', 'bytes'],
    restricted: ['file'],
    says: 'A file was added to a request; name and SHA-256 are sealed, and that of what was sent where a cleaned copy was stored.',
  },
  {
    action: 'attachment.read',
    class: 'consultation',
    object: 'tracing_request',
    facts: ['attachment', 'form', 'disclosure'],
    says: 'A person was handed a file, or its small copy, under a disclosure of the request.',
  },
  {
    action: 'attachment.removed',
    class: 'erasure',
    object: 'tracing_request',
    facts: ['attachment'],
    says: 'A file was removed before it was sent; no other State ever knew of it.',
  },
  {
    action: 'practice_picture.added',
    class: 'collection',
    object: 'marking_practice',
    facts: ['attachment', 'type', 'bytes'],
    restricted: ['file'],
    says: 'A picture was added to a marking practice; name and SHA-256 of its original are sealed.',
  },
  {
    action: 'practice_picture.removed',
    class: 'erasure',
    object: 'marking_practice',
    facts: ['attachment'],
    says: 'A picture was removed from a marking practice.',
  },
];
