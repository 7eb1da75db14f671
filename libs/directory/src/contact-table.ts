import type { Table } from '@tracedesk/platform/core';
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

/** The rows of a table by their columns, and what is wrong with its form. Names of columns that are wrong stop all: no cell could be trusted. */
export function rowsOfTable(table: Table): { readonly rows: readonly NumberedRow[]; readonly faults: readonly TableFault[] } {
  const faults = headerFaults(table.columns);
  if (faults.length > 0) return { rows: [], faults };
  const count = table.rows.length + table.faults.length;
  if (count === 0) return { rows: [], faults: [fault(2, null, '', 'IMPORT_ROWS_MISSING')] };
  if (count > MOST_ROWS)
    return { rows: [], faults: [fault(MOST_ROWS + 2, null, String(count), 'IMPORT_ROWS_TOO_MANY', { max: MOST_ROWS })] };
  const columns = table.columns.map(({ name }) => name as ContactColumn);
  return {
    rows: table.rows.map(({ row, cells }) => ({
      row,
      says: rowOf(
        columns,
        cells.map(({ text }) => text),
      ),
    })),
    faults: table.faults.map(({ row, code, position }) => fault(row, null, '', code, { column: position ?? 0 })),
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

function headerFaults(columns: Table['columns']): readonly TableFault[] {
  const known: readonly string[] = CONTACT_COLUMNS;
  const names = columns.map(({ name }) => name);
  const unknown = columns.filter(({ name }) => !known.includes(name));
  const twice = columns.filter(({ name }, at) => known.includes(name) && names.indexOf(name) < at);
  const missing = CONTACT_COLUMNS.filter((name) => !COLUMNS_OF_THE_DESK.includes(name) && !names.includes(name));
  return [
    ...unknown.map(({ written }) =>
      fault(1, written.slice(0, LONGEST_FOUND), written, 'IMPORT_COLUMN_UNKNOWN', { columns: CONTACT_COLUMNS.join(', ') }),
    ),
    ...twice.map(({ name, written }) => fault(1, name, written, 'IMPORT_COLUMN_TWICE')),
    ...missing.map((name) => fault(1, name, '', 'IMPORT_COLUMN_MISSING')),
  ];
}
