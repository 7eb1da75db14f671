import type { TranslationOf } from '../../message.js';
import type { traceability as english } from '../en/traceability.js';

export const traceability: TranslationOf<typeof english> = {
  'traceability.ANTIQUE': 'L’arme a été fabriquée en 1899 ou avant.',
  'traceability.ANTIQUE.cure':
    'Relisez l’année. L’Instrument exclut les armes anciennes telles que le droit interne les définit : aucun État n’est tenu de répondre.',
  'traceability.MADE_BEFORE_1946': 'L’arme a été fabriquée avant 1946.',
  'traceability.MADE_BEFORE_1946.cure':
    'Relisez l’année. Il reste rarement des registres de cette époque ; dans la pratique, ces armes comptent parmi celles que l’on ne trace pas.',
  'traceability.SERIAL_NUMBER_UNKNOWN': 'Il n’y a pas de numéro de série.',
  'traceability.SERIAL_NUMBER_UNKNOWN.cure':
    'Un laboratoire peut-il le révéler ? Sinon, dites pourquoi il est inconnu et donnez toutes les autres marques.',
  'traceability.MAKE_UNKNOWN': 'Il n’y a pas de fabricant.',
  'traceability.MAKE_UNKNOWN.cure':
    'Nommez le fabricant ou décrivez sa marque : sans lui, un numéro de série peut désigner de nombreuses armes.',
  'traceability.CALIBRE_UNKNOWN': 'Il n’y a pas de calibre.',
  'traceability.CALIBRE_UNKNOWN.cure': 'Lisez-le sur le canon ou la glissière, ou dites pourquoi il est inconnu.',
  'traceability.NO_IMPORT_MARK': 'Il n’y a pas de marque d’importation.',
  'traceability.NO_IMPORT_MARK.cure':
    'Cherchez-en une : le dernier importateur détient d’ordinaire l’enregistrement le plus récent.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN': 'Il n’y a pas de pays de fabrication.',
  'traceability.COUNTRY_OF_MANUFACTURE_UNKNOWN.cure': 'Les poinçons d’épreuve peuvent l’indiquer.',
  'traceability.MODEL_UNKNOWN': 'Il n’y a pas de modèle.',
  'traceability.MODEL_UNKNOWN.cure':
    'Indiquez-le : un fabricant emploie souvent les mêmes numéros de série pour plusieurs modèles.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT': 'Le numéro de série ressemble à un numéro de brevet.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PATENT.cure':
    'Où a-t-il été lu sur l’arme ? Cherchez un autre numéro sur la carcasse ou la boîte de culasse ; inscrivez celui-ci comme marque de brevet.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PROOF': 'Le numéro de série ressemble à un poinçon d’épreuve.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_PROOF.cure':
    'Où a-t-il été lu sur l’arme ? Les poinçons d’épreuve figurent à la fois sur le canon, la glissière et la carcasse : inscrivez-le comme poinçon d’épreuve.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY': 'Le numéro de série ressemble à un numéro d’assemblage.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY.cure':
    'Où a-t-il été lu sur l’arme ? Les pièces ajustées portent deux ou trois chiffres ; le numéro entier figure sur la carcasse ou la boîte de culasse.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_RACK': 'Le numéro de série ressemble à un numéro de râtelier ou de propriété.',
  'traceability.SERIAL_NUMBER_LOOKS_LIKE_RACK.cure':
    'Où a-t-il été lu sur l’arme ? Une force numérote ce qu’elle détient : inscrivez-le comme marque de propriété, elle peut être une piste.',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME': 'Le numéro de série n’a pas été lu sur la carcasse ou la boîte de culasse.',
  'traceability.SERIAL_NUMBER_NOT_FROM_FRAME.cure':
    'Regardez-y d’abord : celui d’autres pièces peut différer, et les registres suivent la carcasse.',
  'traceability.SERIAL_NUMBER_PLACE_UNKNOWN': 'L’endroit de l’arme où le numéro de série a été lu n’est pas indiqué.',
  'traceability.SERIAL_NUMBER_PLACE_UNKNOWN.cure':
    'Où a-t-il été lu ? Les registres suivent le numéro de la carcasse ou de la boîte de culasse.',
  'traceability.SERIAL_NUMBER_IN_OTHER_SCRIPT': 'Le numéro de série est écrit en lettres qui ne sont pas latines.',
  'traceability.SERIAL_NUMBER_IN_OTHER_SCRIPT.cure':
    'La lecture est envoyée telle quelle et recherchée aussi en lettres latines. Indiquez dans les marques quel alphabet est frappé, ou joignez une photographie.',
  'traceability.SERIAL_NUMBER_LOOKS_REWORKED': 'Le numéro de série ressemble à ce qu’un tableur en aurait fait.',
  'traceability.SERIAL_NUMBER_LOOKS_REWORKED.cure':
    'Regardez l’arme ou le premier enregistrement : décimales, puissances de dix et jours sont ce que les programmes font des numéros. Gardez ces colonnes en texte.',
  'traceability.SERIAL_NUMBER_MIXES_SCRIPTS': 'Le numéro de série mêle des lettres ou des chiffres de plusieurs écritures.',
  'traceability.SERIAL_NUMBER_MIXES_SCRIPTS.cure':
    'Relisez-le : des lettres d’aspect identique sont souvent saisies avec le mauvais clavier.',
  'traceability.SERIAL_NUMBER_IMPLAUSIBLE': 'Le numéro de série est anormalement court ou long, ou n’a pas de chiffre.',
  'traceability.SERIAL_NUMBER_IMPLAUSIBLE.cure': 'Relisez-le en entier. Certains fabricants emploient de tels numéros.',
  'traceability.SERIAL_NUMBER_HOLDS_LOOK_ALIKES':
    'Le numéro de série contient deux caractères que l’on confond (O et 0, I et 1, S et 5, B et 8, Z et 2, G et 6).',
  'traceability.SERIAL_NUMBER_HOLDS_LOOK_ALIKES.cure': 'Regardez-les de nouveau tous deux, ou joignez une photographie.',
  'traceability.CALIBRE_IMPOSSIBLE_FOR_MODEL': 'Ce modèle n’est pas connu dans ce calibre.',
  'traceability.CALIBRE_IMPOSSIBLE_FOR_MODEL.cure': 'Relisez les deux : le canon a pu être remplacé, ou le modèle mal lu.',
  'traceability.COMPONENT_NUMBER_DIFFERS': 'Une pièce porte un autre numéro que la carcasse ou la boîte de culasse.',
  'traceability.COMPONENT_NUMBER_DIFFERS.cure':
    'Des pièces ont pu être échangées : la demande suit la carcasse. Donnez aussi le numéro de la pièce.',
  'traceability.COUNTRY_OF_MANUFACTURE_FROM_IMPORTER':
    'Le pays de fabrication est celui d’une marque d’importation, et aucune marque ne l’indique.',
  'traceability.COUNTRY_OF_MANUFACTURE_FROM_IMPORTER.cure':
    'La marque ou l’adresse d’un importateur n’est pas un pays d’origine : cherchez celle du fabricant.',
  'traceability.MADE_OVER_40_YEARS_AGO': 'L’arme a plus de 40 ans.',
  'traceability.MADE_OVER_40_YEARS_AGO.cure':
    'Les marques d’importation et les poinçons plus tardifs mènent à des registres plus récents.',
  'traceability.cause.outside_the_instrument': 'Ces armes sont hors du champ de l’Instrument ou de la pratique du traçage.',
  'traceability.cause.missing_data':
    'Les données manquantes sont la cause la plus souvent citée : 40 pour cent aux États-Unis, 70 pour cent selon l’expérience d’INTERPOL (2011 ; la source ne précise pas de quel total).',
  'traceability.cause.misread_marks':
    'Les marques mal lues, altérées ou interverties sont une cause d’échec publiée : l’État requis cherche un numéro qu’il n’a jamais enregistré.',
  'traceability.cause.records_missing': 'Les registres non tenus sont une cause d’échec publiée.',
  'traceability.cause.old_arms':
    'L’ancienneté est une cause d’échec publiée : environ 20 pour cent des demandes portent sur des armes de plus de 40 ans.',
  'traceability.cause.order_of_steps':
    'Une demande à l’étranger vient après ses propres registres et les outils d’INTERPOL, et une seule fois par arme.',
  'traceability.certainty.certain': 'Certain',
  'traceability.certainty.likely': 'Probable',
  'traceability.certainty.possible': 'Possible',
  'traceability.askedBefore': 'Déjà demandé',
  'traceability.askedBefore.about':
    'Votre État a déjà posé une question sur une arme portant ce numéro de série. Consultez-la d’abord : il peut s’agir de la même arme ou de la même chaîne.',
  'traceability.askedBefore.none': 'Votre État n’a posé aucune question sur une arme portant ce numéro de série.',
  'traceability.why': 'Pourquoi',
  'traceability.howSure': 'Certitude',
  'traceability.cure': 'Ce qui aiderait',
  'traceability.answered.description': 'Répondu : la description dit pourquoi.',
  'traceability.answered.override': 'Passé outre : votre motif est conservé.',
  'traceability.onlyPossible': 'Seulement possible : aucune réponse n’est demandée.',
  'traceability.override': 'Motif pour présenter la demande malgré tout',
  'traceability.override.hint': 'Laissez vide si vous corrigez la description. Le motif est conservé, pour votre État seulement.',
  'traceability.override.needed': 'Corrigez la description ou donnez un motif',
  'keptCheck.title': 'Contrôle de traçabilité de {reference}',
  'keptCheck.about':
    'Ce que le contrôle a relevé dans le brouillon à sa dernière lecture, avant la présentation de la demande, et comment il a été répondu à ses avertissements. Seul votre État voit cette page.',
  'keptCheck.link': 'Le contrôle de traçabilité avant la présentation',
  'keptCheck.sealed':
    'Les motifs font partie du contenu : ils sont affichés ici tant que celui-ci vous est ouvert pour une finalité.',
  'keptCheck.notForRole': 'Les motifs font partie du contenu, qui n’est pas montré à votre rôle.',
  'keptCheck.none': 'Le contrôle n’a rien relevé.',
  'keptCheck.readAt': 'Lu',
  'keptCheck.readBy': 'Par',
  'keptCheck.overriddenAt': 'Passé outre',
  'keptCheck.overriddenBy': 'Passé outre par',
  'keptCheck.reasonSealed': 'Conservé, et non ouvert à vous pour l’instant.',
};
