import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { CODE_VERSION, mismatchOf, sentenceOf, type CodeAge } from './code-version.js';

const code: CodeAge = { version: '0.9.1', needs: ['A1', 'B2'] };
const database = (run: readonly string[], oldestCode: Readonly<Record<string, string>> = {}) => ({ run, oldestCode });

describe('code and a database of different ages', () => {
  it.each([
    [['A1'], {}, { is: 'database older', missing: ['B2'] }],
    [[], {}, { is: 'database older', missing: ['A1', 'B2'] }],
    [['A1', 'B2', 'C3'], { C3: '0.10.0' }, { is: 'code older', migration: 'C3', oldestCode: '0.10.0' }],
    [['A1', 'B2', 'C3', 'D4'], { C3: '0.9.2', D4: '1.0.0' }, { is: 'code older', migration: 'D4', oldestCode: '1.0.0' }],
    [['A1', 'C3'], { C3: '0.9.2' }, { is: 'code older', migration: 'C3', oldestCode: '0.9.2' }],
    [['A1', 'B2'], { C3: '1.0.0', D4: '0.10.0' }, { is: 'code older', migration: 'C3', oldestCode: '1.0.0' }],
    [['A1', 'B2'], { D4: '0.10.0', C3: '1.0.0' }, { is: 'code older', migration: 'C3', oldestCode: '1.0.0' }],
  ] as const)('do not start where the database ran %j and asks for %j', (run, oldest, mismatch) => {
    expect(mismatchOf(code, database(run, oldest))).toEqual(mismatch);
    expect(sentenceOf(mismatch as never, code, 'db/desk')).toMatch(/^The database at db\/desk [^\n]+\.$/);
  });

  it.each([
    [['A1', 'B2'], {}],
    [['A1', 'B2', 'C3'], {}],
    [['A1', 'B2', 'C3'], { A1: '0.1.0', C3: '0.9.1' }],
    [['A1', 'B2', 'C3'], { C3: '0.9.0' }],
    [['B2', 'A1'], { C3: '0.8.9', D4: '0.0.99' }],
  ] as const)('work together where the database ran %j and asks for %j', (run, oldest) => {
    expect(mismatchOf(code, database(run, oldest))).toBeNull();
  });

  it('are told by what was found, and what would help', () => {
    expect(sentenceOf({ is: 'database older', missing: ['B2'] }, code, 'db/desk')).toMatch(
      /^The database at db\/desk lacks 1 of the 2 migrations that Tracedesk 0\.9\.1 needs, B2 first: prepare it .+again\.$/,
    );
    expect(sentenceOf({ is: 'code older', migration: 'C3', oldestCode: '1.0.0' }, code, 'db/desk')).toMatch(
      /^The database at db\/desk was brought .+ since C3 it needs Tracedesk 1\.0\.0 or newer, and this is 0\.9\.1; start .+\.$/,
    );
  });

  it('name the version that package.json and the change log name', () => {
    const read = (file: string): string => readFileSync(new URL(`../../../../${file}`, import.meta.url), 'utf8');
    expect((JSON.parse(read('package.json')) as { version: string }).version).toBe(CODE_VERSION);
    expect(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1]).toBe(CODE_VERSION);
  });
});
