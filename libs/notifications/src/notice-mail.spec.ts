import { describe, expect, it } from '@jest/globals';
import { translator } from '@tracedesk/language/core';
import { codeFrom, codeHash, CODE_BYTES } from './address-proof.js';
import { languageFor, wordsOf, type News } from './notice-mail.js';

const LINK = 'https://desk.example/notices';
const news: News = { reference: 'TD-7K3F-92QX4', of: 'request', link: LINK };
const say = translator('en');

describe('a message about a notice', () => {
  it.each(['office', 'person'] as const)('says that there is news, of which request and where to read it, to the %s', (to) => {
    expect(wordsOf({ language: 'en', about: 'notice', news, to })).toEqual({
      subject: 'Tracedesk: news of TD-7K3F-92QX4',
      text: `There is news of the request TD-7K3F-92QX4. Sign in to read it:\n\n${LINK}\n\n${say(to === 'office' ? 'mail.foot' : 'mail.footPerson')}\n`,
    });
  });

  it('names a deadline profile as one, and nothing where a notice leads to neither', () => {
    const profile = wordsOf({
      language: 'en',
      about: 'notice',
      news: { reference: 'P-1', of: 'profile', link: LINK },
      to: 'office',
    });
    expect(profile.text).toContain('There is news of the deadline profile P-1. Sign in to read it:');
    expect(wordsOf({ language: 'en', about: 'notice', news: { ...news, reference: null }, to: 'office' })).toEqual({
      subject: 'Tracedesk: a notice',
      text: `There is a notice for your State. Sign in to read it:\n\n${LINK}\n\n${say('mail.foot')}\n`,
    });
  });

  it('of many notices is a list of where there is news', () => {
    const digest = wordsOf({
      language: 'en',
      about: 'digest',
      news: [news, { reference: null, of: 'request', link: `${LINK}/2` }],
    });
    expect(digest).toEqual({
      subject: 'Tracedesk: news of requests',
      text: `There is news of these requests. Sign in to read it:\n\nTD-7K3F-92QX4\n${LINK}\n\nThere is a notice for your State. Sign in to read it:\n${LINK}/2\n\n${say('mail.footPerson')}\n`,
    });
  });

  it('that proves an address holds the code, where to give it, and what to do if it was another', () => {
    expect(wordsOf({ language: 'en', about: 'address', code: 'ABCD-EFGH', link: LINK })).toEqual({
      subject: 'Tracedesk: is this your address?',
      text: `${say('mail.codeText')}\n\nABCD-EFGH\n\n${LINK}\n\n${say('mail.codeFoot')}\n`,
    });
  });

  it('is in the first of the office’s languages that the desk speaks, else in English', () => {
    expect([languageFor(['ar', 'fr', 'en']), languageFor(['en', 'fr']), languageFor(['ar']), languageFor([])]).toEqual([
      'fr',
      'en',
      'en',
      'en',
    ]);
    expect(wordsOf({ language: 'fr', about: 'notice', news, to: 'office' }).subject).toBe(
      translator('fr')('mail.subject', { reference: 'TD-7K3F-92QX4' }),
    );
  });
});

describe('the code that proves an address', () => {
  it('has sixteen letters, each from two bytes of chance', () => {
    expect(CODE_BYTES).toBe(32);
    expect(codeFrom(Uint8Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? 0 : (at - 1) / 2)))).toBe('2345-6789-ABCD-EFGH');
    expect(codeFrom(Uint8Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? 1 : 0)))).toBe('JJJJ-JJJJ-JJJJ-JJJJ');
  });

  it('is the same in whatever case and with whatever dashes it is typed', () => {
    expect(codeHash(' abcd efgh-2345-6789\n').equals(codeHash('ABCD-EFGH-2345-6789'))).toBe(true);
    expect(codeHash('ABCD-EFGH-2345-678A').equals(codeHash('ABCD-EFGH-2345-6789'))).toBe(false);
    expect(codeHash('').equals(codeHash('ABCD-EFGH-2345-6789'))).toBe(false);
  });
});
