import type { StateCode } from '@tracedesk/kernel';
import type { ContactScope } from './contact-scope.js';

/** A State that the hub serves. Its name in each language is the language room's knowledge. */
export interface State {
  readonly code: StateCode;
  /** IANA name. Days of legal periods are counted in the acting State's zone. */
  readonly timeZone: string;
  /** Whether its tracing officers submit themselves, or only through their contact point's release. */
  readonly officersSubmit: boolean;
  readonly active: boolean;
  /** A dissolved State keeps its history and can be asked nothing. */
  readonly dissolvedOn: string | null;
  readonly demonstration: boolean;
}

/** A State as a party to a request. */
export interface PartyState extends State {
  /** Whether a national point of contact answers there (ITI 25). */
  readonly reachable: boolean;
}

/** A national point of contact (ITI 25): the office that answers for its State, for as long as it is valid. */
export interface ContactPoint extends ContactPointDetails {
  readonly id: string;
  readonly state: StateCode;
  /** Grows with every change; each former row is kept as a version. */
  readonly version: number;
  /** When its own State last said that all of this is so. */
  readonly confirmedAt: Date;
  /** When its State was asked for an update; nothing once it has said something. */
  readonly updateAskedAt?: Date | null;
}

/** What a State says about an office of its own. */
export interface ContactPointDetails {
  readonly office: string;
  readonly email: string;
  readonly telephone: string | null;
  readonly languages: readonly string[];
  /** Other ways to it, by name, such as I-24/7. */
  readonly channels: readonly string[];
  /** Days on which it works, Monday being 1, and its hours, by its State's clock. No days: nothing is said. */
  readonly workingDays: readonly number[];
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  /** Who answers when the office does not. */
  readonly deputies: readonly string[];
  /** The legal bases of the requests it gets, or `all`. */
  readonly scope: readonly ContactScope[];
  /** Local dates of the State; `validUntil` is the last day. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** A contact point as it stood before a change. */
export interface ContactPointVersion {
  readonly version: number;
  readonly replacedAt: Date;
  readonly content: Omit<ContactPoint, 'confirmedAt'> & { readonly confirmedAt: string };
}

/** Whether the contact point answers on that day, a local date of its State. */
export function isValidOn(contactPoint: Pick<ContactPoint, 'validFrom' | 'validUntil'>, day: string): boolean {
  return contactPoint.validFrom <= day && (contactPoint.validUntil === null || day <= contactPoint.validUntil);
}
