/** Messages of one subject in one language, by key. Texts are ICU messages. */
export type Messages = Readonly<Record<string, string>>;

/** What a translation of these messages must be: exactly the same keys, each with a text. */
export type TranslationOf<M extends Messages> = { readonly [Key in keyof M]: string };

/**
 * The names of a message's arguments, read from its English text by the compiler: `{count, plural, …}` and `{name}`.
 * A branch of a plural or select is told from an argument by its space or `#`, so branches are never one bare word (a spec sees to it).
 */
export type ArgumentNames<Text extends string> = Text extends `${string}{${infer Rest}`
  ? NameAtStart<Rest> | ArgumentNames<Rest>
  : never;

type NameAtStart<Rest extends string> = Rest extends `${infer Inside}}${string}` ? NameOf<Inside> : never;
type NameOf<Inside extends string> = Inside extends `${infer Name},${string}` ? WordOnly<Name> : WordOnly<Inside>;
type WordOnly<Text extends string> = Text extends '' | `${string} ${string}` | `${string}#${string}` | `${string}{${string}`
  ? never
  : Text;
