/** Pages that stand where something is not as expected: each names the next step. */
export const pages = {
  'page.notFound.title': 'Nothing is here',
  'page.notFound.about': 'The address does not exist, or what it names is not open to you. The desk does not say which.',
  'page.noRights.title': 'Your role does not allow this',
  'page.conflict.title': 'The request has changed meanwhile',
  'page.conflict.about':
    'Nothing was sent. Since you opened the page something was done on the request: by you, in another window or by sending the form before, or by somebody else. Its timeline tells who did what.',
  'page.conflict.next': 'Look at the request as it stands now',
  'page.conflict.kept': 'What you had entered, to copy if you still need it',
  'page.throttled.title': 'Too many attempts',
  'page.error.title': 'The desk could not do this',
  'page.error.code': 'Code',
  'page.error.instance': 'Identifier for your administrator',
  'page.home': 'Go to incoming requests',
  'page.signIn': 'Go to sign-in',
  'page.beside': '{label} (in a new window; this page stays)',
  'page.retryAfter': 'Try again in {minutes, plural, one {# minute} other {# minutes}}.',
  'page.nothingYet.title': 'No requests for your role',
  'page.nothingYet.about':
    'Your role does not work on tracing requests. People, States and keys are administered on the server with the command “npm run admin”.',
} as const;
