import { describe, expect, it } from '@jest/globals';
import { ROLES, stateCode, type Role } from '@tracedesk/kernel';
import { formats, LANGUAGES, translator, type Language } from '@tracedesk/language';
import { render } from 'preact-render-to-string';
import { ASSETS } from '../assets/assets.js';
import { placesOf } from '../permissions.js';
import { Layout } from './layout.js';
import type { PageContext } from './page-context.js';

const LINK = /<a href="\/search"[^>]*>/;

describe('the way to the search', () => {
  it.each(ROLES.flatMap((role) => LANGUAGES.map((language) => [role, language] as const)))(
    'stands in the menu of whoever may search, and of nobody else: %s, %s',
    (role, language) => {
      const shown = pageOf(role, language);
      expect(LINK.test(shown)).toBe(placesOf(role).includes('search'));
      if (placesOf(role).includes('search')) expect(shown).toContain(translator(language)('nav.search'));
    },
  );

  it('is the key / as well, until the reader switches it off', () => {
    expect(LINK.exec(pageOf('tracing_officer', 'en'))?.[0]).toContain('data-key="/"');
    expect(LINK.exec(pageOf('tracing_officer', 'en', { withoutKeys: true }))?.[0]).not.toContain('data-key');
    expect(ASSETS['desk.js'].bytes.toString()).toContain('dataset.key === event.key');
  });
});

function pageOf(role: Role, language: Language, more: Partial<PageContext> = {}): string {
  const page: PageContext = {
    language,
    t: translator(language),
    formats: formats(language),
    path: '/',
    demonstration: false,
    now: new Date('2026-03-10T10:00:00Z'),
    person: { displayName: 'A. Person', role, state: stateCode('QR'), csrfToken: 'token', places: placesOf(role), counts: null },
    ...more,
  };
  return render(
    <Layout page={page} title="Here">
      <h1>Here</h1>
    </Layout>,
  );
}
