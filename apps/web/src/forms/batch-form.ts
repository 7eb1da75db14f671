import { columnOf, type BatchRow, type FirearmColumn, type FirearmRowFault } from '@tracedesk/tracing';
import { problemTextOf, type Language } from '@tracedesk/language';
import type { FieldFault, FlatForm } from '@tracedesk/platform';

/** The field of the table; its name begins with an underscore, because it is no field of the batch but is read into some. */
export const TABLE_FIELD = '_table';

/** The requests that a form is about, at the versions the page showed: one field, because a form has not room for four hundred. */
export function rowsText(rows: readonly Pick<BatchRow, 'requestId' | 'version'>[]): string {
  return rows.map(({ requestId, version }) => `${requestId}:${version}`).join(' ');
}

export function rowsIn(form: FlatForm): readonly { readonly requestId: string; readonly version: number }[] {
  const text = form['_requests'];
  if (typeof text !== 'string') return [];
  return text.split(' ').map((row) => {
    const [requestId = '', version = ''] = row.split(':');
    return { requestId, version: Number(version) };
  });
}

/** One thing wrong in the table: in which row, as a spreadsheet counts, and in which column. */
export interface TableFault {
  readonly row: number;
  readonly column: FirearmColumn | null;
  readonly text: string;
}

const IN_TABLE = /^firearms\.(\d+)(?:\.(.+))?$/;

/** The faults of the firearms as the table has them, `rows` saying where each stands; the others are the form's own. */
export function tableFaults(faults: readonly FieldFault[], rows: readonly number[], language: Language): readonly TableFault[] {
  return faults.flatMap(({ field, code, details }) => {
    const [, place, rest] = IN_TABLE.exec(field) ?? [];
    if (place === undefined) return [];
    const column = rest === undefined ? null : (columnOf(rest) ?? null);
    return [{ row: rows[Number(place)] ?? Number(place) + 2, column, text: problemTextOf(code, language, details).title }];
  });
}

/** What was seen of a row before its firearm was looked at, with what would help. */
export function rowFaults(faults: readonly FirearmRowFault[], language: Language): readonly TableFault[] {
  return faults.map(({ row, column, code, details }) => {
    const { title, detail } = problemTextOf(code, language, details);
    return { row, column, text: `${title}. ${detail}` };
  });
}

/** The faults of the common part, and those of the table as a whole at its field. */
export function commonFaults(faults: readonly FieldFault[]): readonly FieldFault[] {
  return faults
    .filter(({ field }) => !IN_TABLE.test(field))
    .map((fault) => (fault.field === 'firearms' ? { ...fault, field: TABLE_FIELD } : fault));
}
