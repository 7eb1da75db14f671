import { isValidOn } from './state.js';

/**
 * After how long without a confirmation the own State is reminded. Policy of this desk, and shown as such: ITI 32 asks States to update what
 * they have told "as necessary" and names no period.
 */
export const CONFIRMATION_DAYS = 180;

const DAY = 86_400_000;

/** When the next confirmation is due. */
export function confirmationDueAt(confirmedAt: Date): Date {
  return new Date(confirmedAt.getTime() + CONFIRMATION_DAYS * DAY);
}

export function isUnconfirmed(confirmedAt: Date, now: Date): boolean {
  return confirmationDueAt(confirmedAt) <= now;
}

/** After how long without a confirmation its State is asked for an update. Policy of this desk, as above. */
export const ASKED_AFTER_YEARS = 3;

/** What is looked at of an office to know whether its State has to be asked about it. */
export interface OfficeInReview {
  readonly id: string;
  readonly confirmedAt: Date;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly updateAskedAt: Date | null;
}

/**
 * Of a State's offices those about which it is to be asked: one that answers and that nobody confirmed for three years; where nobody answers any
 * more, the one that answered last. Once: until it is confirmed or changed, nothing more is asked about it.
 */
export function officesToAskAbout<Office extends OfficeInReview>(
  offices: readonly Office[],
  on: { readonly day: string; readonly now: Date },
): readonly Office[] {
  const answering = offices.filter((office) => isValidOn(office, on.day));
  const expired = offices
    .filter(({ validUntil }) => validUntil !== null && validUntil < on.day)
    .sort((one, other) => (one.validUntil ?? '').localeCompare(other.validUntil ?? '') || one.id.localeCompare(other.id));
  const awaited = offices.some(({ validFrom }) => validFrom > on.day);
  const wanted =
    answering.length > 0 || awaited ? answering.filter((office) => isLongUnconfirmed(office, on.now)) : expired.slice(-1);
  return wanted.filter(({ updateAskedAt }) => updateAskedAt === null);
}

function isLongUnconfirmed({ confirmedAt }: OfficeInReview, now: Date): boolean {
  const asked = new Date(confirmedAt);
  asked.setUTCFullYear(asked.getUTCFullYear() + ASKED_AFTER_YEARS);
  return asked <= now;
}
