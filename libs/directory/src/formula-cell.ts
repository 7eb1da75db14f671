/** What a spreadsheet takes for the beginning of a formula, in its wide forms too, whether or not an apostrophe keeps it from doing so. */
const FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u;

/** The text as a cell that no spreadsheet works out: an apostrophe before what looks like a formula. */
export function cellOf(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that such a cell says. A cell that a person wrote without the apostrophe says the same. */
export function textIn(cell: string): string {
  return cell.startsWith(`'`) && FORMULA.test(cell) ? cell.slice(1) : cell;
}
