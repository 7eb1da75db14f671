import { describe, expect, it } from '@jest/globals';
import { negotiateLanguage } from './languages.js';

describe('the language of a page', () => {
  it('is the one chosen here, before the one of the account, before the one of the browser', () => {
    expect(negotiateLanguage({ chosen: 'fr', person: 'en', acceptLanguage: 'en' })).toBe('fr');
    expect(negotiateLanguage({ person: 'fr', acceptLanguage: 'en' })).toBe('fr');
    expect(negotiateLanguage({ acceptLanguage: 'de;q=0.9, fr-CA;q=0.8, en;q=0.7' })).toBe('fr');
  });

  it('is English when nothing else can be met', () => {
    expect(negotiateLanguage({ chosen: 'tlh', person: null, acceptLanguage: 'de, fr;q=0' })).toBe('en');
    expect(negotiateLanguage({ acceptLanguage: ';;q=,,' })).toBe('en');
  });
});
