import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ASSETS } from './assets/assets.js';

const SOURCE = new URL('.', import.meta.url);

/** Every page and view of the desk, by its name in this folder. */
const VIEWS = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx') && !name.endsWith('.spec.tsx'))
  .map((name) => ({ name, text: readFileSync(new URL(name, SOURCE), 'utf8') }));

/** Forms whose answers stand in the address, and what may stand there: a period or a kind, which tell of no weapon. */
const FORMS_AS_ADDRESSES = {
  'pages/case-list-page.tsx': ['from', 'until'],
  'pages/report-page.tsx': ['from', 'to'],
  'pages/respond-page.tsx': ['asked', 'kind'],
};

/** The styles there are: what the page is for, what may be done beside it, what is said in a line, and a person to sign in as. */
const STYLES = ['main', 'main danger', 'second', 'plain', 'tile'];
const css = ASSETS['desk.css'].bytes.toString();

describe('a button of the desk', () => {
  const found = VIEWS.flatMap(({ name, text }) => [...text.matchAll(/<button\b[\s\S]*?>/g)].map(([tag]) => ({ name, tag })));

  it('has one of the styles there are, on every page', () => {
    expect(found.length).toBeGreaterThan(40);
    expect(
      found.filter(({ tag }) => stylesOf(tag).length === 0 || stylesOf(tag).some((style) => !STYLES.includes(style))),
    ).toEqual([]);
  });

  it.each(STYLES.map((style) => style.split(' ').at(-1) ?? ''))('of the style %s is drawn by the style sheet', (style) => {
    expect(css).toMatch(new RegExp(`button\\.${style}[\\s,{]`));
  });

  it('looks like one whether it is the main one or the second: both share the rule of shape and size', () => {
    const [, selectors = ''] = /\n((?:[^\n{}]+,\n)*[^\n{}]+) \{\n {2}display: inline-block;\n {2}min-block-size/.exec(css) ?? [];
    expect(selectors.split(/,\s*/)).toEqual(expect.arrayContaining(['button.main', 'button.second', '.button']));
  });
});

/** The style of a button, or the two of which it takes one. */
function stylesOf(tag: string): readonly string[] {
  const [, plain] = / class="([^"]*)"/.exec(tag) ?? /\sclass="([^"]*)"/.exec(tag) ?? [];
  if (plain !== undefined) return [plain];
  const [, chosen = ''] = /\sclass=\{([^}]*)\}/.exec(tag) ?? [];
  return [...chosen.matchAll(/\? '([^']*)' : '([^']*)'/g)].flatMap(([, one = '', other = '']) => [one, other]);
}

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
