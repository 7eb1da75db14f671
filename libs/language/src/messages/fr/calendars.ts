import type { TranslationOf } from '../../message.js';
import type { calendars as english } from '../en/calendars.js';

export const calendars: TranslationOf<typeof english> = {
  'event.deadline.recomputed': 'Calendrier corrigé, échéance recalculée : {clock}',
  'problem.CALENDAR_NEVER_WORKS': 'Le calendrier ne laisse aucun jour ouvré',
  'problem.CALENDAR_NEVER_WORKS.help': 'Un jour de la semaine au moins doit être ouvré.',
  'problem.HOLIDAYS_OVERLAP': 'Un jour férié figure deux fois',
  'problem.HOLIDAYS_OVERLAP.help': 'Indiquez chaque date une seule fois.',
  'problem.HOLIDAY_NOT_COVERED': 'Un jour férié est postérieur à la fin du calendrier',
  'problem.HOLIDAY_NOT_COVERED.help':
    'Indiquez jusqu’à quel jour la liste des jours fériés est complète : pas avant le dernier d’entre eux.',
  'problem.COVERAGE_PAST': 'Le calendrier prend fin dans le passé',
  'problem.COVERAGE_PAST.help': 'Saisissez les jours fériés à venir et jusqu’à quel jour la liste en est complète.',
};
