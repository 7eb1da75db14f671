import type { Role } from '@tracedesk/kernel';

const DESK: readonly Role[] = ['tracing_officer', 'contact_point'];
const READERS: readonly Role[] = ['tracing_officer', 'contact_point', 'supervisor', 'auditor'];

/**
 * Who may ask for a disclosure, and who deals with consents. Whether a disclosure is granted is decided per subject by `mayDisclose`; auditors
 * ask, are denied, and leave an entry. Which State may act on a consent is decided by its lifecycle.
 */
export const CONFIDENTIALITY_PERMISSIONS = {
  'disclosure.open': READERS,
  'consent.list': READERS,
  'consent.read': READERS,
  'consent.read_words': READERS,
  'consent.ask': DESK,
  'consent.grant': DESK,
  'consent.refuse': DESK,
  'consent.withdraw': DESK,
  'consent.use': DESK,
} as const satisfies Record<string, readonly Role[]>;
