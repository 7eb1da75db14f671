import { createHash } from 'node:crypto';

/** Why a message did not leave; `gone`: whom it was for cannot be written to any more. The mail server's own words are kept nowhere: they repeat addresses. */
export const DELIVERY_ERRORS = ['refused', 'temporary', 'sign_in', 'unreachable', 'unknown', 'gone'] as const;
export type DeliveryError = (typeof DELIVERY_ERRORS)[number];

export type Attempt = 'sent' | DeliveryError;

export const DELIVERY_STATUSES = ['waiting', 'sent', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

const MINUTE_MS = 60_000;
const LONGEST_PAUSE_MS = 6 * 60 * MINUTE_MS;
/** A message that could not be sent for so long is given up; its notice has been in the desk all the time. */
export const GIVEN_UP_AFTER_MS = 3 * 24 * 60 * MINUTE_MS;

/** When the attempt after this one may begin: 1, 2, 4 … minutes later, at most six hours. */
export function nextAttemptAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + Math.min(MINUTE_MS * 2 ** Math.min(attempts - 1, 30), LONGEST_PAUSE_MS));
}

/** What an attempt makes of a delivery: a recipient or a message that was refused is not tried again, everything else for three days. */
export function statusAfter(attempt: Attempt, roundBeganAt: Date, now: Date): DeliveryStatus {
  if (attempt === 'sent') return 'sent';
  const givenUp = now.getTime() - roundBeganAt.getTime() >= GIVEN_UP_AFTER_MS;
  return attempt === 'refused' || attempt === 'gone' || givenUp ? 'failed' : 'waiting';
}

/**
 * The name of a message: all attempts of a round share it, so that a mailbox knows the second as the first. A round that a person asked
 * for has another: whoever deleted the first message must not have the second one kept from them.
 */
export function messageNameOf(deliveryId: string, round: number): string {
  return round === 1 ? deliveryId : `${deliveryId}.${round}`;
}

/** The name of a digest: of what stands in it. A digest of more is another message, for a mailbox must not take it for the one it had. */
export function digestNameOf(deliveries: readonly { readonly id: string; readonly round: number }[]): string {
  const names = deliveries.map(({ id, round }) => messageNameOf(id, round)).sort();
  return createHash('sha256').update(names.join()).digest('hex').slice(0, 32);
}

/** Enough of an address to know it by, and not enough to write to: `t…@qm.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at < 1 ? '…' : `${first}…${address.slice(at)}`;
}

/** What a mail client's error says, by the command that was answered (RFC 5321, 4.2). */
export function errorClassOf(error: {
  readonly code?: unknown;
  readonly command?: unknown;
  readonly responseCode?: unknown;
}): DeliveryError {
  const { code, command, responseCode } = error;
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'sign_in';
  if (typeof responseCode === 'number') {
    const aboutTheMessage = command === 'RCPT TO' || command === 'DATA';
    return responseCode >= 500 && aboutTheMessage ? 'refused' : 'temporary';
  }
  return typeof code === 'string' && UNREACHABLE.has(code) ? 'unreachable' : 'unknown';
}

const UNREACHABLE = new Set(['ECONNECTION', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']);
