import { checkMemberName, checkText, MalformedInput, strictUtf8, withLineFeeds } from './malformed-input.js';

/** A form as it was sent: flat names with dots, each with one value, or several for a group of check boxes. */
export type FlatForm = Readonly<Record<string, string | readonly string[]>>;

const MOST_FIELDS = 1000;
const DEEPEST = 8;
const MOST_ITEMS = 100;

/** Reads an urlencoded form or query under the same promises as `readStrictJson`. Names stay flat: see `unflatten`. */
export function readStrictForm(bytes: Uint8Array): FlatForm {
  const text = strictUtf8(bytes);
  const form: Record<string, string | string[]> = {};
  if (text === '') return form;
  const pairs = text.split('&');
  if (pairs.length > MOST_FIELDS) throw new MalformedInput('BODY_TOO_MANY_FIELDS');
  for (const pair of pairs) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals === -1 ? pair : pair.slice(0, equals));
    const value = withLineFeeds(decode(equals === -1 ? '' : pair.slice(equals + 1)));
    for (const part of name.split('.')) checkMemberName(part, name);
    checkText(value, name);
    const before = Object.hasOwn(form, name) ? form[name] : undefined;
    form[name] = before === undefined ? value : typeof before === 'string' ? [before, value] : [...before, value];
  }
  return form;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    throw new MalformedInput('BODY_NOT_A_FORM');
  }
}

interface Tree {
  [name: string]: Tree | string | readonly string[];
}

/**
 * The one step from a form's flat names to the nested shape a DTO has: `question.find.place` becomes three levels, a level named by numbers a list.
 * Fields left empty are left out, as if they had not been on the form, and so are the form's own fields, which begin with an underscore.
 */
export function unflatten(form: FlatForm): Record<string, unknown> {
  const tree: Tree = {};
  for (const [name, value] of Object.entries(form)) {
    if (value === '' || name.startsWith('_')) continue;
    const parts = name.split('.');
    if (parts.length > DEEPEST) throw new MalformedInput('BODY_TOO_DEEP', name);
    const last = parts.pop() as string;
    let level = tree;
    for (const part of parts) {
      checkMemberName(part, name);
      const next = Object.hasOwn(level, part) ? level[part] : (level[part] = {});
      if (typeof next !== 'object' || Array.isArray(next)) throw new MalformedInput('DUPLICATE_MEMBER', name);
      level = next as Tree;
    }
    checkMemberName(last, name);
    if (Object.hasOwn(level, last)) throw new MalformedInput('DUPLICATE_MEMBER', name);
    level[last] = value;
  }
  return withLists(tree, '') as Record<string, unknown>;
}

function withLists(value: Tree | string | readonly string[], path: string): unknown {
  if (typeof value === 'string' || Array.isArray(value)) return value;
  const names = Object.keys(value);
  const members = Object.entries(value).map(([name, member]) => [name, withLists(member, `${path}${name}.`)] as const);
  if (path === '' || names.length === 0 || !names.every((name) => /^\d{1,4}$/.test(name))) return Object.fromEntries(members);
  if (names.length > MOST_ITEMS) throw new MalformedInput('BODY_TOO_MANY_FIELDS', path);
  // Rows that were left empty in between close up: the order is what the reader saw.
  return [...members].sort(([one], [other]) => Number(one) - Number(other)).map(([, member]) => member);
}
