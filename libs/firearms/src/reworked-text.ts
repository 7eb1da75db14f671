/** What a spreadsheet made of a text that it took for something else. What stood on the firearm cannot be worked out from it. */
export const REWORKINGS = ['decimal', 'exponent', 'zero', 'date', 'time', 'error'] as const;
export type Reworking = (typeof REWORKINGS)[number];

const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const YEAR = '(?:\\d{2}|\\d{4})';
const NAMED_MONTH =
  '(?:jan(?:v|uary|vier)?|f[eé]v?b?r?|mars?|avr|apr(?:il)?|mai|may|june?|juin|july?|juil|aug|ao[uû]t|sept?|oct|nov|d[eé]c)\\.?';

/** What each looks like, with an example; the plainest first. */
const LOOKS: readonly (readonly [Reworking, RegExp])[] = [
  ['error', /^#(?:NAME\?|VALUE!|REF!|DIV\/0!|N\/A|NUM!|NULL!|NOM\s?\?|VALEUR\s?!|#+)$/i], // #NAME? of -1AB, ##### of a narrow column
  ['exponent', /^[+-]?\d(?:[.,]\d+)?E[+-]\d{2,3}$/i], // 1.04552E+11 of 104552012345, 1.2E+035 of 12E34
  ['decimal', /^\d+[.,]0+$/], // 778812.0 of 778812
  ['zero', /^0[.,]\d+$/], // 0.38 of .380
  ['time', /^\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?$/i],
  ['date', /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/], // 2026-03-04 of 4/3
  ['date', new RegExp(`^(?:${DAY}([/.-])${MONTH}|${MONTH}([/.-])${DAY})(?:\\1|\\2)${YEAR}$`)], // 04/03/2026
  ['date', new RegExp(`^(?:${DAY}|\\d{4})[ -]${NAMED_MONTH}(?:[ -]${YEAR})?$`, 'i')], // 12-Oct of OCT12
  ['date', new RegExp(`^${NAMED_MONTH}[ -]${YEAR}$`, 'i')], // Dec-70 of 12/70
];

/**
 * Whether a text from a table looks as if a spreadsheet had made it of another one, and of what kind; `null` where it does not. It is a
 * suspicion: a number may have been struck so. Whoever marked the cell as text has said that it was.
 */
export function reworkingOf(text: string): Reworking | null {
  const said = text.trim();
  return LOOKS.find(([, look]) => look.test(said))?.[0] ?? null;
}
