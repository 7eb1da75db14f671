import type { Branded } from './ids.js';

/** One mailbox, `local@domain`: never a list, a group or a name with an address. A mail program reads it as this one and no other. */
export type Mailbox = Branded<'Mailbox'>;

/** What a path of RFC 5321 has room for, 4.5.3.1. */
export const MAILBOX_MAX = 254;
const LOCAL_OCTETS_MAX = 64;

// A dot-atom of RFC 5322, 3.2.3, with the letters of all scripts (RFC 6531). What an address list, a group, a route, a comment or a quoted
// text is made of has no place in it.
const ATOM = String.raw`[\p{L}\p{M}\p{N}!#$%&'*+/=?^_{|}~\x60-]+`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?`;
const SHAPE = new RegExp(String.raw`^${ATOM}(?:\.${ATOM})*@${LABEL}(?:\.${LABEL})+$`, 'u');

/** Whether the text is exactly one mailbox. Whether anybody reads it there is not known. */
export function isMailbox(text: string): text is Mailbox {
  if (text.length > MAILBOX_MAX || !SHAPE.test(text)) return false;
  const [local = '', domain = ''] = text.split('@');
  // A domain that is another one once it is spelled out (a fullwidth letter, a ligature) would be shown as one and written to as the other.
  return new TextEncoder().encode(local).length <= LOCAL_OCTETS_MAX && domain.normalize('NFKC') === domain.normalize('NFC');
}

/** The text as a mailbox, or `null`: what was stored before this rule stood may be none. */
export function mailboxIn(text: string): Mailbox | null {
  return isMailbox(text) ? text : null;
}

/** Reads a mailbox that the caller vouches for. */
export function mailbox(text: string): Mailbox {
  if (!isMailbox(text)) throw new TypeError('A mailbox is one address, such as tracing@office.example, and nothing beside it.');
  return text;
}
