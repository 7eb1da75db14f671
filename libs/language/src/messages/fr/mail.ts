import type { TranslationOf } from '../../message.js';
import type { mail as english } from '../en/mail.js';

export const mail: TranslationOf<typeof english> = {
  'mail.subject': 'Tracedesk : du nouveau pour {reference}',
  'mail.text': 'Il y a du nouveau pour la demande {reference}. Connectez-vous pour en prendre connaissance :',
  'mail.profileText': 'Il y a du nouveau pour le profil de délais {reference}. Connectez-vous pour le lire :',
  'mail.noticeSubject': 'Tracedesk : un avis',
  'mail.noticeText': 'Il y a un avis pour votre État. Connectez-vous pour en prendre connaissance :',
  'mail.foot':
    'Message automatique ; personne ne lit les réponses. Votre bureau le reçoit en tant que point de contact national.',
  'mail.footPerson':
    'Message automatique ; personne ne lit les réponses. Vous le recevez parce que l’avis vous est destiné. Vous choisissez quand on vous écrit, sous Avis.',
  'mail.digestSubject': 'Tracedesk : du nouveau pour des demandes',
  'mail.digestText': 'Il y a du nouveau pour les demandes suivantes. Connectez-vous pour en prendre connaissance :',
  'mail.codeSubject': 'Tracedesk : cette adresse est-elle la vôtre ?',
  'mail.codeText':
    'Quelqu’un a demandé à Tracedesk d’annoncer des avis à cette adresse. Si c’est vous, connectez-vous et saisissez ce code dans les 24 heures :',
  'mail.codeFoot': 'Si ce n’est pas vous, ne faites rien : sans le code, rien n’est envoyé à cette adresse.',
};
