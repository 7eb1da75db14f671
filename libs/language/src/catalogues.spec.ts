import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { LANGUAGES, LOCALES, type Language } from './languages.js';
import { CATALOGUES, type MessageKey } from './messages/catalogues.js';
import { translator } from './translator.js';

const KEYS = Object.keys(CATALOGUES.en) as MessageKey[];
const ICU = { argument: 1, number: 2, date: 3, time: 4, select: 5, plural: 6 } as const;

interface Node {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Node[] }>>;
}

describe('the catalogues', () => {
  it.each(LANGUAGES)('in %s say every message, and nothing else', (language) => {
    expect(Object.keys(CATALOGUES[language]).sort()).toEqual([...KEYS].sort());
    expect(Object.values(CATALOGUES[language]).filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(LANGUAGES)('in %s take the same arguments as the English', (language) => {
    const differing = KEYS.filter((key) => argumentsOf(language, key).join() !== argumentsOf('en', key).join());
    expect(differing).toEqual([]);
  });

  it('have arguments that the compiler reads as ICU does', () => {
    const differing = KEYS.filter((key) => argumentsOf('en', key).join() !== namesReadFrom(CATALOGUES.en[key]).join());
    expect(differing).toEqual([]);
  });

  it.each(LANGUAGES)('in %s use typographic apostrophes: ICU gives the straight one a meaning', (language) => {
    expect(KEYS.filter((key) => CATALOGUES[language][key].includes("'"))).toEqual([]);
  });

  it('are not left in English where French differs', () => {
    const SAME_IN_BOTH = 20;
    const long = KEYS.filter((key) => CATALOGUES.en[key].length > SAME_IN_BOTH && CATALOGUES.en[key] === CATALOGUES.fr[key]);
    expect(long).toEqual([]);
  });
});

describe('a translator', () => {
  it('chooses the plural of the language', () => {
    expect(translator('en')('deadline.over.days', { count: 1 })).toBe('1 day overdue');
    expect(translator('fr')('deadline.over.days', { count: 6 })).toBe('6 jours de retard');
  });

  it('leaves room for markup', () => {
    const identifier = { reference: 'TD-1' };
    expect(translator('en').rich('request.title', { reference: identifier })).toEqual(['Tracing request ', identifier]);
  });

  it('knows no message for a key it was never given', () => {
    expect(translator('fr').maybe('event.of.a.later.version')).toBeNull();
  });
});

function argumentsOf(language: Language, key: MessageKey): string[] {
  const found = new Set<string>();
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if (node.type >= ICU.argument && node.type <= ICU.plural) found.add(String(node.value));
      for (const option of Object.values(node.options ?? {})) walk(option.value);
    }
  };
  walk(
    new IntlMessageFormat(CATALOGUES[language][key], LOCALES[language], undefined, {
      ignoreTag: true,
    }).getAst(),
  );
  return [...found].sort();
}

/** What the type `ArgumentNames` does, at run time. */
function namesReadFrom(text: string): string[] {
  const names = text
    .split('{')
    .slice(1)
    .map((rest) => (rest.split('}')[0] ?? '').split(',')[0] ?? '')
    .filter((name) => name !== '' && !/[ #]/.test(name));
  return [...new Set(names)].sort();
}
