/** Why the bytes a client sent are not taken, before anything looks at their meaning. */
export type MalformedCode =
  | 'BODY_NOT_UTF8'
  | 'BODY_NOT_JSON'
  | 'BODY_NOT_A_FORM'
  | 'BODY_TOO_DEEP'
  | 'BODY_TOO_MANY_FIELDS'
  | 'DUPLICATE_MEMBER'
  | 'FORBIDDEN_MEMBER'
  | 'TEXT_NOT_WELL_FORMED'
  | 'URL_MALFORMED'
  | 'HOST_MISSING';

/** Thrown by the strict readers; answered with 400 and the code. Says where the fault is, never what stood there. */
export class MalformedInput extends Error {
  constructor(
    readonly code: MalformedCode,
    readonly field?: string,
  ) {
    super(code);
    this.name = 'MalformedInput';
  }
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Refuses the names through which an object's prototype could be reached. */
export function checkMemberName(name: string, path: string): void {
  checkText(name, path);
  if (FORBIDDEN.has(name)) throw new MalformedInput('FORBIDDEN_MEMBER', path);
}

/** Refuses what PostgreSQL cannot store or would store as something else: NUL and lone surrogates. */
export function checkText(text: string, path: string): void {
  if (text.includes('\0') || !text.isWellFormed()) throw new MalformedInput('TEXT_NOT_WELL_FORMED', path);
}

/** Bytes as text, or a refusal: a replacement character would silently change evidence. */
export function strictUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new MalformedInput('BODY_NOT_UTF8');
  }
}

/** A browser's form ends lines with two signs where its field counted one; every text has LF from here on, before any limit is looked at. */
export function withLineFeeds(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
