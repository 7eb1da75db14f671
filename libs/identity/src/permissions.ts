import { ROLES, type Role } from '@tracedesk/kernel';

export const IDENTITY_PERMISSIONS = {
  // One's own session.
  'session.read': ROLES,
  'session.end': ROLES,
} as const satisfies Record<string, readonly Role[]>;
