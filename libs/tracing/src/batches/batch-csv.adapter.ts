import { FIREARM_TYPES, MARKING_PLACES, reworkingOf } from '@tracedesk/firearms';
import type { Denial, DenialDetails } from '@tracedesk/kernel';
import { readTable, unflatten, type Cell, type RowFaultCode } from '@tracedesk/platform';
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

/** What was read from metal or from a record, sign by sign. */
const AS_STRUCK: readonly FirearmColumn[] = ['serial_number', 'calibre', 'model', 'exhibit_number', 'source_reference'];

/** What is wrong with a row that can be read as a whole, or with the whole row. */
export interface FirearmRowFault {
  /** As a spreadsheet counts: the names of the columns are row 1. */
  readonly row: number;
  readonly column: FirearmColumn | null;
  readonly code: RowFaultCode | 'TABLE_CELL_REWORKED';
  readonly details: DenialDetails;
}

/** The firearms of a table in the shape of the DTO, unchecked, with the row of each; or why the table cannot be read at all. */
export type FirearmsTable =
  | {
      readonly ok: true;
      readonly firearms: readonly Readonly<Record<string, unknown>>[];
      readonly rows: readonly number[];
      readonly faults: readonly FirearmRowFault[];
    }
  | { readonly ok: false; readonly denial: Denial };

/**
 * The firearms of a table as spreadsheets write it, with the names of the columns in the first row, in any order. A cell left empty is a field left
 * out. What looks as if a spreadsheet had made it of another text is no evidence, and is a fault of its row. Of what stands in the table nothing
 * is repeated in a denial.
 */
export function firearmsIn(text: string): FirearmsTable {
  const { columns, rows, faults } = readTable(text);
  const names = columns.map(({ name }) => name);
  const unknown = columns.find(({ name }) => !isColumn(name));
  if (unknown) return { ok: false, denial: no('TABLE_COLUMN_UNKNOWN', 'firearms', undefined, { column: unknown.position }) };
  const twice = columns.find(({ name }, at) => names.indexOf(name) < at);
  if (twice) return { ok: false, denial: no('TABLE_COLUMN_TWICE', 'firearms', undefined, { column: twice.position }) };
  const known = names as FirearmColumn[];
  // One row more than a batch takes, so that too many are seen to be too many.
  const taken = rows.slice(0, BATCH_FIREARMS + 1);
  return {
    ok: true,
    firearms: taken.map(({ cells }) => firearmOf(known, cells)),
    rows: taken.map(({ row }) => row),
    faults: [
      ...faults.map(({ row, code, position }) => ({ row, column: null, code, details: { column: position ?? 0 } })),
      ...taken.flatMap(({ row, cells }) => reworkedIn(row, known, cells)),
    ],
  };
}

/** The column that a fault of the firearm's field stands in: `importMarks.0.year` is `import_year`; undefined where no column gives it. */
export function columnOf(field: string): FirearmColumn | undefined {
  const columns = Object.entries(FIREARM_COLUMNS) as [FirearmColumn, { readonly field: string }][];
  return columns.find(([, column]) => column.field === field || column.field.startsWith(`${field}.`))?.[0];
}

function isColumn(name: string): name is FirearmColumn {
  return Object.hasOwn(FIREARM_COLUMNS, name);
}

function firearmOf(columns: readonly FirearmColumn[], cells: readonly Cell[]): Readonly<Record<string, unknown>> {
  return unflatten(
    Object.fromEntries(columns.map((column, at) => [FIREARM_COLUMNS[column].field, cells[at]?.text.trim() ?? ''])),
  );
}

/** Whoever marked the cell as text meant it as it stands. */
function reworkedIn(row: number, columns: readonly FirearmColumn[], cells: readonly Cell[]): readonly FirearmRowFault[] {
  return columns.flatMap((column, at) => {
    const { text, marked } = cells[at] ?? { text: '', marked: false };
    const kind = marked || !AS_STRUCK.includes(column) ? null : reworkingOf(text);
    return kind === null ? [] : [{ row, column, code: 'TABLE_CELL_REWORKED' as const, details: { kind } }];
  });
}
