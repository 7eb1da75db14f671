import type { TranslationOf } from '../../message.js';
import type { cases as english } from '../en/cases.js';

export const cases: TranslationOf<typeof english> = {
  'event.weapon_case.opened': 'Dossier ouvert',
  'event.weapon_case.joined': 'Demande ajoutée au dossier',
  'event.weapon_case.concluded': 'Dossier conclu',
  'event.weapon_case.merged': 'Dossier réuni à un autre',
  'problem.CASE_OF_ITSELF': 'Un dossier ne peut être réuni à lui-même',
  'problem.CASE_OF_ITSELF.help': 'Choisissez l’autre dossier de l’arme.',
  'problem.CASE_MERGED': 'Le dossier a été réuni à un autre',
  'problem.CASE_MERGED.help': 'Plus rien n’y est fait : poursuivez avec le dossier de la même arme auquel il a été réuni.',
  'problem.CASE_NOT_FOUND': 'Ce dossier n’existe pas',
  'problem.CASE_NOT_FOUND.help': 'L’adresse n’existe pas, ou elle ne vous est pas ouverte.',
  'problem.REQUEST_IN_A_CASE': 'La demande appartient déjà à un dossier',
  'problem.REQUEST_IN_A_CASE.help': 'Une demande porte sur une arme: cherchez son dossier dans la liste.',
  'problem.CASE_WITHOUT_ANSWER': 'Aucun État n’a répondu dans ce dossier',
  'problem.CASE_WITHOUT_ANSWER.help':
    'Ce qui repose sur le traçage suppose une réponse. Si une autorité l’a établi par d’autres moyens, indiquez-le.',
  'problem.CASE_WITHOUT_TRACE': 'Aucune réponse de ce dossier n’y conduit',
  'problem.CASE_WITHOUT_TRACE.help':
    'Un refus, une réponse sans enregistrement ou qui désigne l’État suivant n’établit rien par le traçage. Il faut un élément qui montre où le parcours licite a pris fin. Si une autorité l’a établi par d’autres moyens, indiquez-le.',
  'event.tracing_request.follow_up_renewed': 'Éléments de la suite donnée mis à jour',
  'problem.RESTRICTED_WORDS': 'Un texte indique ce qui ne peut être transmis',
  'problem.RESTRICTED_WORDS.help':
    '{item, select, unread {Il contient une valeur d’une réponse antérieure qui ne vous est pas ouverte : elle est réservée à des autorités désignées de votre État (ITI 15(a)), ou d’autres traitent sa demande. Retirez-la ou adressez-vous à eux.} other {Il contient une valeur de l’élément {item} d’une réponse antérieure, ou de ce qui accompagnait une question (earlier.1 en est le premier fait), dont l’utilisation est restreinte (ITI 15). Retirez-la ou demandez le consentement.}}',
  'problem.EARLIER_FACT_WITHHELD': 'Le brouillon contient ce qui ne peut plus être transmis',
  'problem.EARLIER_FACT_WITHHELD.help':
    'L’élément {item} d’une réponse antérieure ne peut plus aller à cet État: un consentement est échu ou retiré, ou un autre État est saisi. Mettez le brouillon à jour.',
  'problem.EARLIER_FACT_REPLACED': 'Le brouillon contient ce que son auteur a corrigé',
  'problem.EARLIER_FACT_REPLACED.help':
    'L’élément {item} d’une réponse antérieure a été corrigé depuis qu’il figure dans le brouillon. Mettez le brouillon à jour, et relisez ce qu’il contient.',
  'problem.FOLLOW_UP_WITHOUT_ANSWER': 'Aucune réponse n’a encore été donnée',
  'problem.FOLLOW_UP_WITHOUT_ANSWER.help': 'Une suite se fonde sur une réponse. Rédigez plutôt une nouvelle demande.',
};
