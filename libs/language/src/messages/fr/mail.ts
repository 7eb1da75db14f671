import type { TranslationOf } from '../../message.js';
import type { mail as english } from '../en/mail.js';

export const mail: TranslationOf<typeof english> = {
  'mail.subject': 'Tracedesk : du nouveau pour {reference}',
  'mail.text': 'Il y a du nouveau pour la demande {reference}. Connectez-vous pour en prendre connaissance :',
  'mail.foot':
    'Message automatique ; personne ne lit les réponses. Votre bureau le reçoit en tant que point de contact national.',
};
