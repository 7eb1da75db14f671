import { stringify } from 'csv-stringify/sync';
import type { ContactPoint } from './state.js';

/** One column for each thing a State tells, in the order of the table. Several things in one cell stand apart by a semicolon. */
const COLUMNS: Readonly<Record<string, (office: ContactPoint) => string>> = {
  state: ({ state }) => state,
  office: ({ office }) => office,
  email: ({ email }) => email,
  telephone: ({ telephone }) => telephone ?? '',
  languages: ({ languages }) => listed(languages),
  channels: ({ channels }) => listed(channels),
  working_days: ({ workingDays }) => listed(workingDays.map(String)),
  opens_at: ({ opensAt }) => opensAt ?? '',
  closes_at: ({ closesAt }) => closesAt ?? '',
  deputies: ({ deputies }) => listed(deputies),
  scope: ({ scope }) => listed(scope),
  valid_from: ({ validFrom }) => validFrom,
  valid_until: ({ validUntil }) => validUntil ?? '',
  last_confirmed: ({ confirmedAt }) => confirmedAt.toISOString(),
};

/**
 * Contact points as CSV, for the list that States send to the United Nations (ITI 31(a)): RFC 4180 in UTF-8 with a byte order mark, by which
 * spreadsheets know the encoding. A cell that a spreadsheet would take for a formula begins with an apostrophe, a telephone number's plus sign too.
 */
export function contactPointsCsv(offices: readonly ContactPoint[]): string {
  const rows = offices.map((office) => Object.values(COLUMNS).map((cell) => cell(office)));
  return stringify([Object.keys(COLUMNS), ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
}

function listed(things: readonly string[]): string {
  return things.join('; ');
}
