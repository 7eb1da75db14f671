import { ROLES, type Role } from '@tracedesk/kernel';

export const IDENTITY_PERMISSIONS = {
  // One's own session and password.
  'session.read': ROLES,
  'session.end': ROLES,
  'password.change': ROLES,
  // The people of one's own State.
  'person.list': ['administrator', 'supervisor', 'auditor'],
  'person.administer': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
