/** "How was this date worked out?": one sentence for each step. */
export const explanation = {
  'explanation.title': 'How was this date worked out?',
  'explanation.of': '{clock}, request {reference}',
  'explanation.back.request': 'Back to the request',
  'explanation.back.consent': 'Back to the consent',
  'explanation.again': 'The same data, for working it out again: {address}',
  'explanation.differs': 'The record holds another date, {instant}. Trust neither before this is cleared up.',
  'explanation.started.receipt': 'The request was received on {instant}. The period is counted from then.',
  'explanation.started.act': 'The period is counted from the act that asked for something: {instant}.',
  'explanation.profile.policy': 'The length comes from profile {id}, version {version}. It is a policy, not law: {source}.',
  'explanation.profile.law': 'The length comes from profile {id}, version {version}. Its legal source: {source}.',
  'explanation.profile.agreement': 'The length comes from profile {id}, version {version}, agreed by both States: {source}.',
  'explanation.term.hours': 'The length is {length, plural, one {# hour} other {# hours}}, counted exactly, by day and by night.',
  'explanation.term.calendar_days':
    'The length is {length, plural, =0 {the same day} one {# calendar day} other {# calendar days}}.',
  'explanation.term.working_days': 'The length is {length, plural, one {# working day} other {# working days}}.',
  'explanation.term.months':
    'The length is {length, plural, one {# month} other {# months}}: the same day of the month, or the last where it has none.',
  'explanation.namedDate': 'The State that acts gave reasons for a delay and named this date: {day}.',
  'explanation.zone': 'Days are those of {state}, which has to act: time zone {zone}.',
  'explanation.zoneData': 'It was last worked out with the time zone data of release {version} of the IANA database.',
  'explanation.zoneData.unsaid': 'The desk did not note yet which time zone data it was worked out with.',
  'explanation.calendar': 'Calendar version {version} of that State. Days of the week off: {weekend}.',
  'explanation.holidays': 'Holidays met on the way: {days}.',
  'explanation.holidays.none': 'No holiday was met on the way.',
  'explanation.termEnds': 'Without pauses the period runs until {instant}.',
  'explanation.pause': 'Paused from {from} to {to} ({cause}): {length} count.',
  'explanation.pause.open': 'Paused since {from} ({cause}). How long it lasts is not known yet, so nothing is added yet.',
  'explanation.pause.openCapped':
    'Paused since {from} ({cause}). The profile caps pauses: if nobody ends this one, the clock runs again by itself on {until}, and the date below is the one that then holds.',
  'explanation.pausesAdded': '{count, plural, one {# pause} other {# pauses}} so far. Added to the period: {length}.',
  'explanation.capped': 'The pauses lasted longer, but the profile lets no more than this count.',
  'explanation.notPausing': 'The profile lets this period run on while information is awaited: nothing is added.',
  'explanation.carriedOver':
    'The period would have ended while the clock was paused. It does not end in a pause, but with the day on which the clock runs again, {instant}, or the first day that counts after it.',
  'explanation.recomputed':
    'The calendar was corrected on {instant} (version {version}) and the date worked out anew. Before, it was {before}.',
  'explanation.recomputedByZones':
    'On {instant} the desk had newer time zone data (release {version}) and worked the date out anew. Before, it was {before}.',
  'explanation.missed': 'An earlier or present date, {instant}, was missed. That stays recorded.',
  'explanation.due.day': 'So the act is due by the end of {day}, {state} time: before {instant}.',
  'explanation.due.exact': 'So the act is due before {instant}.',
  'explanation.length':
    '{days, plural, =0 {} one {# day } other {# days }}{hours, plural, =0 {} one {# hour } other {# hours }}{minutes, plural, one {# minute} other {# minutes}}',
  'explanation.pauses': '{count, plural, one {paused once} other {paused # times}}',
  'problem.DEADLINE_NOT_FOUND': 'There is no such period',
  'problem.DEADLINE_NOT_FOUND.help': 'This request has no period of that name.',
} as const;
