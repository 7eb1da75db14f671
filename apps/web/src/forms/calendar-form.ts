import { createHash } from 'node:crypto';
import type { StateCalendar } from '@tracedesk/deadlines/core';
import { unflatten, type FlatForm } from '@tracedesk/platform';

/** One holiday a line, as people paste them: the date, then its name; also as the cells of a CSV file. */
const LINE = /^"?(\d{4}-\d{2}-\d{2})"?(?:\s*[,;\t]\s*|\s+)"?(.+?)"?$/;
const HEADING = /^"?(?:date|day|jour)\b/i;

/** What the form of a calendar says, in the shape of its DTO. */
export function calendarInput(body: FlatForm, replaces: number): Record<string, unknown> {
  const { holidays, weekend = [], ...rest } = unflatten(body);
  return { ...rest, replaces, weekend, holidays: holidaysIn(holidays) };
}

/** A calendar as its form shows it. */
export function calendarForm({ timeZone, weekend, holidays, source, coveredUntil }: StateCalendar): FlatForm {
  return {
    timeZone,
    weekend: weekend.map(String),
    holidays: holidays.map(({ on, name }) => `${on} ${name}`).join('\n'),
    source,
    coveredUntil: coveredUntil ?? '',
  };
}

/** The lines with those that were ticked, each date once, in order. What stood there before stays as it was written. */
export function withHolidays(text: unknown, ticked: string | readonly string[] | undefined): string {
  const before = linesIn(text);
  const known = new Set(before.map((line) => line.slice(0, 10)));
  const more = [ticked ?? []].flat().filter((line) => !known.has(line.slice(0, 10)));
  return [...before, ...more].sort().join('\n');
}

/** A fault of one holiday as a fault of the field in which all of them stand, with the number of its line. */
export function atItsLine<Fault extends { readonly field?: string }>(fault: Fault): Fault & { readonly line?: number } {
  const [, index] = /^holidays\.(\d+)\./.exec(fault.field ?? '') ?? [];
  return index === undefined ? fault : { ...fault, field: 'holidays', line: Number(index) + 1 };
}

/** What makes a calendar the one that was looked at beforehand. */
export function calendarDigest(input: object): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('base64url');
}

function holidaysIn(text: unknown): readonly { readonly on: string; readonly name: string }[] {
  return linesIn(text).map((line) => {
    const [, on = line.slice(0, 40), name = line.slice(0, 40)] = LINE.exec(line) ?? [];
    return { on, name };
  });
}

function linesIn(text: unknown): readonly string[] {
  if (typeof text !== 'string') return [];
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line, index) => line !== '' && !(index === 0 && HEADING.test(line)));
}
