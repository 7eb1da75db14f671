import type { TranslationOf } from '../../message.js';
import type { notices as english } from '../en/notices.js';

export const notices: TranslationOf<typeof english> = {
  'event.deadline.escalated': 'Délai à {share} %, signalé plus haut : {clock}',
  'notice.deadline_reminder': '{share} % du délai sont écoulés : {clock}',
  'notice.deadline_overdue': 'Votre État est en retard : {clock}',
  'notice.deadline_escalated': 'Pour le superviseur : {share} % d’un délai de votre État sont écoulés : {clock}',
  'notice.deadline_escalated_by_other': '{share} % du délai de l’autre État sont écoulés : {clock}',
};
