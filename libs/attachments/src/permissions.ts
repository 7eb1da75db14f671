import { ROLES, type Role } from '@tracedesk/kernel';

const DESK: readonly Role[] = ['tracing_officer', 'contact_point'];

/** Who may do what with files. To read takes a disclosure of the request as well. */
export const ATTACHMENT_PERMISSIONS = {
  'attachment.add': DESK,
  'attachment.remove': DESK,
  'attachment.list': [...DESK, 'supervisor'],
  'attachment.read': [...DESK, 'supervisor'],
  // What marks look like is for everybody to know (ITI 31(b)); what a State shows of its own is its administrator's to say.
  'practice_picture.read': ROLES,
  'practice_picture.add': ['administrator'],
  'practice_picture.remove': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
