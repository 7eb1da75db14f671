import { ROLES, type Role } from '@tracedesk/kernel';

const DESK: readonly Role[] = ['tracing_officer', 'contact_point'];
const READERS: readonly Role[] = ['tracing_officer', 'contact_point', 'supervisor', 'auditor'];

/**
 * Who may do what with tracing requests. Whether a request is the State's own, and what may be done with it now, is decided after that by
 * the lifecycle. Every action of the lifecycle that has a use case stands here as `tracing_request.<action>`, and no other does.
 */
export const TRACING_PERMISSIONS = {
  'tracing_request.list': READERS,
  'tracing_request.read': READERS,
  'tracing_request.read_timeline': READERS,
  'tracing_request.read_deadlines': READERS,
  'tracing_request.read_question': READERS,
  'tracing_request.read_responses': READERS,
  // What was overridden, by whom and when, is for those who check the work too; the words are opened by a disclosure.
  'tracing_request.read_check': READERS,
  // The other State's calendar decides one's dates too; one's own is one's administrator's to say.
  'calendar.read': ROLES,
  'calendar.correct': ['administrator'],
  // By what the dates of one's requests are counted is for everybody to know; two States' administrators agree on it.
  'deadline_profile.list': ROLES,
  'deadline_profile.propose': ['administrator'],
  'deadline_profile.agree': ['administrator'],
  'deadline_profile.decline': ['administrator'],
  'deadline_profile.withdraw': ['administrator'],
  'deadline_profile.end': ['administrator'],
  // The case of a weapon is its own State's; auditors check what the indicator counts without being shown the chain.
  'weapon_case.list': READERS,
  'weapon_case.read': READERS,
  'weapon_case.tally': READERS,
  'weapon_case.read_chain': READERS,
  'weapon_case.open': DESK,
  'weapon_case.join': DESK,
  'weapon_case.merge': DESK,
  'weapon_case.conclude': DESK,
  // A batch is its own State's; which makes, models and numbers it holds is protected as in each of its requests.
  'request_batch.list': READERS,
  'request_batch.read': READERS,
  'request_batch.read_firearms': READERS,
  'request_batch.draft': DESK,
  'request_batch.check': DESK,
  'request_batch.submit': DESK,
  // How both States kept their dates is for those who watch over the work: reference and dates, no content.
  'report.compliance': ['supervisor', 'auditor'],
  'tracing_request.read_follow_up': READERS,
  'tracing_request.follow_up': DESK,
  'tracing_request.renew_follow_up': DESK,
  // What a search finds follows from what is protected: it is for those whose task it is, and those who supervise them.
  'tracing_request.search': [...DESK, 'supervisor'],
  'tracing_request.draft': DESK,
  'tracing_request.amend': DESK,
  'tracing_request.check': DESK,
  'tracing_request.submit': DESK,
  'tracing_request.discard': DESK,
  'tracing_request.redraft': DESK,
  'tracing_request.acknowledge': DESK,
  'tracing_request.redirect': DESK,
  'tracing_request.request_information': DESK,
  'tracing_request.supply_information': DESK,
  'tracing_request.delay': DESK,
  'tracing_request.respond': DESK,
  'tracing_request.seek_clarification': DESK,
  'tracing_request.clarify': DESK,
  'tracing_request.supplement': DESK,
  'tracing_request.reopen': DESK,
  'tracing_request.close': DESK,
  'tracing_request.withdraw': DESK,
} as const satisfies Record<string, readonly Role[]>;
