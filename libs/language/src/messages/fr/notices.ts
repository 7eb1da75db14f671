import type { TranslationOf } from '../../message.js';
import type { notices as english } from '../en/notices.js';

export const notices: TranslationOf<typeof english> = {
  'event.deadline.escalated': 'Délai à {share} %, signalé plus haut : {clock}',
  'notice.deadline_reminder': '{share} % du délai sont écoulés : {clock}',
  'notice.deadline_overdue': 'Votre État est en retard : {clock}',
  'notice.deadline_escalated': 'Pour le superviseur : {share} % d’un délai de votre État sont écoulés : {clock}',
  'notice.deadline_escalated_by_other': '{share} % du délai de l’autre État sont écoulés : {clock}',
  'notice.possible_state_of_find':
    'Une demande a été présentée au sujet d’une arme à feu dont la découverte pourrait relever de la juridiction de votre État. État qui demande : {state}. Pour en savoir plus, adressez-vous à lui.',
  'notice.asked_alongside':
    'Une personne de votre État prépare, ou a posé, une question sur ce qui peut être la même arme : relisez le contrôle de votre brouillon',
  'notice.profile_proposed': 'Un profil de délais est proposé à votre État : {profile}',
  'notice.profile_agreed': 'L’autre État a accepté le profil de délais {profile}',
  'notice.profile_declined': 'L’autre État a décliné le profil de délais {profile}',
  'notice.profile_withdrawn': 'L’autre État a retiré sa proposition de profil de délais {profile}',
  'notice.profile_ended': 'L’autre État a éteint le profil de délais {profile} pour les nouvelles demandes',
  'notice.contact_point_update_asked':
    'Un point de contact national de votre État n’a pas été confirmé depuis trois ans, ou a expiré : confirmez-le, modifiez-le ou désignez-en un autre',
  'notices.aboutAgreements': 'Ce que d’autres États ont fait des profils de délais convenus avec votre État ({state}).',
  'notices.officesOf': 'Points de contact nationaux : {state}',
  'notices.noRequest': 'Aucune demande de votre État',
};
