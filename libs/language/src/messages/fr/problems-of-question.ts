import type { TranslationOf } from '../../message.js';
import type { problemsOfQuestion as english } from '../en/problems-of-question.js';

export const problemsOfQuestion: TranslationOf<typeof english> = {
  'problem.LEGIBILITY_MISPLACED': 'Donnez un signe de lisibilité pour chaque caractère du texte',
  'problem.LEGIBILITY_MISPLACED.help':
    'Utilisez = pour lisible, ~ pour incertain et ? pour illisible. Ce qui est illisible figure aussi par ? dans le texte.',
};
