/** Looking for one’s own requests by marks of a firearm. */
export const search = {
  'search.title': 'Search our requests',
  'search.about':
    'Among the drafts and requests of {state}, outgoing and incoming. What you type is sealed in the log and stands in no address.',
  'search.serialNumber.hint':
    'As read; ? for each character that cannot be read. Look-alikes (O and 0, I and 1) and one slip are found too.',
  'search.go': 'Search',
  'search.found': '{count, plural, =0 {Nothing found} one {# request found} other {# requests found}}',
  'search.column.match': 'How it matches',
  'search.more': 'Only the first are shown: say more to find fewer.',
  'search.match.exact': 'as written',
  'search.match.plain': 'in plain letters, but for accents, signs and other scripts',
  'search.match.folded': 'but for look-alike characters',
  'search.match.ncic': 'but for letters between digits',
  'search.match.deletion': 'but for one slip',
  'search.match.position': 'where it could be read',
  'search.match.pattern': 'where the recorded number could be read',
  'search.match.word': 'by name',
  'search.match.calibre': 'the same calibre',
  'search.field.serialNumber': 'Serial number',
  'search.field.make': 'Make',
  'search.field.model': 'Model',
  'search.field.calibre': 'Calibre',
  'search.field.exhibitNumber': 'Exhibit number',
  'nav.search': 'Search',
  'event.tracing_request.searched': 'Own requests searched',
} as const;
