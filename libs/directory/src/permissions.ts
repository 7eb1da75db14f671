import { ROLES, type Role } from '@tracedesk/kernel';

export const DIRECTORY_PERMISSIONS = {
  // Whom to ask is what everybody needs to know (ITI 25: States exchange it).
  'contact_point.list': ROLES,
  'contact_point.read': ROLES,
  // What stands there about a State is its administrator's to say; that it is still so, its contact point's too.
  'contact_point.add': ['administrator'],
  'contact_point.amend': ['administrator'],
  'contact_point.end': ['administrator'],
  'contact_point.import': ['administrator'],
  'contact_point.confirm': ['administrator', 'contact_point'],
  // How arms are marked is for everybody to know (ITI 31(b)).
  'marking_practice.list': ROLES,
  'marking_practice.add': ['administrator'],
  'marking_practice.amend': ['administrator'],
  // Needed by whoever prepares a request.
  'routing_advice.ask': ['tracing_officer', 'contact_point'],
} as const satisfies Record<string, readonly Role[]>;
