import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';

const SOURCE = new URL('.', import.meta.url);

/** Every page and view of the desk, by its name in this folder. */
const VIEWS = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.endsWith('.spec.tsx'))
  .map((name) => ({ name, text: readFileSync(new URL(name, SOURCE), 'utf8') }));

/** Forms whose answers stand in the address, and what may stand there: a period or a kind, which tell of no weapon. */
const FORMS_AS_ADDRESSES = {
  'pages/case-list-page.tsx': ['from', 'until'],
  'pages/report-page.tsx': ['from', 'to'],
  'pages/respond-page.tsx': ['kind'],
};

describe('the forms of the desk', () => {
  it('put no words into an address, but a period or a kind', () => {
    const found = VIEWS.flatMap(({ name, text }) =>
      [...text.matchAll(/<form[^>]*method="get"[\s\S]*?<\/form>|<form[^>]*method="get"[^>]*\/>/g)].map(([form]) => [
        name,
        [...form.matchAll(/ name="(\w+)"/g)].map(([, field]) => field),
      ]),
    );
    expect(Object.fromEntries(found)).toEqual(FORMS_AS_ADDRESSES);
  });
});
