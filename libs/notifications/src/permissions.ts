import type { Role } from '@tracedesk/kernel';

const WHO_WORKS_ON_REQUESTS = ['tracing_officer', 'contact_point', 'supervisor'] as const;

export const NOTIFICATION_PERMISSIONS = {
  'notice.list': WHO_WORKS_ON_REQUESTS,
  'notice.read': WHO_WORKS_ON_REQUESTS,
  // One's own address.
  'calendar_feed.read': WHO_WORKS_ON_REQUESTS,
  'calendar_feed.make': WHO_WORKS_ON_REQUESTS,
  'calendar_feed.revoke': WHO_WORKS_ON_REQUESTS,
  // How one is written to.
  'mail_preferences.read': WHO_WORKS_ON_REQUESTS,
  'mail_preferences.save': WHO_WORKS_ON_REQUESTS,
  'mail_address.prove': WHO_WORKS_ON_REQUESTS,
  'mail_address.remove': WHO_WORKS_ON_REQUESTS,
  // What became of the State's messages.
  'delivery.list': ['administrator'],
  'delivery.redeliver': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
