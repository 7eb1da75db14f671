import { UNKNOWN_POSITION } from './serial-reading.js';

/** How well one character of a mark can be read: the sign stands below its character. */
export const LEGIBILITY = { clear: '=', doubtful: '~', unreadable: UNKNOWN_POSITION } as const;
export type Legibility = keyof typeof LEGIBILITY;

/** How much of a mark was taken off. */
export const OBLITERATIONS = ['none', 'partial', 'total'] as const;
export type Obliteration = (typeof OBLITERATIONS)[number];

/** How a mark that was taken off is brought back (ITI 7: marks are recoverable as far as technically possible). */
export const RECOVERY_METHODS = [
  'chemical_etching',
  'electrolytic_etching',
  'magnetic_particles',
  'heat',
  'ultrasound',
  'imaging',
  'other',
] as const;
export type RecoveryMethod = (typeof RECOVERY_METHODS)[number];

/** How a mark was put on: the choice is a national prerogative (ITI 7). */
export const MARKING_METHODS = [
  'stamped',
  'rolled',
  'engraved',
  'laser',
  'dot_peen',
  'cast',
  'etched',
  'printed',
  'electronic',
  'other',
] as const;
export type MarkingMethod = (typeof MARKING_METHODS)[number];

/** What can be said of a mark besides its text. */
export interface MarkReading {
  /**
   * A sign below each character of the text: `=` clear, `~` doubtful, `?` unreadable. What is unreadable stands as `?` in the text too, so that the
   * two agree: A1?4 with ==?~ is an A and a 1, something, and what may be a 4.
   */
  readonly legibility?: string;
  readonly obliteration?: Obliteration;
  /** Whether what was taken off was brought back, and how it was tried. */
  readonly recovered?: boolean;
  readonly recoveryMethod?: RecoveryMethod;
  readonly method?: MarkingMethod;
}

export interface ReadCharacter {
  readonly character: string;
  readonly legibility: Legibility;
}

/** The text character by character. Without signs, a `?` is unreadable and everything else clear. */
export function charactersOf(text: string, { legibility }: Pick<MarkReading, 'legibility'> = {}): readonly ReadCharacter[] {
  const signs = [...(legibility ?? '')];
  return [...text].map((character, index) => ({ character, legibility: legibilityOf(signs[index], character) }));
}

/** Whether the signs stand below this text: one each, and unreadable exactly where the text says so. */
export function signsFit(text: string, signs: string): boolean {
  const [characters, marks] = [[...text], [...signs]];
  return (
    characters.length === marks.length &&
    marks.every((mark) => mark in BY_SIGN) &&
    characters.every((character, index) => (character === UNKNOWN_POSITION) === (marks[index] === LEGIBILITY.unreadable))
  );
}

const BY_SIGN: Readonly<Record<string, Legibility>> = Object.fromEntries(
  (Object.keys(LEGIBILITY) as Legibility[]).map((legibility) => [LEGIBILITY[legibility], legibility]),
);

function legibilityOf(sign: string | undefined, character: string): Legibility {
  return BY_SIGN[sign ?? character] ?? 'clear';
}
