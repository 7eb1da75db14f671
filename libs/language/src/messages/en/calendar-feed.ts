/** The calendar of due dates under a secret address. */
export const calendarFeed = {
  'calendarFeed.title': 'Due dates in your calendar',
  'calendarFeed.about':
    'A calendar program can read the dates by which your State has to act: the reference of each request and the date, nothing else.',
  'calendarFeed.warning':
    'Whoever knows the address reads these dates without signing in. Give it to your calendar program only.',
  'calendarFeed.none': 'You have no address.',
  'calendarFeed.since': 'You have an address since {instant}. It was shown once and is not kept here.',
  'calendarFeed.address': 'Your secret address',
  'calendarFeed.once': 'Copy it now: it is shown this once. Any address made before has ended.',
  'calendarFeed.make': 'Make an address',
  'calendarFeed.replace': 'Replace the address',
  'calendarFeed.revoke': 'End the address',
  'calendarFeed.revoked': 'The address has ended.',
  'calendarFeed.summary': '{reference}: reply due',
} as const;
