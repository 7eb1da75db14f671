import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { hasProblemText, LANGUAGES, translator, type Language } from '@tracedesk/language';

const ROOMS = fileURLToPath(new URL('../../../libs', import.meta.url));
const APPS = fileURLToPath(new URL('../../../apps', import.meta.url));

/** Files that say no to people. Codes of surprises (`errors`) stay between the desk and its operator. */
const SOURCES = [...sourcesIn(ROOMS), ...sourcesIn(APPS)].filter((file) => !/\/libs\/(?:testing|language)\//.test(file));

const DENIES = [
  /\b(?:denied|no)\(\s*'([A-Z][A-Z0-9_]+)'/g,
  /DenialException\(\{\s*code: '([A-Z][A-Z0-9_]+)'/g,
  /MalformedInput\(\s*'([A-Z][A-Z0-9_]+)'/g,
  /\brule\(\s*'([A-Z][A-Z0-9_]+)'/g,
  /^ {2}(?:\d{3}: )?'?([A-Z][A-Z0-9_]+)'?(?:: \d{3})?,$/gm,
];

describe('every code by which the desk says no', () => {
  const codes = [...new Set(SOURCES.flatMap((file) => codesIn(readFileSync(file, 'utf8'), file)))].sort();

  it('is found in the sources', () => {
    expect(codes).toEqual(
      expect.arrayContaining(['REQUEST_NOT_FOUND', 'VERSION_CONFLICT', 'TOO_LONG', 'SIGN_IN_THROTTLED', 'BODY_TOO_LARGE']),
    );
  });

  it.each(LANGUAGES)('has its words in %s', (language) => {
    expect(codes.filter((code) => !hasProblemText(code, language))).toEqual([]);
  });
});

describe('every act that the log tells', () => {
  const actions = SOURCES.filter((file) => /events?\.ts$/.test(file)).flatMap((file) =>
    matches(readFileSync(file, 'utf8'), /action: '([a-z_]+\.[a-z_]+)'/g),
  );
  const moves = matches(readFileSync(join(ROOMS, 'tracing/src/lifecycle.ts'), 'utf8'), /event: '([a-z_.]+)'/g);
  const OF_REQUESTS = /^(?:tracing_request|traceability_check|deadline|disclosure|own_record|action|read)\./;

  it.each(LANGUAGES)('of a request has its words in %s', (language) => {
    const told = [...actions, ...moves].filter((action) => OF_REQUESTS.test(action));
    expect(told).toContain('tracing_request.submitted');
    expect(told.filter((action) => wordsOf(action, language) === null)).toEqual([]);
  });
});

function wordsOf(action: string, language: Language): string | null {
  return translator(language).maybe(`event.${action}`, { clock: '', share: '', action: '' });
}

function codesIn(text: string, file: string): string[] {
  const all = DENIES.slice(0, -1).flatMap((pattern) => matches(text, pattern));
  const tables = /(?:denial-status|http\/(?:problem|faults)[a-z.-]*|tracing\/src\/errors)\.ts$/.test(file)
    ? matches(text, DENIES.at(-1) as RegExp)
    : [];
  return [...all, ...tables];
}

function matches(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].flatMap(([, found]) => found ?? []);
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(?:int-|e2e-)?spec\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}
