/** The e-mail that says there is a notice: the same words whatever happened. */
export const mail = {
  'mail.subject': 'Tracedesk: news of {reference}',
  'mail.text': 'There is news of the request {reference}. Sign in to read it:',
  'mail.foot':
    'This message was written by a machine; nobody reads answers to it. Your office gets it as a national point of contact.',
} as const;
