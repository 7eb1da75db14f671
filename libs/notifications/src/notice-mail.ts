import { DEFAULT_LANGUAGE, isLanguage, translator, type Language } from '@tracedesk/language/core';

/** All that a message is made of. What is not here cannot be written: no kind, no clock, no State, no name, no serial number. */
export interface NoticeMail {
  readonly reference: string;
  readonly link: string;
  readonly language: Language;
}

/** Subject and text: that there is news of a request, and where to read it. The same words whatever the notice says. */
export function wordsOf({ reference, link, language }: NoticeMail): { readonly subject: string; readonly text: string } {
  const say = translator(language);
  return {
    subject: say('mail.subject', { reference }),
    text: `${say('mail.text', { reference })}\n\n${link}\n\n${say('mail.foot')}\n`,
  };
}

/** The first of an office's languages that the desk speaks, else English. */
export function languageFor(spoken: readonly string[]): Language {
  return spoken.find(isLanguage) ?? DEFAULT_LANGUAGE;
}
