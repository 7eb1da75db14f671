import type { Role } from '@tracedesk/kernel';

const WHO_WORKS_ON_REQUESTS = ['tracing_officer', 'contact_point', 'supervisor'] as const;

/** Administrators are told of agreements with other States, not of requests. */
const WHO_IS_TOLD = [...WHO_WORKS_ON_REQUESTS, 'administrator'] as const;

export const NOTIFICATION_PERMISSIONS = {
  'notice.list': WHO_IS_TOLD,
  'notice.read': WHO_IS_TOLD,
  // One's own address.
  'calendar_feed.read': WHO_WORKS_ON_REQUESTS,
  'calendar_feed.make': WHO_WORKS_ON_REQUESTS,
  'calendar_feed.revoke': WHO_WORKS_ON_REQUESTS,
  // How one is written to.
  'mail_preferences.read': WHO_IS_TOLD,
  'mail_preferences.save': WHO_IS_TOLD,
  'mail_address.prove': WHO_IS_TOLD,
  'mail_address.remove': WHO_IS_TOLD,
  // What became of the State's messages.
  'delivery.list': ['administrator'],
  'delivery.redeliver': ['administrator'],
} as const satisfies Record<string, readonly Role[]>;
