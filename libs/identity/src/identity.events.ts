import type { AuditEventDefinition } from '@tracedesk/audit/core';

export const IDENTITY_EVENTS = [
  {
    action: 'session.begun',
    class: 'authentication',
    object: 'session',
    facts: ['means'],
    says: 'A person signed in, by password or, in a demonstration on this machine, by one click.',
  },
  {
    action: 'session.ended',
    class: 'authentication',
    object: 'session',
    facts: [],
    says: 'A person signed out.',
  },
  {
    action: 'sign_in.failed',
    class: 'authentication',
    object: 'sign_in',
    facts: ['reason'],
    restricted: ['name'],
    says: 'Somebody tried to sign in at a State’s door and failed. The typed name is sealed: people mistype passwords into it.',
  },
  {
    action: 'sign_in.throttled',
    class: 'authentication',
    object: 'sign_in',
    facts: [],
    restricted: ['name'],
    says: 'A sign-in was denied unseen, because too many had failed before it. One entry per State, address and minute.',
  },
  {
    action: 'person.created',
    class: 'collection',
    object: 'person',
    facts: ['role'],
    restricted: ['names'],
    says: 'A person was given a name and a role in a State.',
  },
  {
    action: 'person.authorities_set',
    class: 'alteration',
    object: 'person',
    facts: ['authorities'],
    restricted: ['authorities'],
    says: 'It was said to which authorities of their State a person belongs (ITI 15(a)): how many, and their names sealed.',
  },
  {
    action: 'person.disabled',
    class: 'alteration',
    object: 'person',
    facts: [],
    says: 'A person may no longer sign in; their sessions ended with it.',
  },
  {
    action: 'password.reset',
    class: 'authentication',
    object: 'person',
    facts: [],
    says: 'A person was given a new password; their sessions ended with the old one.',
  },
] as const satisfies readonly AuditEventDefinition[];
