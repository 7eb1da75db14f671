import { checkMemberName, checkText, MalformedInput, strictUtf8, withLineFeeds } from './malformed-input.js';

/** Deeper than any DTO here; a body that nests further only means to exhaust the readers behind this one. */
const DEEPEST = 24;

/** Commas and colons: a batch of the longest drafts has half of them; whoever sends more only means to keep the desk counting. */
const MOST_SEPARATORS = 50_000;
/** Of one object. No DTO has half as many: each that is unknown is a fault to be told. */
const MOST_OF_ONE = 100;

/**
 * Reads a JSON body and promises: valid UTF-8, well-formed text without NUL whose lines end in LF, no member twice, none that reaches a prototype,
 * no nesting without end. Throws MalformedInput otherwise. An empty body is `undefined`.
 */
export function readStrictJson(bytes: Uint8Array): unknown {
  const text = strictUtf8(bytes);
  if (text.trim() === '') return undefined;
  const value = parse(text);
  checkMembers(text);
  return withTexts(value, '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text.
    throw new MalformedInput('BODY_NOT_JSON');
  }
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** Walks the tokens of valid JSON: `JSON.parse` keeps the last of two equal members and says nothing. */
function checkMembers(text: string): void {
  const open: (Set<string> | null)[] = [];
  let last = '';
  let separators = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    if ((token === ',' || token === ':') && (separators += 1) > MOST_SEPARATORS) throw new MalformedInput('BODY_TOO_MANY_FIELDS');
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) throw new MalformedInput('BODY_TOO_DEEP');
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      checkMemberName(name, name);
      if (names?.has(name)) throw new MalformedInput('DUPLICATE_MEMBER', name);
      if (names?.add(name).size === MOST_OF_ONE + 1) throw new MalformedInput('BODY_TOO_MANY_FIELDS');
    }
    last = token;
  }
}

/** Every text well formed, its lines ended in one way. */
function withTexts(value: unknown, path: string): unknown {
  if (typeof value === 'string') {
    checkText(value, path);
    return withLineFeeds(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  const within = (name: string | number, member: unknown): unknown =>
    withTexts(member, path === '' ? String(name) : `${path}.${name}`);
  if (Array.isArray(value)) return value.map((member, at) => within(at, member));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, within(name, member)]));
}
