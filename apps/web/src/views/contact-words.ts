import type { PageContext } from './page-context.js';

/** Languages by their names in the reader's own. */
export function languagesIn(page: PageContext, codes: readonly string[]): string {
  const names = new Intl.DisplayNames(page.language, { type: 'language' });
  return listIn(
    page,
    codes.map((code) => names.of(code) ?? code),
  );
}

/** Several things said in one line. */
export function listIn({ language }: PageContext, things: readonly string[]): string {
  return new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(things);
}
