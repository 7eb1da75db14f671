/** What stands around every page. */
export const frame = {
  'app.name': 'Tracedesk',
  'app.purpose': 'Tracing requests between States under the International Tracing Instrument (ITI)',
  'app.instrument':
    'International Instrument to Enable States to Identify and Trace, in a Timely and Reliable Manner, Illicit Small Arms and Light Weapons (ITI)',
  'frame.skip': 'Skip to main content',
  'frame.demonstration': 'Demonstration',
  'frame.demonstration.about': 'The States, people and firearms are invented. Nothing leaves this machine.',
  'frame.navigation': 'Desk',
  'frame.language': 'Language',
  'frame.signOut': 'Sign out',
  'frame.named': '{name}: {value}',
  'frame.back': 'Back',
  'frame.mainPage': 'Go to incoming requests',
  'frame.time': 'Times are given in UTC unless another zone is named.',

  'nav.incoming': 'Incoming',
  'nav.outgoing': 'Outgoing',
  'nav.drafts': 'Drafts',
  'nav.notices': 'Notices',
  'nav.new': 'New request',
  'nav.count': '{count, number}',
  'nav.countMore': '{count, number} or more',

  'role.tracing_officer': 'tracing officer',
  'role.contact_point': 'contact point',
  'role.supervisor': 'supervisor',
  'role.auditor': 'auditor',
  'role.administrator': 'administrator',
  'role.operator': 'operator',

  'form.optional': '(optional)',
  'form.save': 'Save and continue',
  'form.cancel': 'Cancel',
  'form.choose': 'Choose …',
  'form.unknownBecause': 'Unknown, because …',
  'form.unknownReason': 'Why it is unknown',
  'form.known': 'Known',
  'form.dateHint': 'For example 6 March 2026, 06.03.2026 or 2026-03-06.',
  'form.recordedDateHint': 'As the record has it, for example 2009, May 2009 or 11 May 2009.',
  'form.dateRead': 'Read as {date}.',
  'form.errors': 'There is a problem',
  'form.errorPrefix': 'Error:',
  'form.errors.count':
    '{count, plural, one {# point needs attention.} other {# points need attention.}} What you entered is kept.',
  'form.source': 'ITI {paragraph}',

  'page.title': '{title} · Tracedesk',
  'page.titleWithErrors': 'Error: {title} · Tracedesk',

  'done.heading': 'Done',
} as const;
