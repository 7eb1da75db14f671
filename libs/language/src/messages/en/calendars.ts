/** Calendars of States: what is wrong with one, and what a correction did. */
export const calendars = {
  'calendar.title': 'Calendar of {state}',
  'calendar.about':
    'By these days periods against this State are counted. A correction is a new version; earlier dates stay visible.',
  'calendar.version': 'Version',
  'calendar.version.none': 'none entered: Saturday and Sunday are free, no holiday is known',
  'calendar.timeZone': 'Time zone',
  'calendar.timeZone.hint': 'A name such as Africa/Abidjan',
  'calendar.weekend': 'Days off in every week',
  'calendar.source': 'Source of the holidays',
  'calendar.source.hint': 'The law or gazette that says so',
  'calendar.coveredUntil': 'Holidays are complete up to',
  'calendar.holidays': 'Holidays',
  'calendar.holidays.none': 'None entered.',
  'calendar.holidays.hint': 'One a line: the date, then its name. Lines of a CSV file (date,name) can be pasted.',
  'calendar.uncovered':
    'The holidays of the next 90 days are not complete: nothing is known from {day} on. Dates in working days may come out too early.',
  'calendar.edit': 'Enter a new version',
  'calendar.edit.title': 'Correct the calendar of {state}',
  'calendar.edit.about':
    'You see first which dates the new version would move. What was missed stays missed, and no correction makes your State late.',
  'calendar.preview': 'Show what it would move',
  'calendar.correct': 'Enter version {version}',
  'calendar.corrected': 'The new version holds. Moved dates are in the timelines of their requests, for both States.',
  'calendar.moves':
    '{count, plural, =0 {This version moves no date} one {This version moves # date} other {This version moves # dates}}',
  'calendar.moves.about':
    'Nothing is entered yet. Each moved date becomes an entry that both States read; the date before stays beside it.',
  'calendar.moves.request': 'Request',
  'calendar.moves.clock': 'Period',
  'calendar.moves.before': 'Due now',
  'calendar.moves.after': 'Due then',
  'calendar.moves.missed': 'missed, and stays so',
  'calendar.proposal': 'Let public holidays be proposed',
  'calendar.proposal.about':
    'The package date-holidays lists public holidays of many countries (data under CC BY-SA 3.0, from Wikipedia). It may be wrong or late: tick only the dates that your own law confirms.',
  'calendar.proposal.country': 'Country',
  'calendar.proposal.country.hint': 'Two letters, for example CI',
  'calendar.proposal.year': 'Year',
  'calendar.proposal.missing': 'The package has no list for “{country}”. Enter the dates from your own law.',
  'calendar.proposal.lacking': 'It has none of these Member States of the United Nations: {states}.',
  'calendar.proposal.doubts': 'Look at these again before you tick a date:',
  'calendar.proposal.doubt.half_day': '{day} ({name}) is listed for part of a day only, and is not proposed.',
  'calendar.proposal.doubt.moon':
    'These are computed by the calendar of the moon; your authorities may announce another day: {names}.',
  'calendar.proposal.doubt.ethiopic':
    'The package places these by Gregorian leap years; here they stand by those of the Ethiopic calendar: {names}.',
  'calendar.proposal.doubt.fixed_moon':
    'These follow the moon, but the package lists them on the same day of every year; the days are wrong in most years: {names}.',
  'calendar.proposal.doubt.ended':
    'The package listed these in years before and has no day for this one; enter them yourself if they still hold: {names}.',
  'calendar.proposal.doubt.parts':
    'Days of single parts of the State are not in this list ({count, plural, one {# part} other {# parts}}): {parts}.',
  'calendar.proposal.confirm': 'Confirm each date',
  'calendar.proposal.ask': 'Propose',
  'calendar.proposal.add': 'Add the ticked dates',
  'event.deadline.recomputed': 'Calendar or time zone data corrected, date worked out anew: {clock}',
  'problem.CALENDAR_VERSION_CONFLICT': 'The calendar has changed meanwhile',
  'problem.CALENDAR_VERSION_CONFLICT.help': 'Version {version} holds now. Look at it, then correct that one.',
  'problem.CALENDAR_NEVER_WORKS': 'The calendar leaves no working day',
  'problem.CALENDAR_NEVER_WORKS.help': 'At least one day of the week has to be a working day.',
  'problem.HOLIDAYS_OVERLAP': 'A holiday is named twice',
  'problem.HOLIDAYS_OVERLAP.help': 'Name each date once.',
  'problem.HOLIDAY_NOT_COVERED': 'A holiday lies after the end of the calendar',
  'problem.HOLIDAY_NOT_COVERED.help': 'Give the day up to which the holidays are complete: not before the last of them.',
  'problem.COVERAGE_PAST': 'The calendar ends in the past',
  'problem.COVERAGE_PAST.help': 'Enter the holidays that are to come, and up to which day they are complete.',
} as const;
