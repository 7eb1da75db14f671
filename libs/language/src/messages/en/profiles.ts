/** Deadline profiles that two States agree on: what is wrong with one. */
export const profiles = {
  'nav.deadline-profiles': 'Deadlines',
  'problem.PROFILE_NOT_FOUND': 'There is no such deadline profile',
  'problem.PROFILE_NOT_FOUND.help': 'It does not exist, or it is not one of your State.',
  'problem.PROFILE_VERSION_CONFLICT': 'This version of the profile does not exist',
  'problem.PROFILE_VERSION_CONFLICT.help': 'Look at the profile as it stands now, then decide again.',
  'problem.PROFILE_ACT_NOT_OPEN': 'This is not possible with the profile as it stands now',
  'problem.PROFILE_ACT_NOT_OPEN.help':
    'Version {version} is {standing, select, proposed {still waiting for an answer} agreed {agreed already} declined {declined already} withdrawn {withdrawn already} replaced {replaced by a later one} other {ended already}}.',
  'problem.PROFILE_ACT_OF_OTHER_STATE': 'The other State has to do this',
  'problem.PROFILE_ACT_OF_OTHER_STATE.help':
    'Who proposed a profile can withdraw it; only the other State can agree to it or decline.',
  'problem.PROFILE_PROPOSED_MEANWHILE': 'A version of this profile waits for an answer already',
  'problem.PROFILE_PROPOSED_MEANWHILE.help': 'It is answered or withdrawn first. Then another can be proposed.',
  'problem.PROFILE_WITH_OWN_STATE': 'Choose another State',
  'problem.PROFILE_WITH_OWN_STATE.help': 'A profile is agreed by two States.',
  'problem.PROFILE_STATE_NOT_SERVED': 'This State does not work with this desk',
  'problem.PROFILE_STATE_NOT_SERVED.help': 'Nobody there could agree to “{found}”. Choose a State of the directory.',
  'problem.PROFILE_LENGTH_ZERO': 'A period of no length',
  'problem.PROFILE_LENGTH_ZERO.help':
    'Found: 0. Enter at least 1. Only an acknowledgement may be due on the same day: 0 calendar days.',
  'problem.PROFILE_LENGTH_TOO_LONG': 'The period is too long',
  'problem.PROFILE_LENGTH_TOO_LONG.help':
    'Found: {found}. At most {unit, select, hours {{most} hours} calendar_days {{most} calendar days} working_days {{most} working days} other {{most} months}}: a year.',
  'problem.PROFILE_START_CONTRADICTS': 'This clock does not start so',
  'problem.PROFILE_START_CONTRADICTS.help':
    'Found: {found}. This clock is counted from {wanted, select, receipt {the receipt of the request} other {the act that asks for something}}: “{wanted}”.',
  'problem.PROFILE_URGENT_LONGER': 'The urgent period is longer than the routine one',
  'problem.PROFILE_URGENT_LONGER.help':
    'Found: {unit, select, hours {{found} hours} calendar_days {{found} calendar days} working_days {{found} working days} other {{found} months}}, against {againstUnit, select, hours {{against} hours} calendar_days {{against} calendar days} working_days {{against} working days} other {{against} months}}. Shorten the urgent one.',
  'problem.PROFILE_DIRECT_LONGER': 'The period for directly accessible records is longer than the urgent one',
  'problem.PROFILE_DIRECT_LONGER.help':
    'Found: {unit, select, hours {{found} hours} calendar_days {{found} calendar days} working_days {{found} working days} other {{found} months}}, against {againstUnit, select, hours {{against} hours} calendar_days {{against} calendar days} working_days {{against} working days} other {{against} months}}. Shorten it, or leave it out.',
  'problem.PROFILE_ACKNOWLEDGEMENT_LONGER': 'The acknowledgement would be due after the response',
  'problem.PROFILE_ACKNOWLEDGEMENT_LONGER.help':
    'Found: {unit, select, hours {{found} hours} calendar_days {{found} calendar days} working_days {{found} working days} other {{found} months}}, against {againstUnit, select, hours {{against} hours} calendar_days {{against} calendar days} working_days {{against} working days} other {{against} months}} for the response. Shorten the acknowledgement.',
  'problem.PROFILE_CAP_ZERO': 'A cap of no days',
  'problem.PROFILE_CAP_ZERO.help': 'Found: 0. Enter at least 1 day, or choose that the clock does not pause.',
  'problem.PROFILE_CAP_TOO_LONG': 'The cap on pauses is too long',
  'problem.PROFILE_CAP_TOO_LONG.help': 'Found: {found} days. At most {most}, or choose that the clock pauses without a cap.',
  'problem.PROFILE_PRECEDENCE_TAKEN': 'Another profile of the two States has this precedence',
  'problem.PROFILE_PRECEDENCE_TAKEN.help':
    'Found: {found}, as {profile} has, and some requests would fit both. Choose another number: the lowest comes first.',
} as const;
