import type { TranslationOf } from '../../message.js';
import type { pages as english } from '../en/pages.js';

export const pages: TranslationOf<typeof english> = {
  'page.notFound.title': 'Il n’y a rien ici',
  'page.notFound.about':
    'L’adresse n’existe pas, ou ce qu’elle désigne ne vous est pas accessible. Le bureau ne dit pas lequel des deux.',
  'page.noRights.title': 'Votre rôle ne le permet pas',
  'page.conflict.title': 'La demande a changé entre-temps',
  'page.conflict.about':
    'Rien n’a été envoyé. Depuis que vous avez ouvert la page, un acte a été accompli sur la demande : par vous, dans une autre fenêtre ou par un premier envoi du formulaire, ou par quelqu’un d’autre. Sa chronologie dit qui a fait quoi.',
  'page.conflict.next': 'Voir la demande telle qu’elle est maintenant',
  'page.conflict.kept': 'Ce que vous aviez saisi, à recopier si vous en avez encore besoin',
  'page.throttled.title': 'Trop de tentatives',
  'page.error.title': 'Le bureau n’a pas pu le faire',
  'page.error.code': 'Code',
  'page.error.instance': 'Identifiant pour votre administrateur',
  'page.home': 'Aller aux demandes reçues',
  'page.signIn': 'Aller à l’ouverture de session',
  'page.beside': '{label} (dans une nouvelle fenêtre ; cette page reste)',
  'page.retryAfter': 'Réessayez dans {minutes, plural, one {# minute} other {# minutes}}.',
  'page.nothingYet.title': 'Pas de demandes pour votre rôle',
  'page.nothingYet.about':
    'Votre rôle ne traite pas de demandes de traçage. Personnes, États et clés sont administrés sur le serveur avec la commande « npm run admin ».',
};
