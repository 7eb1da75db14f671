/** Reminders and escalation, and how one is told of them. */
export const notices = {
  'event.deadline.escalated': 'Period at {share} %, brought further: {clock}',
  'notice.deadline_reminder': '{share} % of the period are over: {clock}',
  'notice.deadline_overdue': 'Your State is overdue: {clock}',
  'notice.deadline_escalated': 'For the supervisor: {share} % of a period of your State are over: {clock}',
  'notice.deadline_escalated_by_other': '{share} % of the other State’s period are over: {clock}',
  'notice.possible_state_of_find':
    '{state} has asked about a firearm whose find could lie in your State’s jurisdiction. If you want to know more, ask {state}.',
  'notices.officesOf': 'National points of contact: {state}',
  'notices.noRequest': 'No request of your State’s',
} as const;
