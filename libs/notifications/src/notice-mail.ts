import { DEFAULT_LANGUAGE, isLanguage, translator, type Language } from '@tracedesk/language/core';

/** Where there is news: all that is ever said of a request or a deadline profile by e-mail. */
export interface News {
  /** Of a request, or the name of a profile; null where a notice leads to neither. */
  readonly reference: string | null;
  readonly of: 'request' | 'profile';
  readonly link: string;
}

/** All that a message is made of. What is not here cannot be written: no kind, no clock, no State by itself, no person, no serial number. */
export type Mail = { readonly language: Language } & (
  | { readonly about: 'notice'; readonly news: News; readonly to: 'office' | 'person' }
  | { readonly about: 'digest'; readonly news: readonly News[] }
  | { readonly about: 'address'; readonly code: string; readonly link: string }
);

export interface MailWords {
  readonly subject: string;
  readonly text: string;
}

/** Subject and text: that there is news of a request, or a notice, and where to read it. The same words whatever the notice says. */
export function wordsOf(mail: Mail): MailWords {
  const say = translator(mail.language);
  switch (mail.about) {
    case 'notice': {
      const { reference, of, link } = mail.news;
      const foot = say(mail.to === 'office' ? 'mail.foot' : 'mail.footPerson');
      const [subject, text] =
        reference === null
          ? [say('mail.noticeSubject'), say('mail.noticeText')]
          : [say('mail.subject', { reference }), say(of === 'profile' ? 'mail.profileText' : 'mail.text', { reference })];
      return { subject, text: `${text}\n\n${link}\n\n${foot}\n` };
    }
    case 'digest': {
      const lines = mail.news.map(({ reference, link }) => `${reference ?? say('mail.noticeText')}\n${link}`).join('\n\n');
      return { subject: say('mail.digestSubject'), text: `${say('mail.digestText')}\n\n${lines}\n\n${say('mail.footPerson')}\n` };
    }
    case 'address':
      return {
        subject: say('mail.codeSubject'),
        text: `${say('mail.codeText')}\n\n${mail.code}\n\n${mail.link}\n\n${say('mail.codeFoot')}\n`,
      };
  }
}

/** The first of an office's languages that the desk speaks, else English. */
export function languageFor(spoken: readonly string[]): Language {
  return spoken.find(isLanguage) ?? DEFAULT_LANGUAGE;
}
