/** What a cell of a table says. */
export interface Cell {
  readonly text: string;
  /** Whoever wrote it marked it as text, so that no spreadsheet makes something else of it: it is as it was meant. */
  readonly marked: boolean;
}

/** What a spreadsheet takes for the beginning of a formula, in its wide forms too; some of them behind blanks. */
const FORMULA = /^ *[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;
/** The same where a cell would begin if another sign separated them, or if quotation marks were not seen. */
const FORMULA_INSIDE = /([;\t\r\n][ \t]*)('*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
const MARKED_INSIDE = /([;\t\r\n][ \t]*)'('*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;

/** A whole number that comes back as it went; one with more digits loses the last of them. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,14})$/;
/** Made of nothing but what numbers, times, dates and fractions are made of. */
const OF_NUMBERS = /^[.,(]?\p{Nd}[\p{Nd}\s.,:/()+\-eE%]*(?:[ap]\.?m\.?)?$/iu;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const OF_A_MOMENT = /^\d{4}-\d{2}-\d{2}T/;
const OF_A_MONTH = new RegExp(String.raw`^(?:\d{1,4}[\s./-]*${MONTH}|${MONTH}[a-z]*[\s./-]*\d)`, 'i');

/** The text as a cell that every spreadsheet leaves as it is: an apostrophe before what would be worked out, rounded or read as a date. */
export function markedCell(text: string): string {
  const inside = text.replaceAll(FORMULA_INSIDE, `$1'$2`);
  return needsMark(text) ? `'${inside}` : inside;
}

/** What the cell says: without the apostrophe of `markedCell`, and without the formula `="0012345"` by which exports keep a number whole. */
export function cellOf(written: string): Cell {
  const plain = written.replaceAll(MARKED_INSIDE, '$1$2');
  const marked = plain.startsWith(`'`) && needsMark(plain);
  const text = marked ? plain.slice(1) : plain;
  const [, kept] = /^="((?:[^"]|"")*)"$/s.exec(text) ?? [];
  return marked || kept === undefined ? { text, marked } : { text: kept.replaceAll('""', '"'), marked: true };
}

/** Whether the apostrophe stands before what begins with apostrophes already makes no difference: one more is put, and one taken. */
function needsMark(text: string): boolean {
  const core = text.replace(/^'+/, '');
  if (FORMULA.test(core)) return true;
  const said = core.trim();
  return !PLAIN_NUMBER.test(core) && [OF_NUMBERS, OF_A_MONTH, OF_A_MOMENT].some((look) => look.test(said));
}
