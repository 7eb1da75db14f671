import type { TranslationOf } from '../../message.js';
import type { traceability as english } from '../en/traceability.js';

export const traceability: TranslationOf<typeof english> = {
  'traceability.SERIAL_NUMBER_UNKNOWN':
    'Il n’y a pas de numéro de série. Peu de traçages aboutissent sans lui : un laboratoire peut-il le révéler ?',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME':
    'Le numéro de série n’a pas été lu sur la carcasse ou la boîte de culasse. Celui d’autres pièces peut différer : regardez-y d’abord.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT':
    'Le numéro de série ressemble à un numéro de brevet. Où a-t-il été lu sur l’arme ? Y a-t-il un autre numéro ?',
  'traceability.MAKE_UNKNOWN': 'Il n’y a pas de marque. Sans fabricant, un numéro de série peut désigner de nombreuses armes.',
  'traceability.MODEL_UNKNOWN':
    'Il n’y a pas de modèle. Un fabricant emploie souvent les mêmes numéros de série pour plusieurs modèles.',
  'traceability.CALIBRE_UNKNOWN': 'Il n’y a pas de calibre.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN':
    'Il n’y a pas de pays de fabrication. Les poinçons d’épreuve peuvent l’indiquer.',
  'traceability.NO_IMPORT_MARK':
    'Il n’y a pas de marque d’importation. Le dernier importateur détient d’ordinaire l’enregistrement le plus récent : cherchez-en une.',
  'traceability.ANTIQUE':
    'L’arme a été fabriquée en 1899 ou avant. L’Instrument exclut les armes anciennes telles que le droit interne les définit.',
  'traceability.MADE_BEFORE_1946': 'L’arme a été fabriquée avant 1946. Il reste rarement des registres de cette époque.',
};
