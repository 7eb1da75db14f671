import type { TranslationOf } from '../../message.js';
import type { frame as english } from '../en/frame.js';

export const frame: TranslationOf<typeof english> = {
  'app.name': 'Tracedesk',
  'app.purpose': 'Demandes de traçage entre États au titre de l’Instrument international de traçage (ITI)',
  'app.instrument':
    'Instrument international visant à permettre aux États de procéder à l’identification et au traçage rapides et fiables des armes légères et de petit calibre illicites (ITI)',
  'frame.skip': 'Aller au contenu principal',
  'frame.demonstration': 'Démonstration',
  'frame.demonstration.about': 'Les États, les personnes et les armes sont inventés. Rien ne quitte cette machine.',
  'frame.navigation': 'Bureau',
  'frame.language': 'Langue',
  'frame.signOut': 'Fermer la session',
  'frame.named': '{name} : {value}',
  'frame.back': 'Retour',
  'frame.mainPage': 'Aller aux demandes reçues',
  'frame.time': 'Sauf mention d’un autre fuseau, les heures sont en UTC.',

  'nav.incoming': 'Reçues',
  'nav.outgoing': 'Envoyées',
  'nav.drafts': 'Brouillons',
  'nav.notices': 'Avis',
  'nav.new': 'Nouvelle demande',
  'nav.count': '{count, number}',
  'nav.countMore': '{count, number} ou plus',

  'role.tracing_officer': 'agent de traçage',
  'role.contact_point': 'point de contact',
  'role.supervisor': 'superviseur',
  'role.auditor': 'auditeur',
  'role.administrator': 'administrateur',
  'role.operator': 'opérateur',

  'form.optional': '(facultatif)',
  'form.save': 'Enregistrer et continuer',
  'form.cancel': 'Annuler',
  'form.choose': 'Choisir…',
  'form.unknownBecause': 'Inconnu, parce que…',
  'form.unknownReason': 'Pourquoi cet élément est inconnu',
  'form.known': 'Connu',
  'form.dateHint': 'Par exemple 6 mars 2026, 06.03.2026 ou 2026-03-06.',
  'form.recordedDateHint': 'Comme dans l’enregistrement, par exemple 2009, mai 2009 ou 11 mai 2009.',
  'form.dateRead': 'Lu comme {date}.',
  'form.errors': 'À corriger',
  'form.errorPrefix': 'Erreur :',
  'form.errors.count':
    '{count, plural, one {# point est à corriger.} other {# points sont à corriger.}} Votre saisie est conservée.',
  'form.source': 'ITI, par. {paragraph}',

  'page.title': '{title} · Tracedesk',
  'page.titleWithErrors': 'Erreur : {title} · Tracedesk',

  'done.heading': 'C’est fait',
};
