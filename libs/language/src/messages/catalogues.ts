import type { Language } from '../languages.js';
import { ENGLISH, type English } from './en/all.js';
import { FRENCH } from './fr/all.js';

export type { English };
export type MessageKey = keyof English;

/** Every message in every language. */
export const CATALOGUES: Readonly<Record<Language, Readonly<Record<MessageKey, string>>>> = { en: ENGLISH, fr: FRENCH };
