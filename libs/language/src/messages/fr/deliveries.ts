import type { TranslationOf } from '../../message.js';
import type { deliveries as english } from '../en/deliveries.js';

export const deliveries: TranslationOf<typeof english> = {
  'delivery.title': 'Messages électroniques',
  'delivery.about':
    'Ce que sont devenus les messages qui annoncent un avis à votre État ({state}). Un message porte une référence et un lien, jamais de contenu.',
  'delivery.empty': 'Il n’y a pas de message dans cette vue.',
  'delivery.shown': '{count, plural, one {# message électronique} other {# messages électroniques}}',
  'delivery.column.recipient': 'Destinataire',
  'delivery.column.standing': 'Suite donnée',
  'delivery.status.waiting': 'En attente',
  'delivery.status.sent': 'Envoyé',
  'delivery.status.failed': 'Échoué',
  'delivery.attempts': '{count, plural, =0 {pas encore tenté} one {# tentative} other {# tentatives}}',
  'delivery.next': 'prochaine tentative : {instant}',
  'delivery.round': 'nouvel envoi, série {round}',
  'delivery.error.refused': 'le serveur de messagerie a refusé le destinataire ou le message',
  'delivery.error.temporary': 'le serveur de messagerie a répondu : pas maintenant',
  'delivery.error.sign_in': 'le serveur de messagerie n’a pas accepté le mot de passe',
  'delivery.error.unreachable': 'le serveur de messagerie n’a pas répondu',
  'delivery.error.unknown': 'la raison n’est pas connue',
  'delivery.error.gone': 'on ne peut plus lui écrire',
  'delivery.gone': 'Plus rien n’est envoyé là.',
  'delivery.again': 'Envoyer de nouveau',
  'delivery.again.done': 'Le message est reparti.',
  'problem.DELIVERY_NOT_FOUND': 'Ce message n’existe pas',
  'problem.DELIVERY_NOT_FOUND.help': 'Il n’existe pas, ou ce n’est pas un message de votre État.',
  'problem.DELIVERY_UNDER_WAY': 'Le message est déjà en route',
  'problem.DELIVERY_UNDER_WAY.help':
    'Il est retenté de lui-même pendant trois jours. Un message envoyé ou échoué peut être envoyé de nouveau.',
  'problem.DELIVERY_RECIPIENT_GONE': 'Le destinataire du message n’est plus là',
  'problem.DELIVERY_RECIPIENT_GONE.help':
    'Rien n’est envoyé à un bureau qui ne répond plus, ni à une personne qui ne veut pas de courriel. Les nouveaux avis vont aux autres.',
};
