import type { Role } from '@tracedesk/kernel';

const DESK: readonly Role[] = ['tracing_officer', 'contact_point'];

/** Who may do what with files. To read takes a disclosure of the request as well. */
export const ATTACHMENT_PERMISSIONS = {
  'attachment.add': DESK,
  'attachment.remove': DESK,
  'attachment.list': [...DESK, 'supervisor'],
  'attachment.read': [...DESK, 'supervisor'],
} as const satisfies Record<string, readonly Role[]>;
