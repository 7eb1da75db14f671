import type { TranslationOf } from '../../message.js';
import type { profiles as english } from '../en/profiles.js';

export const profiles: TranslationOf<typeof english> = {
  'nav.deadline-profiles': 'Délais',
  'problem.PROFILE_NOT_FOUND': 'Ce profil de délais n’existe pas',
  'problem.PROFILE_NOT_FOUND.help': 'Il n’existe pas, ou n’est pas un profil de votre État.',
  'problem.PROFILE_VERSION_CONFLICT': 'Cette version du profil n’existe pas',
  'problem.PROFILE_VERSION_CONFLICT.help': 'Relisez le profil tel qu’il est à présent, puis décidez.',
  'problem.PROFILE_ACT_NOT_OPEN': 'Le profil, tel qu’il est à présent, ne le permet pas',
  'problem.PROFILE_ACT_NOT_OPEN.help':
    'La version {version} est {standing, select, proposed {en attente de réponse} agreed {déjà convenue} declined {déjà déclinée} withdrawn {déjà retirée} replaced {remplacée par une version ultérieure} other {déjà éteinte}}.',
  'problem.PROFILE_ACT_OF_OTHER_STATE': 'Cet acte revient à l’autre État',
  'problem.PROFILE_ACT_OF_OTHER_STATE.help':
    'L’État qui a proposé un profil peut le retirer ; seul l’autre État peut l’accepter ou le décliner.',
  'problem.PROFILE_PROPOSED_MEANWHILE': 'Une version de ce profil attend déjà une réponse',
  'problem.PROFILE_PROPOSED_MEANWHILE.help': 'Elle doit d’abord recevoir une réponse ou être retirée.',
  'problem.PROFILE_WITH_OWN_STATE': 'Choisissez un autre État',
  'problem.PROFILE_WITH_OWN_STATE.help': 'Un profil est convenu entre deux États.',
  'problem.PROFILE_STATE_NOT_SERVED': 'Cet État ne travaille pas avec ce bureau',
  'problem.PROFILE_STATE_NOT_SERVED.help':
    'Personne ne pourrait y accepter le profil (« {found} »). Choisissez un État du répertoire.',
  'problem.PROFILE_LENGTH_ZERO': 'Délai sans durée',
  'problem.PROFILE_LENGTH_ZERO.help':
    'Trouvé : 0. Indiquez au moins 1. Seul un accusé de réception peut être dû le jour même : 0 jour calendaire.',
  'problem.PROFILE_LENGTH_TOO_LONG': 'Le délai est trop long',
  'problem.PROFILE_LENGTH_TOO_LONG.help':
    'Trouvé : {found}. Au plus {unit, select, hours {{most} heures} calendar_days {{most} jours calendaires} working_days {{most} jours ouvrés} other {{most} mois}}, soit un an.',
  'problem.PROFILE_START_CONTRADICTS': 'Ce délai ne commence pas ainsi',
  'problem.PROFILE_START_CONTRADICTS.help':
    'Trouvé : {found}. Ce délai court à compter de {wanted, select, receipt {la réception de la demande} other {l’acte qui demande quelque chose}} : « {wanted} ».',
  'problem.PROFILE_URGENT_LONGER': 'Le délai urgent est plus long que le délai ordinaire',
  'problem.PROFILE_URGENT_LONGER.help':
    'Trouvé : {unit, select, hours {{found} heures} calendar_days {{found} jours calendaires} working_days {{found} jours ouvrés} other {{found} mois}}, contre {againstUnit, select, hours {{against} heures} calendar_days {{against} jours calendaires} working_days {{against} jours ouvrés} other {{against} mois}}. Raccourcissez le délai urgent.',
  'problem.PROFILE_DIRECT_LONGER': 'Le délai pour les fichiers directement accessibles est plus long que le délai urgent',
  'problem.PROFILE_DIRECT_LONGER.help':
    'Trouvé : {unit, select, hours {{found} heures} calendar_days {{found} jours calendaires} working_days {{found} jours ouvrés} other {{found} mois}}, contre {againstUnit, select, hours {{against} heures} calendar_days {{against} jours calendaires} working_days {{against} jours ouvrés} other {{against} mois}}. Raccourcissez-le ou ne l’indiquez pas.',
  'problem.PROFILE_ACKNOWLEDGEMENT_LONGER': 'L’accusé de réception serait dû après la réponse',
  'problem.PROFILE_ACKNOWLEDGEMENT_LONGER.help':
    'Trouvé : {unit, select, hours {{found} heures} calendar_days {{found} jours calendaires} working_days {{found} jours ouvrés} other {{found} mois}}, contre {againstUnit, select, hours {{against} heures} calendar_days {{against} jours calendaires} working_days {{against} jours ouvrés} other {{against} mois}} pour la réponse. Raccourcissez le délai d’accusé de réception.',
  'problem.PROFILE_CAP_ZERO': 'Plafond sans durée',
  'problem.PROFILE_CAP_ZERO.help': 'Trouvé : 0. Indiquez au moins 1 jour, ou choisissez que le délai n’est pas suspendu.',
  'problem.PROFILE_CAP_TOO_LONG': 'Le plafond des suspensions est trop long',
  'problem.PROFILE_CAP_TOO_LONG.help': 'Trouvé : {found} jours. Au plus {most}, ou choisissez une suspension sans plafond.',
  'problem.PROFILE_PRECEDENCE_TAKEN': 'Un autre profil des deux États a déjà ce rang',
  'problem.PROFILE_PRECEDENCE_TAKEN.help':
    'Trouvé : {found}, comme {profile}, et certaines demandes relèveraient des deux. Choisissez un autre nombre : le plus bas prime.',
};
