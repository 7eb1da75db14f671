import type { Certainty } from './misread-numbers.js';

interface KeyClass {
  readonly certainty: Certainty;
  /** What may differ between two readings that meet in this class, and why they may be of one number all the same. */
  readonly reason: string;
}

/**
 * The classes of keys, from the surest to the widest. Two readings that share a key of a class may be of the same number, as surely as it says.
 * Only `exact` is certain, and nothing that left a character out, or took one for another, is ever `exact`.
 */
export const SERIAL_KEY_CLASSES = {
  exact: {
    certainty: 'certain',
    reason: 'The same characters. Case, blanks and separators do not count, nor does the script in which a digit is written.',
  },
  plain: {
    certainty: 'likely',
    reason: 'The same in plain letters and digits: other scripts by shape or sound, accents and signs left out.',
  },
  label: {
    certainty: 'likely',
    reason: 'The same without letters that may announce a number and may begin it: SN, NR, NO, SER.',
  },
  zeros: {
    certainty: 'likely',
    reason: 'The same without the zeros that lead its digits: spreadsheets take them away, registers fill up with them.',
  },
  folded: {
    certainty: 'likely',
    reason: 'The same after folding what is confused on metal: O/0 and a slashed zero, I/1, L/1, S/5, B/8, Z/2, G/6.',
  },
  ncic: {
    certainty: 'likely',
    reason:
      'The same by the rule of the NCIC gun file: letters between digits do not count, O is zero, prefix and suffix letters count.',
  },
  deletion: {
    certainty: 'possible',
    reason: 'One character wrong, missing, added, or two neighbours swapped: both lose a character and are then the same.',
  },
  confused: {
    certainty: 'possible',
    reason: 'The same after folding what is confused more seldom too: 4/A, 7/T, 9/O, J/I, 1/7, 3/8, D/O, Q/O, U/V.',
  },
  position: {
    certainty: 'possible',
    reason:
      'The number with one stretch of it unread, at its place and in its length: what a search with unknown positions asks for.',
  },
  pattern: {
    certainty: 'possible',
    reason: 'The number of which a stretch is unread itself; a whole number asks for it by each of its stretches.',
  },
  partial: {
    certainty: 'possible',
    reason: 'Both are unread in places, and say the same wherever both could be read.',
  },
} as const satisfies Record<string, KeyClass>;

export type SerialKeyClass = keyof typeof SERIAL_KEY_CLASSES;

/** The classes alone, the surest first. */
export const SERIAL_KEY_CLASS_NAMES = Object.keys(SERIAL_KEY_CLASSES) as readonly SerialKeyClass[];
