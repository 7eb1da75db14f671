/** The case of a weapon, and its chain. */
export const cases = {
  'event.weapon_case.opened': 'Case opened',
  'event.weapon_case.joined': 'Request added to the case',
  'event.weapon_case.concluded': 'Case concluded',
  'problem.CASE_NOT_FOUND': 'There is no such case',
  'problem.CASE_NOT_FOUND.help': 'The address does not exist, or it is not open to you.',
  'problem.REQUEST_IN_A_CASE': 'The request belongs to a case already',
  'problem.REQUEST_IN_A_CASE.help': 'One request is about one weapon: look for its case in the list.',
  'problem.CASE_WITHOUT_ANSWER': 'No State has answered in this case',
  'problem.CASE_WITHOUT_ANSWER.help':
    'What rests on tracing needs an answer. If an authority established it by other means, say so.',
} as const;
