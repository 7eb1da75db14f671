/** Reminders and escalation, and how one is told of them. */
export const notices = {
  'event.deadline.escalated': 'Period at {share} %, brought further: {clock}',
  'notice.deadline_reminder': '{share} % of the period are over: {clock}',
  'notice.deadline_overdue': 'Your State is overdue: {clock}',
  'notice.deadline_escalated': 'For the supervisor: {share} % of a period of your State are over: {clock}',
  'notice.deadline_escalated_by_other': '{share} % of the other State’s period are over: {clock}',
} as const;
