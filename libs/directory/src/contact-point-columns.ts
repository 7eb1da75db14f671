import { listed, thingsIn } from './listed-cell.js';
import type { ContactPoint } from './state.js';
import { timeOfDayIn } from './working-hours.js';

/** The columns of the table that States send, in its order: one for each thing a State tells, then what the desk itself knows of the office. */
export const CONTACT_COLUMNS = [
  'state',
  'office',
  'email',
  'telephone',
  'languages',
  'channels',
  'working_days',
  'opens_at',
  'closes_at',
  'deputies',
  'scope',
  'valid_from',
  'valid_until',
  'last_confirmed',
  'id',
] as const;
export type ContactColumn = (typeof CONTACT_COLUMNS)[number];

/** What a table of offices that were never here does without. */
export const COLUMNS_OF_THE_DESK: readonly ContactColumn[] = ['last_confirmed', 'id'];

/** What a State tells in the table: compared, and changed. */
export const TOLD_COLUMNS = CONTACT_COLUMNS.filter((column) => column !== 'state' && !COLUMNS_OF_THE_DESK.includes(column));

export type ContactRow = Readonly<Record<ContactColumn, string>>;

interface Kind<T> {
  readonly text: (value: T) => string;
  readonly value: (text: string) => unknown;
}

const LINE: Kind<string> = { text: (line) => line, value: (text) => (text === '' ? undefined : text) };
const LINE_OR_NOTHING: Kind<string | null> = { text: (line) => line ?? '', value: (text) => (text === '' ? null : text) };
const DAY_OR_NOTHING: Kind<string | null> = { ...LINE_OR_NOTHING, value: (text) => LINE_OR_NOTHING.value(text.trim()) };
const TIME_OR_NOTHING: Kind<string | null> = {
  ...LINE_OR_NOTHING,
  value: (text) => (text.trim() === '' ? null : (timeOfDayIn(text) ?? text)),
};
const LIST: Kind<readonly string[]> = { text: listed, value: thingsIn };
const SCOPE: Kind<readonly string[]> = { text: listed, value: (text) => (text.trim() === '' ? ['all'] : thingsIn(text)) };
const DAYS: Kind<readonly number[]> = { text: (days) => listed(days.map(String)), value: thingsIn };

type Field = keyof ContactPoint;
type Told<F extends Field> = { readonly field: F } & Kind<ContactPoint[F]>;

const TOLD: { readonly [column in ContactColumn]: { readonly field: Field } & Kind<never> } = {
  state: told('state', LINE),
  office: told('office', LINE),
  email: told('email', LINE),
  telephone: told('telephone', LINE_OR_NOTHING),
  languages: told('languages', LIST),
  channels: told('channels', LIST),
  working_days: told('workingDays', DAYS),
  opens_at: told('opensAt', TIME_OR_NOTHING),
  closes_at: told('closesAt', TIME_OR_NOTHING),
  deputies: told('deputies', LIST),
  scope: told('scope', SCOPE),
  valid_from: told('validFrom', { ...LINE, value: (text) => LINE.value(text.trim()) }),
  valid_until: told('validUntil', DAY_OR_NOTHING),
  last_confirmed: told('confirmedAt', { text: (at) => at.toISOString(), value: (text) => text }),
  id: told('id', LINE),
};

function told<F extends Field>(field: F, kind: Kind<ContactPoint[F]>): Told<F> {
  return { field, ...kind };
}

/** What the office's cell in that column says. */
export function textOf(office: ContactPoint, column: ContactColumn): string {
  const { field, text } = TOLD[column];
  return text(office[field] as never);
}

/** An office as a row of cells. */
export function cellsOf(office: ContactPoint): readonly string[] {
  return CONTACT_COLUMNS.map((column) => textOf(office, column));
}

/** A row of cells by their columns. */
export function rowOf(columns: readonly ContactColumn[], cells: readonly string[]): ContactRow {
  const texts = new Map(columns.map((column, at) => [column, cells[at] ?? '']));
  return Object.fromEntries(CONTACT_COLUMNS.map((column) => [column, texts.get(column) ?? ''])) as Record<ContactColumn, string>;
}

/** What a cell says, in the shape of a contact point's DTO: `undefined` is nothing where something has to be said. */
export function valueIn(row: ContactRow, column: ContactColumn): unknown {
  return TOLD[column].value(row[column]);
}

/** All that the row tells of an office, in the shape of its DTO. */
export function inputOf(row: ContactRow): Record<string, unknown> {
  return Object.fromEntries(TOLD_COLUMNS.map((column) => [TOLD[column].field, valueIn(row, column)]));
}

/** The columns in which the row says another thing than stands there of the office. */
export function columnsThatDiffer(office: ContactPoint, row: ContactRow): readonly ContactColumn[] {
  return TOLD_COLUMNS.filter((column) => {
    const stands = TOLD[column].value(textOf(office, column));
    return JSON.stringify(stands) !== JSON.stringify(valueIn(row, column));
  });
}

/** The field that stands in a column. */
export function fieldIn(column: ContactColumn): string {
  return TOLD[column].field;
}

/** The column in which a field of the DTO stands; a fault inside a list stands at the list. */
export function columnOf(field: string): ContactColumn {
  const [name] = field.split('.');
  return CONTACT_COLUMNS.find((column) => TOLD[column].field === name) ?? 'office';
}
