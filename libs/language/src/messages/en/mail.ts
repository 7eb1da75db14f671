/** The e-mail that says there is a notice: the same words whatever happened. */
export const mail = {
  'mail.subject': 'Tracedesk: news of {reference}',
  'mail.text': 'There is news of the request {reference}. Sign in to read it:',
  'mail.profileText': 'There is news of the deadline profile {reference}. Sign in to read it:',
  'mail.noticeSubject': 'Tracedesk: a notice',
  'mail.noticeText': 'There is a notice for your State. Sign in to read it:',
  'mail.foot':
    'This message was written by a machine; nobody reads answers to it. Your office gets it as a national point of contact.',
  'mail.footPerson':
    'This message was written by a machine; nobody reads answers to it. You get it because the notice is meant for you. When you are written to is yours to say, under Notices.',
  'mail.digestSubject': 'Tracedesk: news of requests',
  'mail.digestText': 'There is news of these requests. Sign in to read it:',
  'mail.codeSubject': 'Tracedesk: is this your address?',
  'mail.codeText':
    'Somebody asked Tracedesk to send word of notices to this address. If it was you, sign in and enter this code within 24 hours:',
  'mail.codeFoot': 'If it was not you, do nothing: without the code nothing is sent to this address.',
} as const;
