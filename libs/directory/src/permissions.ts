import { ROLES, type Role } from '@tracedesk/kernel';

export const DIRECTORY_PERMISSIONS = {
  // Whom to ask is what everybody needs to know (ITI 25: States exchange it).
  'contact_point.list': ROLES,
} as const satisfies Record<string, readonly Role[]>;
