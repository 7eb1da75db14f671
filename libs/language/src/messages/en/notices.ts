/** Reminders and escalation, and how one is told of them. */
export const notices = {
  'event.deadline.escalated': 'Period at {share} %, brought further: {clock}',
  'notice.deadline_reminder': '{share} % of the period are over: {clock}',
  'notice.deadline_overdue': 'Your State is overdue: {clock}',
  'notice.deadline_escalated': 'For the supervisor: {share} % of a period of your State are over: {clock}',
  'notice.deadline_escalated_by_other': '{share} % of the other State’s period are over: {clock}',
  'notice.possible_state_of_find':
    '{state} has asked about a firearm whose find could lie in your State’s jurisdiction. If you want to know more, ask {state}.',
  'notice.asked_alongside':
    'Somebody of your State drafts, or has asked, about what may be the same firearm: read the check of your draft again',
  'notice.profile_proposed': 'A deadline profile was proposed to your State: {profile}',
  'notice.profile_agreed': 'The other State agreed to the deadline profile {profile}',
  'notice.profile_declined': 'The other State declined the deadline profile {profile}',
  'notice.profile_withdrawn': 'The other State withdrew its proposal of the deadline profile {profile}',
  'notice.profile_ended': 'The other State ended the deadline profile {profile} for new requests',
  'notice.contact_point_update_asked':
    'A national point of contact of your State was not confirmed for three years, or has expired: confirm it, change it, or name another',
  'notices.aboutAgreements': 'What other States did about the deadline profiles that they have with {state}.',
  'notices.officesOf': 'National points of contact: {state}',
  'notices.noRequest': 'No request of your State’s',
} as const;
