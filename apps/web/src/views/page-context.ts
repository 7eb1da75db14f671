import type { Formats, Language, Translator } from '@tracedesk/language';
import type { Role, StateCode } from '@tracedesk/kernel';

/** What every page knows: who looks, in which language, at what business time. Views get it as a parameter; nothing is ambient. */
export interface PageContext {
  readonly language: Language;
  readonly t: Translator;
  readonly formats: Formats;
  /** Path of the page, for the language switch and the navigation. */
  readonly path: string;
  readonly demonstration: boolean;
  readonly now: Date;
  readonly person: SignedInView | null;
  /** The reader has switched single keys off: who dictates or types by other means would press them without meaning to. */
  readonly withoutKeys?: boolean;
}

export interface SignedInView {
  readonly displayName: string;
  readonly role: Role;
  readonly state: StateCode;
  readonly csrfToken: string;
  /** Where the role has something to see. */
  readonly places: readonly Place[];
  /** `null` where a role has no requests to count. */
  readonly counts: DeskCounts | null;
}

/** Places of the navigation, in its order. */
export const PLACES = [
  'incoming',
  'outgoing',
  'drafts',
  'search',
  'cases',
  'consents',
  'notices',
  'directory',
  'reports',
  'deadline-profiles',
  'new',
] as const;
export type Place = (typeof PLACES)[number];

export interface DeskCounts {
  readonly incoming: number;
  readonly outgoing: number;
  readonly drafts: number;
  readonly notices: number;
}
