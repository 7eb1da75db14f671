import type { TranslationOf } from '../../message.js';
import type { calendars as english } from '../en/calendars.js';

export const calendars: TranslationOf<typeof english> = {
  'calendar.title': 'Calendrier : {state}',
  'calendar.about':
    'Les délais qui courent pour cet État se comptent d’après ces jours. Une correction est une nouvelle version ; les dates antérieures restent visibles.',
  'calendar.version': 'Numéro de version',
  'calendar.version.none': 'aucune saisie : le samedi et le dimanche sont chômés, aucun jour férié n’est connu',
  'calendar.timeZone': 'Fuseau horaire',
  'calendar.timeZone.hint': 'Un nom tel que Africa/Abidjan',
  'calendar.weekend': 'Jours chômés chaque semaine',
  'calendar.source': 'Source des jours fériés',
  'calendar.source.hint': 'La loi ou le journal officiel qui les fixe',
  'calendar.coveredUntil': 'Jours fériés complets jusqu’au',
  'calendar.holidays': 'Jours fériés',
  'calendar.holidays.none': 'Aucun saisi.',
  'calendar.holidays.hint': 'Un par ligne : la date, puis le nom. Les lignes d’un fichier CSV (date,nom) peuvent être collées.',
  'calendar.uncovered':
    'Les jours fériés des 90 prochains jours ne sont pas complets : rien n’est connu à partir du {day}. Des échéances en jours ouvrés peuvent tomber trop tôt.',
  'calendar.edit': 'Saisir une nouvelle version',
  'calendar.edit.title': 'Corriger le calendrier : {state}',
  'calendar.edit.about':
    'Vous voyez d’abord quelles échéances la nouvelle version déplacerait. Ce qui a été dépassé le reste, et aucune correction ne met votre État en retard.',
  'calendar.preview': 'Montrer ce qu’elle déplacerait',
  'calendar.correct': 'Saisir la version {version}',
  'calendar.corrected':
    'La nouvelle version s’applique. Les échéances déplacées figurent dans la chronologie de leurs demandes, pour les deux États.',
  'calendar.moves':
    '{count, plural, =0 {Cette version ne déplace aucune échéance} one {Cette version déplace # échéance} other {Cette version déplace # échéances}}',
  'calendar.moves.about':
    'Rien n’est encore saisi. Chaque échéance déplacée devient une inscription que lisent les deux États ; la date antérieure reste à côté.',
  'calendar.moves.request': 'Demande',
  'calendar.moves.clock': 'Délai',
  'calendar.moves.before': 'Échéance actuelle',
  'calendar.moves.after': 'Nouvelle échéance',
  'calendar.moves.missed': 'dépassée, et le reste',
  'calendar.proposal': 'Faire proposer les jours fériés',
  'calendar.proposal.about':
    'La bibliothèque date-holidays recense les jours fériés de nombreux pays (données sous CC BY-SA 3.0, d’après Wikipédia). Elle peut se tromper ou être en retard : ne cochez que les dates que confirme votre propre droit.',
  'calendar.proposal.country': 'Pays',
  'calendar.proposal.country.hint': 'Deux lettres, par exemple CI',
  'calendar.proposal.year': 'Année',
  'calendar.proposal.missing':
    'La bibliothèque n’a pas de liste pour « {country} ». Saisissez les dates d’après votre propre droit.',
  'calendar.proposal.lacking': 'Elle n’en a pas non plus pour ces États Membres de l’Organisation des Nations Unies : {states}.',
  'calendar.proposal.doubts': 'Vérifiez ces points avant de cocher une date :',
  'calendar.proposal.doubt.half_day': 'Le {day} ({name}) n’est férié qu’une partie de la journée et n’est pas proposé.',
  'calendar.proposal.doubt.moon':
    'Ces fêtes sont calculées d’après le calendrier lunaire ; vos autorités peuvent annoncer un autre jour : {names}.',
  'calendar.proposal.doubt.ethiopic':
    'La bibliothèque place ces fêtes d’après les années bissextiles grégoriennes ; ici, elles suivent celles du calendrier éthiopien : {names}.',
  'calendar.proposal.doubt.fixed_moon':
    'Ces fêtes suivent la lune, mais la bibliothèque les place au même jour chaque année ; ces jours sont faux la plupart des années : {names}.',
  'calendar.proposal.doubt.ended':
    'La bibliothèque recensait ces fêtes les années précédentes et n’a pas de jour pour celle-ci ; saisissez-les vous-même si elles restent en vigueur : {names}.',
  'calendar.proposal.doubt.parts':
    'Les jours propres à certaines parties de l’État ne figurent pas dans cette liste ({count, plural, one {# partie} other {# parties}}) : {parts}.',
  'calendar.proposal.confirm': 'Confirmez chaque date',
  'calendar.proposal.ask': 'Proposer',
  'calendar.proposal.add': 'Ajouter les dates cochées',
  'event.deadline.recomputed': 'Calendrier ou données de fuseaux horaires corrigés, échéance recalculée : {clock}',
  'problem.CALENDAR_VERSION_CONFLICT': 'Le calendrier a changé entre-temps',
  'problem.CALENDAR_VERSION_CONFLICT.help': 'La version {version} s’applique à présent. Relisez-la, puis corrigez celle-ci.',
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
