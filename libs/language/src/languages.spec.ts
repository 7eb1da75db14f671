import { describe, expect, it } from '@jest/globals';
import { DIRECTIONS, isLanguage, LANGUAGE_NAMES, LANGUAGES, LOCALES, negotiateLanguage } from './languages.js';

describe('the language of a page', () => {
  it('is the one chosen here, before the one of the account, before the one of the browser', () => {
    expect(negotiateLanguage({ chosen: 'fr', person: 'en', acceptLanguage: 'en' })).toBe('fr');
    expect(negotiateLanguage({ person: 'fr', acceptLanguage: 'en' })).toBe('fr');
    expect(negotiateLanguage({ acceptLanguage: 'de;q=0.9, fr-CA;q=0.8, en;q=0.7' })).toBe('fr');
  });

  it('is English when nothing else can be met', () => {
    expect(negotiateLanguage({ chosen: 'tlh', person: null, acceptLanguage: 'de, fr;q=0' })).toBe('en');
    expect(negotiateLanguage({ acceptLanguage: ';;q=,,' })).toBe('en');
    expect([negotiateLanguage({}), negotiateLanguage({ chosen: null, person: '', acceptLanguage: null })]).toEqual(['en', 'en']);
  });

  it.each([
    ['fr', 'fr'],
    ['FR-ca', 'fr'],
    ['en;q=0.8, fr;q=0.9', 'fr'],
    ['en;q=0.9, fr;q=0.8', 'en'],
    ['en;q=0.9,fr', 'fr'],
    ['fr, en', 'fr'],
    ['fr;q=0, de', 'en'],
    ['fr;q=0.001, de', 'fr'],
    ['fr;q=x, de', 'en'],
    ['en ; q=0.1 , fr ; level=1 ; q=0.2', 'fr'],
    ['fr;x=0;q=0', 'en'],
    ['frq', 'en'],
  ])('of a browser that asks for %j is %s', (acceptLanguage, language) => {
    expect(negotiateLanguage({ acceptLanguage })).toBe(language);
  });

  it('is looked for in the first twenty wishes of a browser', () => {
    const after = (count: number) => negotiateLanguage({ acceptLanguage: `${'de,'.repeat(count)}fr` });
    expect([after(19), after(20)]).toEqual(['fr', 'en']);
  });
});

describe('each language', () => {
  it('has its own name, its direction and a locale', () => {
    expect(LANGUAGES.map((one) => [one, LANGUAGE_NAMES[one], DIRECTIONS[one], LOCALES[one]])).toEqual([
      ['en', 'English', 'ltr', 'en-GB'],
      ['fr', 'Français', 'ltr', 'fr-FR'],
    ]);
    expect([isLanguage('fr'), isLanguage('FR'), isLanguage('de'), isLanguage(null), isLanguage(undefined)]).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
