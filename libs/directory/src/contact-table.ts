import { COLUMNS_OF_THE_DESK, CONTACT_COLUMNS, rowOf, type ContactColumn, type ContactRow } from './contact-point-columns.js';

/** More offices than any State has. */
export const MOST_ROWS = 200;
export const IMPORT_BYTES_MAX = 256 * 1024;

/** What is wrong with one cell, or with the whole row or the header: what was found there, and by its code what would help. */
export interface TableFault {
  /** As a spreadsheet counts: the header is row 1. */
  readonly row: number;
  /** `null`: the row itself. */
  readonly column: string | null;
  readonly found: string;
  readonly code: string;
  readonly details?: Readonly<Record<string, string | number>>;
}

export interface NumberedRow {
  readonly row: number;
  readonly says: ContactRow;
}

const LONGEST_FOUND = 100;

/** The rows of a table by their columns, and what is wrong with its form. A header that is wrong stops all: no cell could be trusted. */
export function rowsOfTable(rows: readonly (readonly string[])[]): {
  readonly rows: readonly NumberedRow[];
  readonly faults: readonly TableFault[];
} {
  const [header = [], ...rest] = rows;
  const columns = header.map((name) => name.trim());
  const faults = headerFaults(columns);
  if (faults.length > 0) return { rows: [], faults };
  const numbered = rest
    .map((cells, at) => ({ row: at + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (numbered.length === 0) return { rows: [], faults: [fault(2, null, '', 'IMPORT_ROWS_MISSING')] };
  if (numbered.length > MOST_ROWS)
    return {
      rows: [],
      faults: [fault(MOST_ROWS + 2, null, String(numbered.length), 'IMPORT_ROWS_TOO_MANY', { max: MOST_ROWS })],
    };
  const whole = ({ cells }: { readonly cells: readonly string[] }): boolean => cells.length === columns.length;
  return {
    rows: numbered.filter(whole).map(({ row, cells }) => ({ row, says: rowOf(columns as ContactColumn[], cells) })),
    faults: numbered
      .filter((one) => !whole(one))
      .map(({ row, cells }) => fault(row, null, String(cells.length), 'IMPORT_CELLS_MISCOUNTED', { max: columns.length })),
  };
}

export function fault(
  row: number,
  column: string | null,
  found: string,
  code: string,
  details?: TableFault['details'],
): TableFault {
  const [cut, rest] = [found.slice(0, LONGEST_FOUND), found.slice(LONGEST_FOUND)];
  return { row, column, found: rest === '' ? cut : `${cut}…`, code, ...(details ? { details } : {}) };
}

function headerFaults(columns: readonly string[]): readonly TableFault[] {
  const known: readonly string[] = CONTACT_COLUMNS;
  const unknown = columns.filter((name) => !known.includes(name));
  const twice = columns.filter((name, at) => known.includes(name) && columns.indexOf(name) < at);
  const missing = CONTACT_COLUMNS.filter((name) => !COLUMNS_OF_THE_DESK.includes(name) && !columns.includes(name));
  return [
    ...unknown.map((name) =>
      fault(1, name.slice(0, LONGEST_FOUND), name, 'IMPORT_COLUMN_UNKNOWN', { columns: CONTACT_COLUMNS.join(', ') }),
    ),
    ...twice.map((name) => fault(1, name, name, 'IMPORT_COLUMN_TWICE')),
    ...missing.map((name) => fault(1, name, '', 'IMPORT_COLUMN_MISSING')),
  ];
}
