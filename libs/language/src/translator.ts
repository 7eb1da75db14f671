import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Language } from './languages.js';
import type { ArgumentNames } from './message.js';
import { CATALOGUES, type MessageKey, type English } from './messages/catalogues.js';

type Plain = string | number;
type Names<Key extends MessageKey> = ArgumentNames<English[Key]>;
type Arguments<Key extends MessageKey, Value> = [Names<Key>] extends [never] ? [] : [args: Readonly<Record<Names<Key>, Value>>];

/** Says the desk's messages in one language. Which arguments a message wants is known to the compiler. */
export interface Translator {
  readonly language: Language;
  <Key extends MessageKey>(key: Key, ...args: Arguments<Key, Plain>): string;
  /** The same in pieces, so that a page can put markup (an isolated identifier, say) where an argument stands. */
  rich<Key extends MessageKey, Piece>(key: Key, ...args: Arguments<Key, Plain | Piece>): readonly (string | Piece)[];
  /** For keys that come from data, such as a code of a later version: null when there is no such message. A value that is not there is shown as a dash. */
  maybe(key: string, args?: Readonly<Record<string, Plain>>): string | null;
}

/** The translator of a language; made once, messages are parsed on first use. */
export function translator(language: Language): Translator {
  let known = TRANSLATORS.get(language);
  if (!known) TRANSLATORS.set(language, (known = makeTranslator(language)));
  return known;
}

const TRANSLATORS = new Map<Language, Translator>();

/** Data may be older or newer than the text that tells of them: a value that nobody gave is a dash, and no page is lost for it. */
function withDashes(args: Readonly<Record<string, Plain>> = {}): Readonly<Record<string, Plain>> {
  const valueOf = (given: typeof args, name: string): Plain => (Object.hasOwn(given, name) ? given[name]! : '–');
  return new Proxy(args, { has: () => true, get: (given, name) => valueOf(given, String(name)) });
}

function makeTranslator(language: Language): Translator {
  const catalogue: Readonly<Record<string, string>> = CATALOGUES[language];
  const parsed = new Map<string, IntlMessageFormat>();
  const messageOf = (key: string): IntlMessageFormat => {
    let message = parsed.get(key);
    if (!message) {
      message = new IntlMessageFormat(catalogue[key] ?? key, LOCALES[language], undefined, { ignoreTag: true });
      parsed.set(key, message);
    }
    return message;
  };
  const say = (key: string, args?: Readonly<Record<string, Plain>>): string => String(messageOf(key).format(args));
  const pieces = (key: string, args?: Readonly<Record<string, unknown>>): readonly unknown[] =>
    [messageOf(key).format(args as never)].flat();
  const maybe = (key: string, args?: Readonly<Record<string, Plain>>): string | null =>
    Object.hasOwn(catalogue, key) ? say(key, withDashes(args)) : null;
  return Object.assign(say, { language, rich: pieces, maybe }) as unknown as Translator;
}
