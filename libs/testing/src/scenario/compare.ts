import type { Answer } from '../desk-client.js';

/** A value as the report shows it. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(shown).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/**
 * The first place where `found` does not hold what `expected` names, or null. Objects may hold more than is named;
 * a list is matched item by item; `*` stands for any value that is there.
 */
export function lacks(expected: unknown, found: unknown, path = ''): { expected: string; found: string } | null {
  if (expected === '*' && found !== null && found !== undefined) return null;
  if (Array.isArray(expected)) {
    if (!Array.isArray(found) || found.length !== expected.length)
      return { expected: at(path, expected), found: at(path, found) };
    return firstOf(expected.map((one, index) => lacks(one, (found as unknown[])[index], `${path}[${index}]`)));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof found !== 'object' || found === null) return { expected: at(path, expected), found: at(path, found) };
    const members = found as Record<string, unknown>;
    return firstOf(Object.entries(expected).map(([key, one]) => lacks(one, members[key], path === '' ? key : `${path}.${key}`)));
  }
  return expected === found ? null : { expected: at(path, expected), found: at(path, found) };
}

/** Whether two answers say the same once what must differ is taken out: the ids that were asked for, and the problem's instance. */
export function sameText(one: Answer, other: Answer, ids: readonly string[]): boolean {
  const plain = ({ text }: Answer): string =>
    ids.reduce((rest, id) => rest.replaceAll(id, '…'), text.replace(/"instance":"[^"]*"/, '"instance":"…"'));
  return plain(one) === plain(other);
}

function at(path: string, value: unknown): string {
  return path === '' ? shown(value) : `${path}: ${shown(value)}`;
}

function firstOf<T>(values: readonly (T | null)[]): T | null {
  return values.find((value) => value !== null) ?? null;
}
