/** The case of a weapon, and its chain. */
export const cases = {
  'event.weapon_case.opened': 'Case opened',
  'event.weapon_case.joined': 'Request added to the case',
  'event.weapon_case.concluded': 'Case concluded',
  'event.weapon_case.merged': 'Case taken up in another',
  'problem.CASE_OF_ITSELF': 'A case cannot go up in itself',
  'problem.CASE_OF_ITSELF.help': 'Choose the other case of the weapon.',
  'problem.CASE_MERGED': 'The case has gone up in another',
  'problem.CASE_MERGED.help': 'Nothing more is done with it: go on with the case of the same weapon that took it up.',
  'problem.CASE_NOT_FOUND': 'There is no such case',
  'problem.CASE_NOT_FOUND.help': 'The address does not exist, or it is not open to you.',
  'problem.REQUEST_IN_A_CASE': 'The request belongs to a case already',
  'problem.REQUEST_IN_A_CASE.help': 'One request is about one weapon: look for its case in the list.',
  'problem.CASE_WITHOUT_ANSWER': 'No State has answered in this case',
  'problem.CASE_WITHOUT_ANSWER.help':
    'What rests on tracing needs an answer. If an authority established it by other means, say so.',
  'problem.CASE_WITHOUT_TRACE': 'No answer in this case leads there',
  'problem.CASE_WITHOUT_TRACE.help':
    'A refusal, an answer without a record, or one that names the next State establishes nothing by tracing. It takes an item that shows where the lawful way ended. If an authority established it by other means, say so.',
  'event.tracing_request.follow_up_renewed': 'Facts of the follow-up renewed',
  'problem.RESTRICTED_WORDS': 'A text tells what may not be passed on',
  'problem.RESTRICTED_WORDS.help':
    '{item, select, unread {It holds a value of an earlier answer that is not open to you: it is designated to authorities of your State (ITI 15(a)), or others work on its request. Take it out, or ask them.} other {It holds a value from item {item} of an earlier answer, or of what came with a question (earlier.1 is its first fact), which its giver restricts (ITI 15). Take it out, or ask for consent.}}',
  'problem.EARLIER_FACT_WITHHELD': 'The draft carries what may no longer be passed on',
  'problem.EARLIER_FACT_WITHHELD.help':
    'Item {item} of an earlier answer may not go to this State now: a consent ended, was withdrawn, or another State is asked. Renew the draft.',
  'problem.EARLIER_FACT_REPLACED': 'The draft carries what its giver has corrected',
  'problem.EARLIER_FACT_REPLACED.help':
    'Item {item} of an earlier answer was corrected since it was taken into the draft. Renew the draft, and read again what it carries.',
  'problem.FOLLOW_UP_WITHOUT_ANSWER': 'Nothing was answered yet',
  'problem.FOLLOW_UP_WITHOUT_ANSWER.help': 'A follow-up is built from an answer. Draft a new request instead.',
} as const;
