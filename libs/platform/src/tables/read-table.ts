import { cellOf, type Cell } from './marked-cell.js';
import { rowsIn } from './rows-in.js';

/** A column that has a name. Names are compared as people write them: in any case, with blanks for underscores. */
export interface TableColumn {
  readonly name: string;
  /** As it stands there. */
  readonly written: string;
  /** Counted from 1. */
  readonly position: number;
}

export interface TableRow {
  /** As a spreadsheet counts: the names of the columns are row 1. */
  readonly row: number;
  /** One to each column, in their order. */
  readonly cells: readonly Cell[];
}

export type RowFaultCode = 'TABLE_ROW_UNREADABLE' | 'TABLE_CELL_WITHOUT_COLUMN';

export interface RowFault {
  readonly row: number;
  readonly code: RowFaultCode;
  /** Where the cell stands that has no column, counted from 1. */
  readonly position?: number;
}

export interface Table {
  readonly columns: readonly TableColumn[];
  /** Every row that says something and can be read, whatever is wrong with others. */
  readonly rows: readonly TableRow[];
  readonly faults: readonly RowFault[];
}

const SEPARATORS = [',', ';', '\t'] as const;
const NOTHING: Cell = { text: '', marked: false };

/**
 * Reads a table as spreadsheets write it: a comma, a semicolon or a tab between cells (which, a first line `sep=;` or the names of the columns
 * show), a byte order mark or none, lines that end in whatever way, columns without name and content, rows that stop early. A row that cannot
 * be read is a fault of its own and takes no other with it.
 */
export function readTable(text: string): Table {
  const [, told, body = ''] = /^\uFEFF?(?:"?sep=([,;\t])"?[^\S\n\r]*(?:\r\n|\n|\r|$))?([^]*)$/i.exec(text) ?? [];
  const table = body.replace(/^(?:[^\S\n\r]*[\r\n])+/, '');
  const [head, ...rest] = rowsIn(table, told ?? separatorIn(table));
  const columns = (head?.cells ?? []).map((written, at) => ({
    name: nameOf(written),
    written: written.trim(),
    position: at + 1,
  }));
  const faults: RowFault[] = head?.broken ? [{ row: 1, code: 'TABLE_ROW_UNREADABLE' }] : [];
  const rows: TableRow[] = [];
  for (const [at, { cells, broken }] of rest.entries()) {
    const row = at + 2;
    const stray = cells.findIndex((cell, place) => cell.trim() !== '' && (columns[place]?.name ?? '') === '');
    if (broken) faults.push({ row, code: 'TABLE_ROW_UNREADABLE' });
    else if (stray !== -1) faults.push({ row, code: 'TABLE_CELL_WITHOUT_COLUMN', position: stray + 1 });
    else if (cells.some((cell) => cell.trim() !== '')) rows.push({ row, cells: cells.map(cellOf) });
  }
  const named = columns.filter(({ name }) => name !== '');
  return {
    columns: named,
    rows: rows.map(({ row, cells }) => ({ row, cells: named.map(({ position }) => cells[position - 1] ?? NOTHING) })),
    faults,
  };
}

/** The sign that stands most often between the names of the columns, none of which holds one. */
function separatorIn(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  const count = (sign: string): number => line.split(sign).length;
  return SEPARATORS.reduce<string>((best, sign) => (count(sign) > count(best) ? sign : best), SEPARATORS[0]);
}

function nameOf(written: string): string {
  return written
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '_');
}
