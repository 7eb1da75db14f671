import { describe, expect, it } from '@jest/globals';
import { translator } from '@tracedesk/language';
import { render as renderToString } from 'preact-render-to-string';
import { InLatin } from './firearm-facts.js';
import type { PageContext } from './page-context.js';

const page = { t: translator('en'), language: 'en' } as unknown as PageContext;
const shown = (serial: string): string => renderToString(<InLatin page={page} serial={serial} />);

describe('a serial number in letters that are not Latin', () => {
  it('adds nothing to one in Latin letters, or in digits of any script', () => {
    for (const serial of ['A104552', '635916', '६३५९१६', 'Ø12']) expect(shown(serial)).toBe('');
  });

  it.each([
    ['ЖБ1234', 'ZHB1234', 'GOST 7.79-2000'],
    ['ΛΑ1234', 'LA1234', 'ISO 843'],
    ['АВ1234', 'AB1234', 'shape'],
    ['ب1234', 'ب1234', 'as they are'],
  ])('%s is shown in Latin letters as %s, with how it was brought there: %s', (serial, latin, how) => {
    expect(shown(serial)).toContain(latin);
    expect(shown(serial)).toContain(how);
  });
});
