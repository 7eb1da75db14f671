import type { FlatForm } from '@tracedesk/platform';

/**
 * The same form with the rows of a list closed up, as the desk reads them: so faults stand beside the row they mean.
 * `rowName` finds in a field's name the list, the number of the row, and what follows.
 */
export function closeRows(body: FlatForm, rowName: RegExp): FlatForm {
  const form: Record<string, string | readonly string[]> = {};
  const places = new Map<string, string[]>();
  for (const [name, value] of Object.entries(body)) {
    const [, list, row, rest] = rowName.exec(name) ?? [];
    if (list === undefined || row === undefined) {
      form[name] = value;
    } else if (value !== '') {
      const rows = places.get(list) ?? [];
      places.set(list, rows);
      if (!rows.includes(row)) rows.push(row);
      form[`${list}.${rows.indexOf(row)}.${rest}`] = value;
    }
  }
  return form;
}
