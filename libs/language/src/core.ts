// The pure files of this room: all of them.
export {
  DEFAULT_LANGUAGE,
  DIRECTIONS,
  LANGUAGES,
  LANGUAGE_NAMES,
  LOCALES,
  isLanguage,
  negotiateLanguage,
  type Language,
  type LanguageWishes,
} from './languages.js';
// Messages
export { translator, type Translator } from './translator.js';
export type { MessageKey } from './messages/catalogues.js';
export { problemTextOf, hasProblemText, type ProblemText } from './problem-text.js';
// Formats
export { dueDistance, formats, type DueDistance, type Formats } from './formats.js';
// Names of States
export { MEMBER_STATES } from './states/members.js';
export { countriesOnMarks, isKnownState, sortedByName, stateName, type NamedState } from './states/names.js';
