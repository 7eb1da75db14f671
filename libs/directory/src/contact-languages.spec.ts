import { describe, expect, it } from '@jest/globals';
import { CONTACT_LANGUAGES } from './contact-languages.js';

const OFFICIAL = ['ar', 'en', 'es', 'fr', 'ru', 'zh'];

describe('the languages in which an office may say that it works', () => {
  it('are those of the United Nations first, then others by their codes, none twice', () => {
    const others = CONTACT_LANGUAGES.slice(OFFICIAL.length);
    expect(CONTACT_LANGUAGES.slice(0, OFFICIAL.length)).toEqual(OFFICIAL);
    expect(others).toEqual([...new Set(others)].sort());
    expect(others.filter((code) => OFFICIAL.includes(code))).toEqual([]);
    expect(CONTACT_LANGUAGES).toHaveLength(53);
  });

  it('are codes of ISO 639-1 that have a name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    const nameless = CONTACT_LANGUAGES.filter((code) => !/^[a-z]{2}$/.test(code) || names.of(code) === undefined);
    expect(nameless).toEqual([]);
  });
});
