import type { TranslationOf } from '../../message.js';
import type { calendarFeed as english } from '../en/calendar-feed.js';

export const calendarFeed: TranslationOf<typeof english> = {
  'calendarFeed.title': 'Les échéances dans votre agenda',
  'calendarFeed.about':
    'Un logiciel d’agenda peut lire les dates auxquelles votre État doit avoir agi : la référence de chaque demande et la date, rien d’autre.',
  'calendarFeed.warning':
    'Quiconque connaît l’adresse lit ces dates sans se connecter. Ne la donnez qu’à votre logiciel d’agenda.',
  'calendarFeed.none': 'Vous n’avez pas d’adresse.',
  'calendarFeed.since': 'Vous avez une adresse depuis le {instant}. Elle a été montrée une fois et n’est pas conservée ici.',
  'calendarFeed.address': 'Votre adresse secrète',
  'calendarFeed.once': 'Copiez-la maintenant : elle n’est montrée que cette fois. Toute adresse créée auparavant a pris fin.',
  'calendarFeed.make': 'Créer une adresse',
  'calendarFeed.replace': 'Remplacer l’adresse',
  'calendarFeed.revoke': 'Mettre fin à l’adresse',
  'calendarFeed.revoked': 'L’adresse a pris fin.',
  'calendarFeed.summary': '{reference} : réponse attendue',
};
