import type { TranslationOf } from '../../message.js';
import type { explanation as english } from '../en/explanation.js';

export const explanation: TranslationOf<typeof english> = {
  'explanation.title': 'Comment cette date a-t-elle été calculée ?',
  'explanation.of': '{clock}, demande {reference}',
  'explanation.back.request': 'Revenir à la demande',
  'explanation.back.consent': 'Revenir au consentement',
  'explanation.again': 'Les mêmes données, pour refaire le calcul : {address}',
  'explanation.differs':
    'Le dossier contient une autre date, {instant}. Ne vous fiez à aucune des deux avant d’avoir tiré cela au clair.',
  'explanation.started.receipt': 'La demande a été reçue le {instant}. Le délai court à compter de ce moment.',
  'explanation.started.act': 'Le délai court à compter de l’acte par lequel quelque chose a été demandé : {instant}.',
  'explanation.profile.policy':
    'La durée vient du profil {id}, version {version}. C’est une règle du système, non du droit : {source}.',
  'explanation.profile.law': 'La durée vient du profil {id}, version {version}. Sa source juridique : {source}.',
  'explanation.profile.agreement': 'La durée vient du profil {id}, version {version}, convenu par les deux États : {source}.',
  'explanation.term.hours':
    'La durée est de {length, plural, one {# heure} other {# heures}}, comptées exactement, de jour comme de nuit.',
  'explanation.term.calendar_days':
    'La durée est {length, plural, =0 {celle du jour même} one {d’un jour civil} other {de # jours civils}}.',
  'explanation.term.working_days': 'La durée est {length, plural, one {d’un jour ouvré} other {de # jours ouvrés}}.',
  'explanation.term.months':
    'La durée est de {length, plural, one {# mois} other {# mois}} : le même jour du mois, ou le dernier s’il n’existe pas.',
  'explanation.namedDate': 'L’État tenu d’agir a motivé un retard et donné cette date : {day}.',
  'explanation.zone': 'Les jours sont ceux de l’État tenu d’agir ({state}) : fuseau horaire {zone}.',
  'explanation.zoneData': 'Dernier calcul fait avec les données de fuseaux horaires de la version {version} de la base IANA.',
  'explanation.zoneData.unsaid': 'Le système ne notait pas encore avec quelles données de fuseaux horaires il calculait.',
  'explanation.calendar': 'Version {version} du calendrier de cet État. Jours de la semaine non ouvrés : {weekend}.',
  'explanation.holidays': 'Jours fériés rencontrés : {days}.',
  'explanation.holidays.none': 'Aucun jour férié n’a été rencontré.',
  'explanation.termEnds': 'Sans suspension, le délai court jusqu’au {instant}.',
  'explanation.pause': 'Suspendu du {from} au {to} ({cause}) : {length} comptent.',
  'explanation.pause.open':
    'Suspendu depuis le {from} ({cause}). La durée n’en est pas encore connue : rien n’est encore ajouté.',
  'explanation.pause.openCapped':
    'Suspendu depuis le {from} ({cause}). Le profil plafonne les suspensions : si personne ne met fin à celle-ci, le délai recommence à courir de lui-même le {until}, et la date ci-dessous est celle qui vaut alors.',
  'explanation.pausesAdded': '{count, plural, one {# suspension} other {# suspensions}} à ce jour. Ajouté au délai : {length}.',
  'explanation.capped': 'Les suspensions ont duré davantage, mais le profil n’en laisse pas compter plus.',
  'explanation.notPausing': 'Le profil laisse courir ce délai pendant l’attente d’informations : rien n’est ajouté.',
  'explanation.carriedOver':
    'Le délai aurait pris fin pendant une suspension. Il ne prend pas fin alors, mais avec le jour où il recommence à courir, le {instant}, ou le premier jour compté qui suit.',
  'explanation.recomputed':
    'Le calendrier a été corrigé le {instant} (version {version}) et la date recalculée. Auparavant : {before}.',
  'explanation.recomputedByZones':
    'Le {instant}, le système disposait de données de fuseaux horaires plus récentes (version {version}) et a recalculé la date. Auparavant : {before}.',
  'explanation.missed': 'Une échéance, {instant}, n’a pas été tenue. Cela reste inscrit.',
  'explanation.due.day': 'L’acte est donc attendu au plus tard le {day} inclus, heure locale ({state}) : avant le {instant}.',
  'explanation.due.exact': 'L’acte est donc attendu avant le {instant}.',
  'explanation.length':
    '{days, plural, =0 {} one {# jour } other {# jours }}{hours, plural, =0 {} one {# heure } other {# heures }}{minutes, plural, one {# minute} other {# minutes}}',
  'explanation.pauses': '{count, plural, one {suspendu une fois} other {suspendu # fois}}',
  'problem.DEADLINE_NOT_FOUND': 'Ce délai n’existe pas',
  'problem.DEADLINE_NOT_FOUND.help': 'Cette demande n’a aucun délai de ce nom.',
};
