import type { TranslationOf } from '../../message.js';
import type { exchange as english } from '../en/exchange.js';

export const exchange: TranslationOf<typeof english> = {
  'notice.redirected': 'La demande a été réorientée : un autre État doit être saisi',
  'notice.information_requested': 'Un complément d’information a été demandé',
  'notice.information_supplied': 'Le complément d’information a été fourni',
  'notice.third_information_round': 'Le même élément est demandé pour la troisième fois : les deux superviseurs en sont avisés',
  'notice.delayed': 'La réponse a été différée',
  'notice.clarification_requested': 'Des éclaircissements ont été demandés',
  'notice.clarified': 'La réponse a été éclaircie',
  'notice.supplemented': 'La réponse a été complétée ou rectifiée',
  'notice.reopened': 'La demande a été rouverte',

  'problem.GROUND_NOT_OF_22': 'Ce n’est pas un motif du paragraphe 22 de l’ITI',
  'problem.GROUND_NOT_OF_22.help':
    'Il y en a quatre : une enquête pénale en cours, une loi qui protège des informations confidentielles, l’absence de garantie de confidentialité par l’État requérant, la sécurité nationale conformément à la Charte. Le manque de personnel ou de temps n’en est pas un : différez pour l’un des quatre avec une nouvelle date, indiquez qu’il n’y a pas d’enregistrement, ou laissez courir le délai. Une réponse tardive est tardive, non refusée.',
  'problem.DELAY_DATE_PAST': 'Saisissez une date qui n’est pas passée',
  'problem.DELAY_DATE_PAST.help': 'La nouvelle date est le {found} ; nous sommes le {today}. Un report désigne un jour à venir.',
  'problem.NO_RESPONSE_TO_SUPPLEMENT': 'Il n’y a pas de réponse à compléter',
  'problem.NO_RESPONSE_TO_SUPPLEMENT.help': 'La demande a été close sans réponse. Si elle l’a été faute de réponse, répondez.',
  'problem.REDIRECT_NOT_MADE': 'Aucune réorientation ne peut être contestée',
  'problem.REDIRECT_NOT_MADE.help':
    'Choisissez « nouvelles informations », ou contestez une réorientation avant qu’elle soit levée.',
  'problem.ITEM_UNKNOWN': 'Désignez un élément qui a été communiqué',
  'problem.ITEM_UNKNOWN.help': 'Il n’y a pas d’élément {found} dans les réponses à cette demande.',
  'problem.FILES_NOT_APPLICABLE': 'Seul un document désigne des fichiers',
  'problem.FILES_NOT_APPLICABLE.help': 'Choisissez la nature « document », ou ne désignez pas de fichier.',
  'problem.ITEM_FILE_UNKNOWN': 'Ce fichier n’existe pas',
  'problem.ITEM_FILE_UNKNOWN.help':
    'Ajoutez d’abord le fichier à la demande. Seuls les fichiers ajoutés par votre État peuvent être désignés.',
  'problem.ITEM_FILE_INFECTED': 'L’antivirus a trouvé quelque chose dans un fichier',
  'problem.ITEM_FILE_INFECTED.help': 'Il n’est montré à personne. Ne le désignez pas, ou ajoutez une copie saine.',
  'problem.ITEM_FILE_TAKEN': 'Un fichier appartient à un seul élément',
  'problem.ITEM_FILE_TAKEN.help':
    'Un autre élément le désigne. Désignez-le une seule fois, ou dans l’élément qui rectifie celui-là.',
  'problem.ITEM_REPLACED_BEFORE': 'Rectifiez l’élément qui fait foi',
  'problem.ITEM_REPLACED_BEFORE.help': 'L’élément {found} a déjà été remplacé par {by} : désignez le plus récent.',
};
