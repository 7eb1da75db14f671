import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { countriesWithHolidays } from '@tracedesk/deadlines';
import { SHIPPED_PROFILES } from '@tracedesk/deadlines/core';
import { MEMBER_STATES } from '@tracedesk/language';
import { NOTICE_KINDS } from '@tracedesk/notifications';
import { projectFolder } from '@tracedesk/platform';
import { LIMITATION_GROUNDS } from '@tracedesk/tracing';

const FOLDER = projectFolder();
const README = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const LIMITS = README.slice(README.indexOf('## Status and known limits'));
/** They stand among the Members in the list of names. */
const OBSERVERS: readonly string[] = ['PS', 'VA'];
const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

describe('the README', () => {
  it('leads to files that are there', () => {
    const paths = [...README.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(30);
    expect(paths.filter((path) => !existsSync(join(FOLDER, path)))).toEqual([]);
  });

  it('names commands that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(FOLDER, 'package.json'), 'utf8')) as { readonly scripts: object };
    const named = [...README.matchAll(/npm (?:run )?([a-z:]+)/g)].map(([, name = '']) => name).filter((name) => name !== 'ci');
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('describes every room and every app', () => {
    const folders = ['libs', 'apps'].flatMap((parent) => readdirSync(join(FOLDER, parent)).map((name) => `${parent}/${name}`));
    expect(folders.filter((folder) => !README.includes(`(${folder})`))).toEqual([]);
  });

  it('counts the deadline profiles and the grounds of ITI 22 as they are', () => {
    expect(LIMITS).toContain(`${NUMBERS[Object.keys(SHIPPED_PROFILES).length]} profiles ship`);
    expect(README).toContain(`${NUMBERS[Object.keys(LIMITATION_GROUNDS).length]} grounds, a closed list`);
  });

  it('counts the Members of the United Nations whose holidays the package lacks', async () => {
    const known = new Set(await countriesWithHolidays());
    const lacking = MEMBER_STATES.filter(([code]) => !OBSERVERS.includes(code) && !known.has(code));
    expect(LIMITS).toContain(`lacks ${lacking.length} Members of the United Nations`);
  });

  it('calls no limit what the desk does by now', () => {
    const done: readonly (readonly [boolean, RegExp])[] = [
      [NOTICE_KINDS.includes('possible_state_of_find'), /named in the request but not told/],
      [NOTICE_KINDS.includes('profile_proposed'), /no notice or e-mail\s+goes out about it/],
      [existsSync(join(FOLDER, 'libs/tracing/src/use-cases/response-files.int-spec.ts')), /only the requesting State adds files/],
      [existsSync(join(FOLDER, 'libs/tracing/src/question-reading.ts')), /shown, not enforced/],
    ];
    expect(done.filter(([isDone, sentence]) => isDone && sentence.test(LIMITS)).map(([, sentence]) => String(sentence))).toEqual(
      [],
    );
  });
});
