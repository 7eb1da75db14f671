import type { TranslationOf } from '../../message.js';
import type { noRecord as english } from '../en/no-record.js';

export const noRecord: TranslationOf<typeof english> = {
  'period.heading': 'Durée de conservation des registres',
  'period.hint': 'Avec la constatation que la durée est expirée : quels registres, et de quelle année.',
  'period.records': 'Registres recherchés',
  'period.records.manufacture': 'De fabrication',
  'period.records.other': 'Autres : exportation, importation, vente, détention',
  'period.records.least': 'Conservés au moins {years, number} ans',
  'period.year': 'Année des registres recherchés',
  'period.confirmed': 'J’ai examiné l’année selon laquelle la durée court encore : les registres ne sont pourtant pas conservés',
  'period.lapsed': 'Registres de {year} : la durée d’au moins {years, number} ans a pris fin en {until}.',
  'period.contradicted.answer':
    'Selon l’année indiquée, {year}, l’instrument veut que ces registres soient conservés jusqu’en {until}. L’État a confirmé qu’ils ne le sont pas.',
  'period.contradicted.firearm':
    'Selon l’année que porte l’arme, {year}, l’instrument veut que ces registres soient conservés jusqu’en {until}. L’État a confirmé qu’ils ne le sont pas.',
  'candidates.heading': 'Armes dont il pourrait s’agir',
  'candidates.hint':
    'Au moins deux si plusieurs portent le numéro de série, chacune avec les marques qui la distinguent des autres. Lues sous la restriction 15 a).',
  'candidates.which': 'Dire par d’autres marques de laquelle il s’agit',
  candidate: 'Arme {number, number}',
  'candidate.serial': 'Numéro de série',
  'candidate.make': 'Marque',
  'candidate.model': 'Modèle',
  'candidate.calibre': 'Calibre',
  'candidate.yearOfManufacture': 'Année de fabrication',
  'candidate.marks': 'Autres marques',
  'candidate.add': 'Ajouter une arme',

  'problem.RECORD_PERIOD_NOT_LAPSED': 'Selon une année connue, la durée de conservation des registres court encore',
  'problem.RECORD_PERIOD_NOT_LAPSED.help':
    'Selon l’année {found}, ils sont conservés jusqu’en {until}. Examinez l’année indiquée et celles que porte l’arme. Si les registres ne sont pourtant pas conservés, confirmez-le ; sinon, choisissez une autre constatation.',
  'problem.RECORD_PERIOD_NOT_APPLICABLE': 'La durée de conservation relève de la constatation qu’elle est expirée',
  'problem.RECORD_PERIOD_NOT_APPLICABLE.help': 'Choisissez cette constatation, ou retirez la durée.',
  'problem.CANDIDATES_REQUIRED': 'Nommez au moins deux armes qui portent ce numéro de série',
  'problem.CANDIDATES_REQUIRED.help': 'Trouvé : {found}. L’État requérant pourra dire par d’autres marques laquelle il détient.',
  'problem.CANDIDATES_NOT_APPLICABLE': 'Cette réponse ne nomme pas d’armes dont il pourrait s’agir',
  'problem.CANDIDATES_NOT_APPLICABLE.help':
    'Elles relèvent des constatations que plusieurs armes portent le numéro, ou que l’identification est insuffisante.',
  'problem.CANDIDATE_NOT_ALIKE': 'Cette arme porte un autre numéro de série que celui dont il est question',
  'problem.CANDIDATE_NOT_ALIKE.help':
    'Le numéro a été lu en partie, et celui-ci diffère là où il était lisible. Comparez les deux, ou retirez cette arme.',
  'problem.CANDIDATES_ALIKE': 'Deux des armes sont décrites dans les mêmes mots',
  'problem.CANDIDATES_ALIKE.help':
    'Elle est décrite comme l’arme {found} : dites de chacune quelles marques la distinguent des autres.',
};
