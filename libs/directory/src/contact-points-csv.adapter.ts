import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { CONTACT_COLUMNS, cellsOf } from './contact-point-columns.js';
import type { ContactPoint } from './state.js';

/** The rows of a table as they stand there, the header first; or the row in which the table stops being one. */
export type ReadTable =
  { readonly ok: true; readonly rows: readonly (readonly string[])[] } | { readonly ok: false; readonly brokenRow: number };

const DELIMITERS = [',', ';', '\t'] as const;
const LONGEST_ROW = 20_000;

/**
 * Contact points as CSV, for the list that States send to the United Nations (ITI 31(a)): RFC 4180 in UTF-8 with a byte order mark, by which
 * spreadsheets know the encoding. A cell that a spreadsheet would take for a formula begins with an apostrophe, a telephone number's plus sign too.
 */
export function contactPointsCsv(offices: readonly ContactPoint[]): string {
  return stringify([CONTACT_COLUMNS, ...offices.map(cellsOf)], { bom: true, record_delimiter: 'windows' });
}

/** Reads such a table again, also as a spreadsheet saves it where the comma belongs to numbers. Which it is shows in the header. */
export function readTable(text: string): ReadTable {
  const [header = ''] = text.split(/\r?\n/, 1);
  const count = (sign: string): number => header.split(sign).length;
  const delimiter = DELIMITERS.reduce((best, sign) => (count(sign) > count(best) ? sign : best));
  let read = 0;
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      max_record_size: LONGEST_ROW,
      on_record: (cells: string[]) => {
        read += 1;
        return cells;
      },
    });
    return { ok: true, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { ok: false, brokenRow: read + 1 };
  }
}
