/** Calendars of States: what is wrong with one, and what a correction did. */
export const calendars = {
  'event.deadline.recomputed': 'Calendar corrected, date worked out anew: {clock}',
  'problem.CALENDAR_NEVER_WORKS': 'The calendar leaves no working day',
  'problem.CALENDAR_NEVER_WORKS.help': 'At least one day of the week has to be a working day.',
  'problem.HOLIDAYS_OVERLAP': 'A holiday is named twice',
  'problem.HOLIDAYS_OVERLAP.help': 'Name each date once.',
  'problem.HOLIDAY_NOT_COVERED': 'A holiday lies after the end of the calendar',
  'problem.HOLIDAY_NOT_COVERED.help': 'Give the day up to which the holidays are complete: not before the last of them.',
  'problem.COVERAGE_PAST': 'The calendar ends in the past',
  'problem.COVERAGE_PAST.help': 'Enter the holidays that are to come, and up to which day they are complete.',
} as const;
