import type { TranslationOf } from '../../message.js';
import type { cases as english } from '../en/cases.js';

export const cases: TranslationOf<typeof english> = {
  'event.weapon_case.opened': 'Dossier ouvert',
  'event.weapon_case.joined': 'Demande ajoutée au dossier',
  'event.weapon_case.concluded': 'Dossier conclu',
  'problem.CASE_NOT_FOUND': 'Ce dossier n’existe pas',
  'problem.CASE_NOT_FOUND.help': 'L’adresse n’existe pas, ou elle ne vous est pas ouverte.',
  'problem.REQUEST_IN_A_CASE': 'La demande appartient déjà à un dossier',
  'problem.REQUEST_IN_A_CASE.help': 'Une demande porte sur une arme: cherchez son dossier dans la liste.',
  'problem.CASE_WITHOUT_ANSWER': 'Aucun État n’a répondu dans ce dossier',
  'problem.CASE_WITHOUT_ANSWER.help':
    'Ce qui repose sur le traçage suppose une réponse. Si une autorité l’a établi par d’autres moyens, indiquez-le.',
};
