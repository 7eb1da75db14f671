/**
 * Capitals that look alike in a stamped number. A number is read by its shapes, so that shape counts, not sound:
 * the Cyrillic letter that sounds like R looks like P. Nothing is lost: no two letters of one script become one.
 */
// prettier-ignore
export const SAME_SHAPE: Readonly<Record<string, string>> = {
  // Cyrillic
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', І: 'I', Ј: 'J', Ѕ: 'S',
  // Greek
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
  // Ways of typing a slashed zero
  '∅': 'Ø', '⌀': 'Ø',
};

/** A letter that looks like a digit is not the digit: the two are told apart wherever they stand side by side. */
export const LIKE_A_DIGIT: Readonly<Record<string, string>> = { З: '3' };

/** Cyrillic letters without a Latin look-alike, by GOST 7.79-2000 (system B) without its apostrophes. */
// prettier-ignore
export const CYRILLIC_BY_SOUND: Readonly<Record<string, string>> = {
  Б: 'B', Г: 'G', Д: 'D', Ж: 'ZH', И: 'I', Л: 'L', П: 'P', Ф: 'F', Ц: 'CZ', Ч: 'CH', Ш: 'SH', Щ: 'SHH', Ы: 'Y', Э: 'E', Ю: 'YU', Я: 'YA',
  Є: 'YE', Ґ: 'G', Љ: 'L', Њ: 'N', Џ: 'DH',
};

/** Greek letters without a Latin look-alike, by ISO 843. */
// prettier-ignore
export const GREEK_BY_SOUND: Readonly<Record<string, string>> = {
  Γ: 'G', Δ: 'D', Θ: 'TH', Λ: 'L', Ξ: 'X', Π: 'P', Σ: 'S', Φ: 'F', Ψ: 'PS', Ω: 'O',
};
