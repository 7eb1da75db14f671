import { checkMemberName, checkText, MalformedInput, strictUtf8 } from './malformed-input.js';

/** Deeper than any DTO here; a body that nests further only means to exhaust the readers behind this one. */
const DEEPEST = 24;

/**
 * Reads a JSON body and promises: valid UTF-8, well-formed text without NUL, no member twice, none that reaches a prototype,
 * no nesting without end. Throws MalformedInput otherwise. An empty body is `undefined`.
 */
export function readStrictJson(bytes: Uint8Array): unknown {
  const text = strictUtf8(bytes);
  if (text.trim() === '') return undefined;
  const value = parse(text);
  checkMembers(text);
  checkTexts(value, '');
  return value;
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
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{' || token === '[') {
      if (open.push(token === '{' ? new Set() : null) > DEEPEST) throw new MalformedInput('BODY_TOO_DEEP');
    } else if (token === '}' || token === ']') {
      open.pop();
    } else if (token === ':') {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      checkMemberName(name, name);
      if (names?.has(name)) throw new MalformedInput('DUPLICATE_MEMBER', name);
      names?.add(name);
    }
    last = token;
  }
}

function checkTexts(value: unknown, path: string): void {
  if (typeof value === 'string') return checkText(value, path);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) checkTexts(member, path === '' ? name : `${path}.${name}`);
}
