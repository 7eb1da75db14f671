import type { StateCode } from '@tracedesk/kernel';

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
export interface ContactPoint {
  readonly id: string;
  readonly state: StateCode;
  readonly office: string;
  readonly email: string;
  readonly telephone: string | null;
  readonly languages: readonly string[];
  /** Local dates of the State; `validUntil` is the last day. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Whether the contact point answers on that day, a local date of its State. */
export function isValidOn(contactPoint: Pick<ContactPoint, 'validFrom' | 'validUntil'>, day: string): boolean {
  return contactPoint.validFrom <= day && (contactPoint.validUntil === null || day <= contactPoint.validUntil);
}
