import { describe, expect, it } from '@jest/globals';
import { CONTACT_LANGUAGES, PRACTICE_KINDS } from '@tracedesk/directory/core';
import { isMailbox, isTimeZone, ROLES } from '@tracedesk/kernel';
import { DEMONSTRATION, DEMONSTRATION_ROLES, HOST_STATE, OPERATOR } from './demonstration-data.js';
import { DEMONSTRATION_PRACTICES } from './demonstration-practices.js';
import { isSignInName } from '../sign-in-name.js';

const standing = DEMONSTRATION.filter(({ dissolvedOn }) => dissolvedOn === undefined);
const NAME = /^\p{Lu}\p{L}+ \p{Lu}\p{L}+$/u;

describe('the demonstration', () => {
  it('names no State that there is: ISO assigns QM to QZ to nobody', () => {
    const codes = DEMONSTRATION.map(({ code }) => code);
    expect(codes.filter((code) => !/^Q[M-Z]$/.test(code))).toEqual([]);
    expect(new Set(codes).size).toBe(12);
    expect(codes).toContain(HOST_STATE);
  });

  it('writes to no mailbox that there is: each is in the reserved domain of its own State', () => {
    for (const { code, contactPoint } of standing) {
      expect(contactPoint).toMatchObject({
        email: `tracing@${code.toLowerCase()}.example`,
        office: expect.stringMatching(/\w{3}/),
      });
      expect(isMailbox(contactPoint?.email ?? '')).toBe(true);
    }
  });

  it('has an office in each State that stands, which works in languages that can be said, by a clock that is known', () => {
    for (const { contactPoint, timeZone } of standing) {
      expect(contactPoint?.languages).not.toEqual([]);
      expect(contactPoint?.languages.filter((language) => !CONTACT_LANGUAGES.includes(language))).toEqual([]);
      expect([timeZone, isTimeZone(timeZone)]).toEqual([timeZone, true]);
    }
  });

  it('has one dissolved State, where nobody works and nothing can be asked', () => {
    expect(DEMONSTRATION.filter((one) => !standing.includes(one))).toEqual([
      { code: 'QZ', timeZone: 'Europe/Vienna', officersSubmit: false, dissolvedOn: '1991-12-26', people: [] },
    ]);
  });

  it('has one State whose officers send nothing without their contact point', () => {
    expect(standing.filter(({ officersSubmit }) => !officersSubmit).map(({ code }) => code)).toEqual(['QT']);
  });

  it('has one person of each role in each State, and one operator; no two of one name', () => {
    expect(DEMONSTRATION_ROLES.map(([, role]) => role)).toEqual(ROLES.filter((role) => role !== 'operator'));
    expect([...DEMONSTRATION_ROLES.map(([name]) => name), OPERATOR.signInName].filter((name) => !isSignInName(name))).toEqual([]);
    for (const { people } of standing) expect(people).toHaveLength(DEMONSTRATION_ROLES.length);
    const names = [...DEMONSTRATION.flatMap(({ people }) => people), OPERATOR.displayName];
    expect(names.filter((name) => !NAME.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the marking practices of the demonstration', () => {
  it('are of its own States, and say what the mark looks like, since or until when, and who says so', () => {
    expect(Object.keys(DEMONSTRATION_PRACTICES)).toEqual(['QM', 'QN', 'QP']);
    for (const practice of Object.values(DEMONSTRATION_PRACTICES).flat()) {
      expect(PRACTICE_KINDS).toContain(practice.kind);
      for (const text of [practice.looksLike, practice.place, practice.source]) expect(text).toMatch(/\w{3}/);
      expect(practice.sinceYear ?? practice.untilYear).toBeGreaterThan(1900);
    }
  });

  it('have an example where the mark can be typed', () => {
    const examples = Object.values(DEMONSTRATION_PRACTICES).flatMap((all) => all.map(({ kind, example }) => [kind, example]));
    expect(examples).toEqual([
      ['proof', 'V 04'],
      ['serial_number', 'A104552'],
      ['import_mark', 'NOR 2009'],
      ['force_property', null],
    ]);
  });
});
