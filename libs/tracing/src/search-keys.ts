import {
  CERTAINTIES,
  SERIAL_KEY_CLASSES,
  SERIAL_KEY_CLASS_NAMES,
  keysOf,
  calibreKeyOf,
  searchFor,
  valueOf,
  withoutAccents,
  type Certainty,
  type FirearmDescription,
  type SerialKeyClass,
} from '@tracedesk/firearms/core';

/** By what one's own requests are found. */
export const SEARCH_FIELDS = ['serialNumber', 'make', 'model', 'calibre', 'exhibitNumber'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** How a search key meets a description: the classes of serial keys, a word of a name, a known calibre. */
export type MatchClass = SerialKeyClass | 'word' | 'calibre';

/** Holds part of what is protected: it leaves this file only to be made a keyed token. */
export interface SearchKey {
  readonly field: SearchField;
  readonly class: MatchClass;
  readonly text: string;
}

/** What a State looks for among its own requests. Protected, as what it looks for is. */
export type SearchQuery = Readonly<Partial<Record<SearchField, string>>>;

/** One condition: a request that has any of the keys meets it. A search wants all of its conditions met. */
export type SearchCondition = readonly SearchKey[];

const CERTAINTIES_OF: Readonly<Record<MatchClass, Certainty>> = {
  word: 'certain',
  calibre: 'certain',
  ...(Object.fromEntries(SERIAL_KEY_CLASS_NAMES.map((name) => [name, SERIAL_KEY_CLASSES[name].certainty])) as Record<
    SerialKeyClass,
    Certainty
  >),
};

/** How sure a match of each class is, in the order from the surest. */
export const CERTAINTY_OF = Object.fromEntries(
  CERTAINTIES.flatMap((certainty) => Object.entries(CERTAINTIES_OF).filter(([, each]) => each === certainty)),
) as Readonly<Record<MatchClass, Certainty>>;
export const MATCH_CLASSES = Object.keys(CERTAINTY_OF) as readonly MatchClass[];

/** The keys under which a request about this firearm is found; numbers of its parts are numbers of it. */
export function searchKeysOf(firearm: FirearmDescription): readonly SearchKey[] {
  const numbers = [firearm.serialNumber, ...(firearm.components ?? []).map(({ serialNumber }) => serialNumber)];
  const makes = [firearm.make, ...(firearm.components ?? []).map(({ make }) => make)];
  const keys: SearchKey[] = [
    ...numbers.flatMap((number) => keysOf(valueOf(number) ?? '').map((key) => ({ field: 'serialNumber' as const, ...key }))),
    ...makes.flatMap((make) => wordsOf('make', make)),
    ...wordsOf('model', firearm.model),
    ...calibreOf(valueOf(firearm.calibre)),
    ...wordsOf('exhibitNumber', firearm.custody?.exhibitNumber),
  ];
  return [...new Map(keys.map((key) => [`${key.field} ${key.class} ${key.text}`, key])).values()];
}

/** Whether a word of a mark may be a number: shorter ones, and words without digits, are shared by thousands of arms. */
const NUMBER_IN_A_MARK = /^(?=(?:.*\p{Nd}){3}).{5,}$/u;
/** No arm bears more numbers; the further ones are not looked for. */
const MOST_NUMBERS = 12;

/**
 * By which keys requests about what may be this firearm are looked for, as a search for each of its numbers does: of the firearm, of its parts, and
 * of what is read among its markings.
 */
export function keysToLookFor({ serialNumber, components = [], markings = [] }: FirearmDescription): readonly SearchKey[] {
  const marked = [...markings.map(({ text }) => text), ...components.flatMap(({ marks }) => marks ?? [])];
  const numbers = [
    ...[serialNumber, ...components.map((one) => one.serialNumber)].flatMap((number) => valueOf(number) ?? []),
    ...marked.flatMap((text) => [text, ...text.split(/\s+/)]).filter((text) => NUMBER_IN_A_MARK.test(text)),
  ];
  const looked = [...new Set(numbers)].slice(0, MOST_NUMBERS);
  return looked.flatMap((number) => searchFor(number)).map((key) => ({ field: 'serialNumber', ...key }));
}

/** The conditions of a search. `null` in place of a condition: the field names too little to look for. */
export function conditionsOf(query: SearchQuery): readonly { readonly field: SearchField; readonly keys: SearchCondition }[] {
  return SEARCH_FIELDS.flatMap((field) => {
    const text = query[field];
    return text === undefined ? [] : CONDITIONS[field](text).map((keys) => ({ field, keys }));
  });
}

const CONDITIONS: Readonly<Record<SearchField, (text: string) => readonly SearchCondition[]>> = {
  serialNumber: (text) => [searchFor(text).map((key) => ({ field: 'serialNumber', ...key }))],
  make: (text) => everyWord('make', text),
  model: (text) => everyWord('model', text),
  calibre: (text) => [calibreOf(text)],
  exhibitNumber: (text) => everyWord('exhibitNumber', text),
};

function everyWord(field: SearchField, text: string): readonly SearchCondition[] {
  const words = wordsOf(field, text);
  return words.length === 0 ? [[]] : words.map((word) => [word]);
}

function wordsOf(field: SearchField, text: string | undefined): readonly SearchKey[] {
  const words =
    withoutAccents(text ?? '')
      .toUpperCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].map((word) => ({ field, class: 'word', text: word }));
}

function calibreOf(text: string | undefined): readonly SearchKey[] {
  if (text === undefined || text.trim() === '') return [];
  return [{ field: 'calibre', class: 'calibre', text: calibreKeyOf(text) }];
}
