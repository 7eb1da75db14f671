/** What became of the messages that say there is a notice. */
export const deliveries = {
  'delivery.title': 'Messages by e-mail',
  'delivery.about':
    'What became of each message of {state} that says there is a notice. A message holds a reference and a link, never content.',
  'delivery.empty': 'There is no message in this view.',
  'delivery.shown': '{count, plural, one {# message} other {# messages}}',
  'delivery.column.recipient': 'Sent to',
  'delivery.column.standing': 'What became of it',
  'delivery.status.waiting': 'Waiting',
  'delivery.status.sent': 'Sent',
  'delivery.status.failed': 'Failed',
  'delivery.attempts': '{count, plural, =0 {not tried yet} one {# attempt} other {# attempts}}',
  'delivery.next': 'next attempt: {instant}',
  'delivery.round': 'sent again, round {round}',
  'delivery.error.refused': 'the mail server refused the recipient or the message',
  'delivery.error.temporary': 'the mail server said: not now',
  'delivery.error.sign_in': 'the mail server did not accept the desk’s password',
  'delivery.error.unreachable': 'the mail server did not answer',
  'delivery.error.unknown': 'the reason is not known',
  'delivery.error.gone': 'it cannot be written to any more',
  'delivery.gone': 'Nothing is sent there any more.',
  'delivery.again': 'Send again',
  'delivery.again.done': 'The message is on its way again.',
  'problem.DELIVERY_NOT_FOUND': 'There is no such message',
  'problem.DELIVERY_NOT_FOUND.help': 'It does not exist, or it is not one of your State.',
  'problem.DELIVERY_UNDER_WAY': 'The message is on its way already',
  'problem.DELIVERY_UNDER_WAY.help':
    'It is tried again by itself for three days. One that was sent, or has failed, can be sent again.',
  'problem.DELIVERY_RECIPIENT_GONE': 'Whom the message was for is no longer there',
  'problem.DELIVERY_RECIPIENT_GONE.help':
    'Nothing is sent to an office that no longer answers, nor to a person who wants no e-mail. New notices go to those who do.',
} as const;
