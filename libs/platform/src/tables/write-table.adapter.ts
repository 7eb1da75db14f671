import { stringify } from 'csv-stringify/sync';
import { markedCell } from './marked-cell.js';

/**
 * A table as CSV for spreadsheets: RFC 4180 in UTF-8 with a byte order mark, by which they know the encoding; every cell in quotation marks, and
 * each that one would make something else of, a formula above all, begins with an apostrophe. `readTable` gives the same rows.
 */
export function writeTable(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((cells) => cells.map(markedCell)),
    { bom: true, record_delimiter: 'windows', quoted: true, quoted_empty: true },
  );
}
