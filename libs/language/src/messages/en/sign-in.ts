/** Signing in and out. */
export const signIn = {
  'signIn.title': 'Sign in',
  'signIn.state': 'State',
  'signIn.stateHint': 'Two-letter code, for example QR',
  'signIn.name': 'Sign-in name',
  'signIn.password': 'Password',
  'signIn.submit': 'Sign in',
  'signIn.oneClick': 'Sign in with one click',
  'signIn.oneClick.about':
    'This is a demonstration on your own machine. Choose whom you want to be; open a second browser window to be the other State.',
  'signIn.oneClick.as': 'Sign in as {role} of {state}',
  'signIn.otherPeople': 'Other people of {state}',
  'signIn.otherStates': 'Other States',
  'signIn.withPassword': 'Sign in with a password',
  'signIn.requests': 'asks: the usual requester',
  'signIn.makes': 'is asked: makes the firearms',
  'signIn.ended': 'Your session has ended',
  'signIn.ended.about':
    'You were signed out after a time without activity, or from elsewhere. Sign in to go on; drafts are kept on the server.',
  'signIn.signedOut': 'You are signed out.',
} as const;
