import { writeTable } from '@tracedesk/platform';
import { CONTACT_COLUMNS, cellsOf } from './contact-point-columns.js';
import type { ContactPoint } from './state.js';

/** Contact points as a table for spreadsheets: the list that States send to the United Nations (ITI 31(a)), and what an import begins from. */
export function contactPointsCsv(offices: readonly ContactPoint[]): string {
  return writeTable([CONTACT_COLUMNS, ...offices.map(cellsOf)]);
}
