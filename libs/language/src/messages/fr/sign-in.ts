import type { TranslationOf } from '../../message.js';
import type { signIn as english } from '../en/sign-in.js';

export const signIn: TranslationOf<typeof english> = {
  'signIn.title': 'Ouvrir une session',
  'signIn.state': 'État',
  'signIn.stateHint': 'Code à deux lettres, par exemple QR',
  'signIn.name': 'Identifiant',
  'signIn.password': 'Mot de passe',
  'signIn.submit': 'Ouvrir la session',
  'signIn.oneClick': 'Ouvrir une session en un clic',
  'signIn.oneClick.about':
    'Ceci est une démonstration sur votre propre machine. Choisissez qui vous voulez être ; ouvrez une seconde fenêtre de navigateur pour être l’autre État.',
  'signIn.oneClick.as': 'Ouvrir une session : {role}, {state}',
  'signIn.otherPeople': 'Autres personnes : {state}',
  'signIn.otherStates': 'Autres États',
  'signIn.withPassword': 'Ouvrir une session avec un mot de passe',
  'signIn.requests': 'demande : l’État requérant habituel',
  'signIn.makes': 'est requis : fabrique les armes',
  'signIn.ended': 'Votre session est terminée',
  'signIn.ended.about':
    'La session a été fermée après un temps d’inactivité, ou depuis un autre poste. Ouvrez-en une nouvelle pour continuer ; les brouillons sont conservés sur le serveur.',
  'signIn.signedOut': 'Votre session est fermée.',
};
