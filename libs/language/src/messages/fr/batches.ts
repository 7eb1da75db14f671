import type { TranslationOf } from '../../message.js';
import type { batches as english } from '../en/batches.js';

export const batches: TranslationOf<typeof english> = {
  'event.request_batch.drafted': 'Lot de demandes rédigé',
  'problem.BATCH_NOT_FOUND': 'Ce lot n’existe pas',
  'problem.BATCH_NOT_FOUND.help': 'L’adresse n’existe pas, ou elle ne vous est pas ouverte.',
  'problem.BATCH_ROW_UNKNOWN': 'La demande ne fait pas partie de ce lot',
  'problem.BATCH_ROW_UNKNOWN.help': 'Elle a peut-être été abandonnée. Relisez le lot.',
};
