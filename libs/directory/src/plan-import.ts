import type { StateCode } from '@tracedesk/kernel';
import { columnOf, columnsThatDiffer, inputOf, textOf, type ContactColumn } from './contact-point-columns.js';
import { fault, type NumberedRow, type TableFault } from './contact-table.js';
import type { ContactPoint, ContactPointDetails } from './state.js';

/** What comes of a row: a new office, another word about one, its last day, or nothing, because all of it stands there already. */
export const IMPORT_ACTS = ['added', 'changed', 'ended', 'unchanged'] as const;
export type ImportAct = (typeof IMPORT_ACTS)[number];

export interface PlannedRow {
  readonly row: number;
  readonly does: ImportAct;
  readonly office: string;
  /** The office that the row is about, as it stands; `null`: there is none yet. */
  readonly former: ContactPoint | null;
  readonly details: ContactPointDetails;
  readonly changes: readonly { readonly column: ContactColumn; readonly from: string; readonly to: string }[];
}

export interface ImportPlan {
  readonly rows: readonly PlannedRow[];
  readonly faults: readonly TableFault[];
  /** Offices of the State that the table does not name: they stay as they are. */
  readonly unnamed: number;
}

/** What is wrong with what a row tells, field by field, or all that it tells of an office. */
export type Told =
  | { readonly ok: true; readonly details: ContactPointDetails }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly field: string; readonly code: string; readonly details?: unknown }[];
    };

/**
 * What a table does to the offices of the State whose administrator brings it. A row is about the office whose id it bears; without one, about the
 * office of the same name and first day. What stands there already is not looked at again, so that one's own export changes nothing.
 */
export function planImport(
  state: StateCode,
  rows: readonly NumberedRow[],
  own: readonly ContactPoint[],
  check: (input: Readonly<Record<string, unknown>>) => Told,
): ImportPlan {
  const named = new Set(rows.map(({ says }) => says.id).filter(Boolean));
  const taken = new Set<string>();
  const begun = new Set<string>();
  const results = rows.map((one): PlannedRow | readonly TableFault[] => {
    const { row, says } = one;
    if (says.state.trim() !== state) return [fault(row, 'state', says.state, 'IMPORT_OF_OTHER_STATE', { state })];
    const free = own.filter(({ id }) => !taken.has(id) && (id === says.id || !named.has(id)));
    const former = says.id === '' ? likest(one, free) : free.find(({ id }) => id === says.id);
    if (former) {
      taken.add(former.id);
      return changeOf(one, former, check);
    }
    if (taken.has(says.id)) return [fault(row, 'id', says.id, 'IMPORT_OFFICE_TWICE')];
    if (says.id !== '') return [fault(row, 'id', says.id, 'IMPORT_OFFICE_UNKNOWN')];
    const name = JSON.stringify([says.office, says.valid_from.trim()]);
    if (begun.has(name) || own.some((office) => isSame(office, one)))
      return [fault(row, 'office', says.office, 'IMPORT_OFFICE_TWICE')];
    begun.add(name);
    return additionOf(one, check);
  });
  return {
    rows: results.filter((one): one is PlannedRow => !Array.isArray(one)),
    faults: results.flatMap((one) => (Array.isArray(one) ? (one as readonly TableFault[]) : [])),
    unnamed: own.filter(({ id }) => !taken.has(id)).length,
  };
}

/** The office of the same name and first day; where there are several, one that is so already. */
function likest(one: NumberedRow, free: readonly ContactPoint[]): ContactPoint | undefined {
  const same = free.filter((office) => isSame(office, one));
  return same.find((office) => columnsThatDiffer(office, one.says).length === 0) ?? same[0];
}

function isSame({ office, validFrom }: ContactPoint, { says }: NumberedRow): boolean {
  return office === says.office && validFrom === says.valid_from.trim();
}

function additionOf(
  one: NumberedRow,
  check: (input: Readonly<Record<string, unknown>>) => Told,
): PlannedRow | readonly TableFault[] {
  const told = check(inputOf(one.says));
  if (!told.ok) return faultsOf(one, told.faults);
  return { row: one.row, does: 'added', office: told.details.office, former: null, details: told.details, changes: [] };
}

function changeOf(
  one: NumberedRow,
  former: ContactPoint,
  check: (input: Readonly<Record<string, unknown>>) => Told,
): PlannedRow | readonly TableFault[] {
  const { row, says } = one;
  const columns = columnsThatDiffer(former, says);
  if (columns.length === 0) return { row, does: 'unchanged', office: former.office, former, details: former, changes: [] };
  if (columns.includes('valid_from'))
    return [fault(row, 'valid_from', says.valid_from, 'IMPORT_FIRST_DAY_STANDS', { day: former.validFrom })];
  // Whoever keeps this cell as it was exported says which version they saw: every change confirms.
  if (says.last_confirmed !== '' && says.last_confirmed !== textOf(former, 'last_confirmed'))
    return [fault(row, 'last_confirmed', says.last_confirmed, 'IMPORT_ROW_IS_STALE')];
  const told = check(inputOf(says));
  if (!told.ok) return faultsOf(one, told.faults);
  const ends = columns.length === 1 && columns[0] === 'valid_until' && told.details.validUntil !== null;
  const changes = columns.map((column) => ({ column, from: textOf(former, column), to: says[column] }));
  return { row, does: ends ? 'ended' : 'changed', office: former.office, former, details: told.details, changes };
}

function faultsOf({ row, says }: NumberedRow, faults: Extract<Told, { ok: false }>['faults']): readonly TableFault[] {
  return faults.map(({ field, code, details }) => {
    const column = columnOf(field);
    return fault(row, column, says[column], code, details as TableFault['details']);
  });
}
