/** What the two States say to each other between question and response, and after it: notices and the program’s own no. */
export const exchange = {
  'notice.redirected': 'The request was redirected: another State should be asked',
  'notice.information_requested': 'Additional information was requested',
  'notice.information_supplied': 'Additional information was supplied',
  'notice.third_information_round': 'The same element was asked about for the third time: both supervisors are told',
  'notice.delayed': 'The response was delayed',
  'notice.clarification_requested': 'Clarification was requested',
  'notice.clarified': 'The response was clarified',
  'notice.supplemented': 'The response was supplemented or corrected',
  'notice.reopened': 'The request was reopened',

  'problem.GROUND_NOT_OF_22': 'This is not a ground of ITI 22',
  'problem.GROUND_NOT_OF_22.help':
    'There are four: an ongoing criminal investigation, legislation that protects confidential information, no guarantee of confidentiality by the requesting State, national security consistent with the Charter. Lack of staff or of time is none: delay on one of the four with a new date, say that there is no record, or let the period run. A late response is late, not refused.',
  'problem.DELAY_DATE_PAST': 'Enter a date that is not past',
  'problem.DELAY_DATE_PAST.help': 'The new date is {found}; today is {today}. A delay names a day that is still to come.',
  'problem.NO_RESPONSE_TO_SUPPLEMENT': 'There is no response to add to',
  'problem.NO_RESPONSE_TO_SUPPLEMENT.help':
    'The request was closed without one. Where it was closed on silence, respond instead.',
  'problem.REDIRECT_NOT_MADE': 'No redirect stands that could be contested',
  'problem.REDIRECT_NOT_MADE.help': 'Choose “new information”, or contest a redirect before it is taken back.',
  'problem.ITEM_UNKNOWN': 'Name an item that was given',
  'problem.ITEM_UNKNOWN.help': 'There is no item {found} in the responses to this request.',
  'problem.ITEM_REPLACED_BEFORE': 'Correct the item that counts',
  'problem.ITEM_REPLACED_BEFORE.help': 'Item {found} was replaced by {by} before: name the later one.',
} as const;
