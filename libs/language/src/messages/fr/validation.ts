import type { TranslationOf } from '../../message.js';
import type { validation as english } from '../en/validation.js';

export const validation: TranslationOf<typeof english> = {
  'fault.REQUIRED': 'Répondez à cette question',
  'fault.BLANK': 'Répondez à cette question',
  'fault.NOT_TEXT': 'Saisissez un texte',
  'fault.TOO_LONG': 'Raccourcissez le texte à {max} caractères',
  'fault.CONTROL_CHARACTER':
    'Supprimez les caractères qui ne peuvent pas être affichés, et les retours à la ligne dans les champs d’une ligne',
  'fault.NOT_ONE_OF': 'Choisissez l’une des réponses proposées',
  'fault.NOT_A_STATE_CODE': 'Saisissez le code d’un État : deux lettres majuscules',
  'fault.STATE_UNKNOWN': 'Choisissez un État dans la liste',
  'fault.NOT_AN_ID': 'Saisissez un identifiant tel que le bureau l’affiche',
  'fault.NOT_A_REFERENCE': 'Saisissez une référence telle que TD-7K3F-92QX-4V8',
  'fault.NOT_A_WHOLE_NUMBER': 'Saisissez un nombre entier',
  'fault.OUT_OF_RANGE': 'Saisissez un nombre compris entre {min} et {max}',
  'fault.NOT_A_DATE': 'Saisissez un jour qui existe : 2026-03-06 ou, dans un formulaire, aussi 6 mars 2026, le mois en lettres',
  'fault.NOT_A_PARTIAL_DATE':
    'Saisissez une année, un mois ou un jour qui existe : 2009, 2009-05 ou 2009-05-11 ou, dans un formulaire, aussi 11 mai 2009, le mois en lettres',
  'fault.DATE_IN_FUTURE': 'Saisissez une date qui n’est pas dans l’avenir',
  'fault.NOT_A_FLAG': 'Répondez par oui ou par non',
  'fault.NOT_AN_OBJECT': 'Répondez à cette partie',
  'fault.NOT_A_LIST': 'Choisissez dans la liste',
  'fault.TOO_MANY': 'Donnez au plus {max} éléments',
  'fault.TOO_FEW': 'Donnez au moins {min} élément(s)',
  'fault.ITEM_NOT_ALLOWED': 'Choisissez uniquement parmi les réponses proposées',
  'fault.ITEM_TWICE': 'Donnez chaque réponse une seule fois',
  'fault.EXACTLY_ONE_OF': 'Donnez la réponse, ou dites pourquoi elle est inconnue : l’une des deux',
  'fault.NOT_APPLICABLE': 'Ceci ne va pas avec le choix fait : ne le remplissez pas',
  'fault.NOT_AN_INSTANT': 'Saisissez un instant avec son décalage, par exemple 2026-03-06T09:30:00Z',
  'fault.UNKNOWN_FIELD': 'Ce champ n’existe pas',
  'fault.other': 'Vérifiez cette réponse',
};
