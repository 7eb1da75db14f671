import type { TranslationOf } from '../../message.js';
import type { search as english } from '../en/search.js';

export const search: TranslationOf<typeof english> = {
  'search.title': 'Chercher dans nos demandes',
  'search.about':
    'Parmi les brouillons et demandes de {state}, sortants et entrants. Ce que vous saisissez est scellé dans le journal et ne figure dans aucune adresse.',
  'search.serialNumber.hint':
    'Tel que lu ; ? pour chaque caractère illisible. Les caractères semblables (O et 0, I et 1) et une erreur sont aussi trouvés.',
  'search.keys.on': 'La touche / mène ici depuis chaque page.',
  'search.keys.off': 'La touche / ne fait rien ici.',
  'search.keys.switchOff': 'La désactiver sur cet appareil',
  'search.keys.switchOn': 'La faire mener à la recherche',
  'search.go': 'Chercher',
  'search.found': '{count, plural, =0 {Rien trouvé} one {# demande trouvée} other {# demandes trouvées}}',
  'search.column.match': 'Correspondance',
  'search.more': 'Seules les premières sont affichées : précisez votre recherche.',
  'search.match.exact': 'tel qu’écrit',
  'search.match.label': 'aux lettres qui peuvent annoncer le numéro près',
  'search.match.zeros': 'aux zéros en tête près',
  'search.match.plain': 'en lettres simples, aux accents, signes et autres écritures près',
  'search.match.folded': 'aux caractères semblables près',
  'search.match.ncic': 'aux lettres entre chiffres près',
  'search.match.deletion': 'à une erreur près',
  'search.match.confused': 'aux caractères que l’on peut prendre l’un pour l’autre près',
  'search.match.position': 'là où il est lisible',
  'search.match.pattern': 'là où le numéro enregistré est lisible',
  'search.match.partial': 'là où les deux numéros sont lisibles',
  'search.match.word': 'par le nom',
  'search.match.calibre': 'le même calibre',
  'search.field.serialNumber': 'Numéro de série',
  'search.field.make': 'Fabricant',
  'search.field.model': 'Modèle',
  'search.field.calibre': 'Calibre',
  'search.field.exhibitNumber': 'Numéro de scellé',
  'nav.search': 'Recherche',
  'event.tracing_request.searched': 'Recherche dans ses propres demandes',
  'event.tracing_request.search_tokens_remade': 'Recherche dans ses propres demandes renouvelée',
};
