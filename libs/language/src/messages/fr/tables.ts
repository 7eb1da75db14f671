import type { TranslationOf } from '../../message.js';
import type { tables as english } from '../en/tables.js';

export const tables: TranslationOf<typeof english> = {
  'problem.TABLE_NOT_UTF8': 'Le tableau n’est pas un texte en UTF-8',
  'problem.TABLE_NOT_UTF8.help':
    'Le simple « CSV » d’un tableur est souvent en Windows-1252, où des lettres seraient échangées sans avertissement. Enregistrez-le comme « CSV UTF-8 » et choisissez ce fichier.',
  'problem.TABLE_IS_A_WORKBOOK': 'Le fichier est un classeur, et non un tableau',
  'problem.TABLE_IS_A_WORKBOOK.help':
    'Ouvrez-le dans le tableur, enregistrez la feuille comme « CSV UTF-8 » et choisissez ce fichier.',
  'problem.TABLE_ROW_UNREADABLE': 'Cette ligne ne peut être lue',
  'problem.TABLE_ROW_UNREADABLE.help': 'Un guillemet n’est pas refermé, ou quelque chose suit le second.',
  'problem.TABLE_CELL_WITHOUT_COLUMN': 'Une cellule de cette ligne se trouve dans la colonne {column}, qui n’a pas de nom',
  'problem.TABLE_CELL_WITHOUT_COLUMN.help':
    'Nommez la colonne, videz la cellule, ou mettez entre guillemets un texte qui contient le signe séparateur.',
  'problem.TABLE_CELL_REWORKED':
    'Un tableur semble avoir fait {kind, select, decimal {un nombre décimal} exponent {un nombre arrondi} zero {un nombre privé de ses signes extrêmes} date {une date} time {une heure} other {une erreur}} de ce qui figurait ici',
  'problem.TABLE_CELL_REWORKED.help':
    'Donnez à la colonne le format texte et récrivez la cellule d’après l’arme ou le registre. Si l’arme est ainsi marquée, faites-la précéder d’une apostrophe.',
};
