import type { TranslationOf } from '../../message.js';
import type { reports as english } from '../en/reports.js';

export const reports: TranslationOf<typeof english> = {
  'nav.reports': 'Chiffres',
  'report.title': 'Qui a répondu dans les délais',
  'report.about':
    'Demandes présentées pendant la période, par État partenaire. Un refus est une réponse motivée, jamais un silence ; une demande adressée au mauvais État n’est reprochée à personne.',
  'report.from': 'Premier jour',
  'report.to': 'Dernier jour',
  'report.show': 'Afficher',
  'report.csv': 'Télécharger en CSV',
  'report.byOthers': 'Les autres États envers nous',
  'report.byUs': 'Nous envers les autres États',
  'report.none': 'Aucune demande pendant cette période.',
  'report.again':
    'Calculé d’après {count, plural, one {# demande} other {# demandes}}. Les mêmes lignes se trouvent à l’adresse /api/v1/reports/compliance, pour refaire le calcul.',
  'report.counterpart':
    '{state} : {requests, plural, one {# demande} other {# demandes}}, dont réorientées : {misrouted, number}',
  'report.column.group': 'Obligation',
  'report.column.figure': 'Suite donnée',
  'report.column.count': 'Nombre',
  'report.group.acknowledged': 'Accusé de réception',
  'report.group.answered': 'Réponse',
  'report.group.kinds': 'Nature de la réponse',
  'report.acknowledged.on_time': 'Réception accusée dans le délai',
  'report.acknowledged.late': 'Réception accusée en retard',
  'report.acknowledged.not': 'Réception non accusée à l’échéance',
  'report.acknowledged.pending': 'Pas encore échu',
  'report.acknowledged.not_due': 'N’est plus dû',
  'report.answered.on_time': 'Réponse dans le délai',
  'report.answered.on_time_after_delay': 'Réponse dans le délai, après un report motivé',
  'report.answered.late': 'Réponse tardive',
  'report.answered.silent': 'Silence',
  'report.answered.pending': 'Pas encore échu',
  'report.answered.not_due': 'N’est plus dû',
  'problem.PERIOD_BACKWARDS': 'La période finit avant de commencer',
  'problem.PERIOD_BACKWARDS.help': 'Trouvé : du {from} au {to}. Indiquez un dernier jour qui ne précède pas le premier.',
  'problem.PERIOD_TOO_LONG': 'La période est trop longue',
  'problem.PERIOD_TOO_LONG.help': 'Trouvé : du {from} au {to}. Indiquez dix ans au plus.',
};
