import type { TranslationOf } from '../../message.js';
import type { problemsOfQuestion as english } from '../en/problems-of-question.js';

export const problemsOfQuestion: TranslationOf<typeof english> = {
  'problem.LEGIBILITY_MISPLACED': 'Donnez un signe de lisibilité pour chaque caractère du texte',
  'problem.LEGIBILITY_MISPLACED.help':
    'Utilisez = pour lisible, ~ pour incertain et ? pour illisible. Ce qui est illisible figure aussi par ? dans le texte.',
  'problem.RESOLUTION_REQUIRED': 'Indiquez la résolution du Conseil de sécurité relative à l’embargo',
  'problem.RESOLUTION_REQUIRED.help':
    'Ou dites pourquoi elle est inconnue. Elle est demandée lorsque l’arme a été transférée en violation d’un embargo sur les armes.',
  'problem.SOURCE_REQUIRED': 'Indiquez l’opération de paix qui a enregistré l’arme',
  'problem.SOURCE_REQUIRED.help':
    'Une mission est une source de données: c’est l’État sur le territoire duquel l’arme a été trouvée qui demande.',
  'problem.HOST_CONSENT_REQUIRED': 'Consignez le consentement de votre État à l’utilisation des données de la mission',
  'problem.HOST_CONSENT_REQUIRED.help':
    'Dites quand et par quelle autorité il a été donné. Une opération de paix ne peut pas présenter elle-même de demande.',
  'problem.SUBJECT_OUTSIDE_INSTRUMENT': 'Choisissez une autre base juridique',
  'problem.SUBJECT_OUTSIDE_INSTRUMENT.help':
    'Les pièces, éléments et munitions ne relèvent pas de l’Instrument international de traçage. Demandez au titre d’un autre instrument, par exemple l’article 12 du Protocole relatif aux armes à feu.',
  'problem.OTHER_STATE_IS_OWN': 'Choisissez un autre État que le vôtre',
  'problem.OTHER_STATE_IS_OWN.help':
    'Indiquez un autre État dans la juridiction duquel la découverte pourrait se situer, ou n’en indiquez aucun.',
};
