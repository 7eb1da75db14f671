/** Languages the desk speaks now. The six official languages of the United Nations are the aim; each is one folder of messages. */
export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DEFAULT_LANGUAGE: Language = 'en';

/** Each language in its own words, for the switch. */
export const LANGUAGE_NAMES = { en: 'English', fr: 'Français' } as const satisfies Record<Language, string>;

export const DIRECTIONS = { en: 'ltr', fr: 'ltr' } as const satisfies Record<Language, 'ltr' | 'rtl'>;

/** Locale for dates, numbers and alphabets: day before month, digits 0-9. */
export const LOCALES = { en: 'en-GB', fr: 'fr-FR' } as const satisfies Record<Language, string>;

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}

export interface LanguageWishes {
  /** Chosen on this device with the language switch. */
  readonly chosen?: string | null | undefined;
  /** Kept with the person's account. */
  readonly person?: string | null | undefined;
  /** The browser's `Accept-Language` header. */
  readonly acceptLanguage?: string | null | undefined;
}

/** The first wish that can be met: what was chosen here, what the person's account says, what the browser asks for; else English. */
export function negotiateLanguage(wishes: LanguageWishes): Language {
  if (isLanguage(wishes.chosen)) return wishes.chosen;
  if (isLanguage(wishes.person)) return wishes.person;
  return (
    rangesOf(wishes.acceptLanguage ?? '')
      .map(primaryTag)
      .find(isLanguage) ?? DEFAULT_LANGUAGE
  );
}

// A longer header is nobody's browser.
const MAX_RANGES = 20;

function rangesOf(header: string): string[] {
  return header
    .split(',', MAX_RANGES)
    .map((part) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { range, weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ range }) => range);
}

function primaryTag(range: string): string {
  return (range.split('-')[0] ?? '').toLowerCase();
}
