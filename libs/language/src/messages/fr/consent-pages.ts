import type { TranslationOf } from '../../message.js';
import type { consentPages as english } from '../en/consent-pages.js';

/** Pages des consentements : ce qu’entraîne un acte, et sa confirmation. */
export const consentPages: TranslationOf<typeof english> = {
  'nav.consents': 'Consentements',
  'consent.ask.namesHint':
    'Selon la numérotation du contenu : 1.2 est le deuxième élément de la première réponse, 1.2.1 la première partie qu’il nomme. Plusieurs, séparés par des virgules.',
  'consent.consequence.ask.sent': 'La demande est adressée à cet État ({state}), qui lit votre but et vos motifs.',
  'consent.consequence.ask.clock': 'Son délai de réponse commence. Tant qu’il n’a pas consenti, rien n’est transmis.',
  'consent.consequence.grant':
    'L’autre État ({state}) peut faire ce que vous autorisez jusqu’au dernier jour, et en est averti. Vous pouvez retirer le consentement à tout moment.',
  'consent.consequence.refuse': 'L’autre État ({state}) en est averti et lit votre motif. Rien n’est transmis.',
  'consent.consequence.withdraw': 'L’autre État ({state}) en est averti et lit votre motif.',
  'consent.consequence.use':
    'L’autre État ({state}) voit que son consentement a été utilisé, et à quelle fin. L’inscription demeure.',
  'consent.done.asked': 'Le consentement est demandé',
  'consent.done.grant': 'Le consentement est accordé',
  'consent.done.refuse': 'Le consentement est refusé',
  'consent.done.withdraw': 'Le consentement est retiré',
  'consent.done.use': 'L’utilisation est inscrite',
};
