import type { Branded } from './ids.js';

/** A State by its ISO 3166-1 alpha-2 code, or its four-letter ISO 3166-3 code once it is dissolved. */
export type StateCode = Branded<'StateCode'>;

const SHAPE = /^[A-Z]{2}(?:[A-Z]{2})?$/;

/** Whether the text has the shape of a State's code. Whether such a State exists is the directory's knowledge. */
export function isStateCode(text: string): text is StateCode {
  return SHAPE.test(text);
}

/** Reads a code whose shape the caller vouches for. */
export function stateCode(text: string): StateCode {
  if (!isStateCode(text)) throw new TypeError('A State code has two capital letters, or four once the State is dissolved.');
  return text;
}
