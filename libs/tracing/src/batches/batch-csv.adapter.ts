import { CsvError, parse } from 'csv-parse/sync';
import { FIREARM_TYPES, MARKING_PLACES } from '@tracedesk/firearms';
import type { Denial } from '@tracedesk/kernel';
import { unflatten } from '@tracedesk/platform';
import { BATCH_FIREARMS } from '../dto/limits.js';
import { no } from '../errors.js';

/** The columns of a table of firearms: the field of a firearm that each gives, and its words where they are from a list. */
export const FIREARM_COLUMNS = {
  serial_number: { field: 'serialNumber.value' },
  serial_number_unknown_because: { field: 'serialNumber.unknownBecause' },
  serial_number_place: { field: 'serialNumberPlace', words: MARKING_PLACES },
  type: { field: 'type.value', words: Object.keys(FIREARM_TYPES) },
  type_unknown_because: { field: 'type.unknownBecause' },
  calibre: { field: 'calibre.value' },
  calibre_unknown_because: { field: 'calibre.unknownBecause' },
  make: { field: 'make' },
  model: { field: 'model' },
  country_of_manufacture: { field: 'countryOfManufacture' },
  year_of_manufacture: { field: 'yearOfManufacture' },
  import_state: { field: 'importMarks.0.state' },
  import_year: { field: 'importMarks.0.year' },
  exhibit_number: { field: 'custody.exhibitNumber' },
  requested_state: { field: 'requestedState' },
  own_reference: { field: 'ownReference' },
  source_reference: { field: 'sourceReference' },
} as const satisfies Record<string, { readonly field: string; readonly words?: readonly string[] }>;
export type FirearmColumn = keyof typeof FIREARM_COLUMNS;

/** The firearms of a table in the shape of the DTO, unchecked; or why the table cannot be read at all. */
export type FirearmsTable =
  | { readonly ok: true; readonly firearms: readonly Readonly<Record<string, unknown>>[] }
  | { readonly ok: false; readonly denial: Denial };

/**
 * Reads CSV as spreadsheets write it: a comma, a semicolon or a tab between cells, a byte order mark or none, the names of the columns in the first
 * row, in any order. A cell left empty is a field left out. Of what stands in the table nothing is repeated in a denial.
 */
export function firearmsIn(text: string): FirearmsTable {
  const rows = rowsOf(text);
  if ('code' in rows) return { ok: false, denial: rows };
  const [head = [], ...body] = rows;
  const unknown = head.findIndex((name) => !isColumn(name));
  if (unknown !== -1) return { ok: false, denial: no('TABLE_COLUMN_UNKNOWN', 'firearms', undefined, { column: unknown + 1 }) };
  const twice = head.findIndex((name, index) => head.indexOf(name) !== index);
  if (twice !== -1) return { ok: false, denial: no('TABLE_COLUMN_TWICE', 'firearms', undefined, { column: twice + 1 }) };
  return { ok: true, firearms: body.map((cells) => firearmOf(head as FirearmColumn[], cells)) };
}

/** The column that a fault of the firearm's field stands in: `importMarks.0.year` is `import_year`; undefined where no column gives it. */
export function columnOf(field: string): FirearmColumn | undefined {
  const columns = Object.entries(FIREARM_COLUMNS) as [FirearmColumn, { readonly field: string }][];
  return columns.find(([, column]) => column.field === field || column.field.startsWith(`${field}.`))?.[0];
}

function rowsOf(text: string): readonly (readonly string[])[] | Denial {
  try {
    // One row more than a batch takes, so that too many are seen to be too many.
    const to = BATCH_FIREARMS + 2;
    return parse(text, {
      bom: true,
      trim: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      delimiter: delimiterIn(text),
      to,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return no('TABLE_UNREADABLE', 'firearms', undefined, { line: Number((error as { lines?: unknown }).lines ?? 1) });
  }
}

/** The names of the columns hold none of the three, so the first one in the table is the one. */
function delimiterIn(text: string): string {
  return /[,;\t]/.exec(text)?.[0] ?? ',';
}

function isColumn(name: string): name is FirearmColumn {
  return Object.hasOwn(FIREARM_COLUMNS, name);
}

function firearmOf(columns: readonly FirearmColumn[], cells: readonly string[]): Readonly<Record<string, unknown>> {
  return unflatten(Object.fromEntries(columns.map((column, index) => [FIREARM_COLUMNS[column].field, cells[index] ?? ''])));
}
