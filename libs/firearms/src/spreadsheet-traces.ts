import type { Certainty } from './misread-numbers.js';

/** What a spreadsheet makes of a number that it takes for a quantity, a day, or a formula. */
export const SPREADSHEET_TRACES = ['decimals', 'power', 'day', 'rounded', 'formula_error'] as const;
export type SpreadsheetTrace = (typeof SPREADSHEET_TRACES)[number];

export interface Reworked {
  readonly trace: SpreadsheetTrace;
  readonly certainty: Exclude<Certainty, 'certain'>;
}

const MONTH =
  'jan|feb|f[eé]v|mar|m[aä]r|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|ago|ao[uû]t|sep|set|oct|okt|ott|out|nov|dec|d[eé]c|dez|dic';

/** In the order they are tried. A serial number of such a shape may exist: each is a reason to look at the source, not proof. */
const TRACES: readonly (Reworked & { readonly shape: RegExp })[] = [
  // 104552 becomes 104552.0 or 104552,00 in a column of quantities.
  { trace: 'decimals', certainty: 'likely', shape: /^\d+[.,]0{1,2}$/ },
  // 104552000000 becomes 1.04552E+11, and so does 1E11. Programs always write the sign of the power.
  { trace: 'power', certainty: 'likely', shape: /^\d(?:[.,]\d+)?E[+-]\d{1,3}$/i },
  // 12-10 becomes 12-Oct, and OCT12 the like.
  {
    trace: 'day',
    certainty: 'likely',
    shape: new RegExp(
      `^(?:\\d{1,2}[-. /]+(?:${MONTH})\\p{L}{0,6}\\.?(?:[-. /]+\\d{2,4})?|(?:${MONTH})\\p{L}{0,6}\\.?[-. /]+\\d{2,4})$`,
      'iu',
    ),
  },
  { trace: 'day', certainty: 'likely', shape: /^(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:[T ]00:00(?::00)?)?$/ },
  { trace: 'day', certainty: 'possible', shape: /^(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\1(?:19|20)?\d\d$/ },
  // Only the first fifteen digits of a quantity are kept.
  { trace: 'rounded', certainty: 'possible', shape: /^[1-9]\d{14}0+$/ },
  { trace: 'formula_error', certainty: 'likely', shape: /^#(?:N\/A|REF!|VALUE!|NAME\?|NUM!|DIV\/0!|NULL!|#+)$/i },
];

/**
 * What a spreadsheet seems to have made of a serial number, or `null`. What it was before cannot be worked out from it: whoever holds the source
 * looks there, and keeps such columns as text.
 */
export function reworkedBySpreadsheet(text: string): Reworked | null {
  const found = TRACES.find(({ shape }) => shape.test(text.trim()));
  return found ? { trace: found.trace, certainty: found.certainty } : null;
}

/** The text of a cell that was protected against being taken for a quantity: ="0012345" and '0012345 are 0012345. */
export function unprotected(cell: string): string {
  return /^\s*=\s*"((?:[^"]|"")*)"\s*$/.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell.replace(/^\s*'(?=.)/, '');
}
