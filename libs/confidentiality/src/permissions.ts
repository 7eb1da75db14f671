import type { Role } from '@tracedesk/kernel';

/** Who may ask for a disclosure. Whether it is granted is decided per subject by `mayDisclose`; auditors ask, are denied, and leave an entry. */
export const CONFIDENTIALITY_PERMISSIONS = {
  'disclosure.open': ['tracing_officer', 'contact_point', 'supervisor', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;
