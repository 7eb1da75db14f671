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
