import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../aliases.js';

/**
 * PostgreSQL has a zone database of its own, of another age than the one that JavaScript counts days with, and a zone of its session.
 * Whatever makes a day of an instant, or an instant of a day, is therefore no business of SQL (ADR 0040).
 */
const MAKES_DAYS = [
  /\bat\s+time\s+zone\b/i,
  /\btimezone\s*\(/i,
  /\bset\s+(?:local\s+|session\s+)?time\s*zone\b/i,
  /\bpg_timezone_/i,
  /\b(?:current_date|current_time|localtime|localtimestamp)\b/i,
  /::\s*(?:date|time|timestamp)\b(?!tz)/i,
  /\bcast\s*\([^)]*\bas\s+(?:date|time|timestamp)\b(?!tz)/i,
  /\bdate_trunc\s*\(\s*'(?!minute'|second'|milliseconds')/i,
  /\b(?:extract|date_part)\s*\(\s*'?(?!epoch)(?:day|dow|isodow|doy|week|month|quarter|year|isoyear|hour|timezone)/i,
  /\b(?:to_char|to_date|make_date|make_timestamp|make_timestamptz)\s*\(/i,
  /\binterval\s+'[^']*(?:day|week|month|year)/i,
  /\b(?:days|weeks|months|years)\s*=>/i,
];

/** A migration is never edited; one may write an instant as the text that JSON holds, in UTC, which no zone database has a say in. */
const INSTANT_AS_TEXT = /to_char\((?:[^()]|\(\))* at time zone 'UTC', '[^']*'\)/g;

const makesDays = (text) => MAKES_DAYS.some((pattern) => pattern.test(text));

describe('SQL of the desk', () => {
  it.each([
    'where ($2::timestamptz AT TIME ZONE states.time_zone)::date = $1',
    "select timezone('Europe/Paris', $1)",
    'where opened_at >= $2::date',
    'where cast(opened_at as date) = $1',
    'where valid_until >= current_date',
    "select date_trunc('day', now)",
    'select extract(dow from due_at)',
    "select to_char(due_at, 'YYYY-MM-DD')",
    "where due_at < $1 + interval '1 day'",
    'where due_at < $1 + make_interval(days => $2)',
    "set local time zone 'UTC'",
  ])('would be noticed to make a day: %s', (sql) => {
    expect(makesDays(sql)).toBe(true);
  });

  it.each([
    "select date_trunc('minute', $5::timestamptz)",
    'select extract(epoch from due_at - $1)',
    'select valid_from::text from contact_points',
    "where ended_at < $1 - interval '24 hours'",
  ])('may ask this: %s', (sql) => {
    expect(makesDays(sql)).toBe(false);
  });

  it('is given dates and instants, and never makes the one of the other', () => {
    const files = ['libs', 'apps'].flatMap((folder) => sources(join(ROOT, folder)));
    expect(files.length).toBeGreaterThan(300);
    const found = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .split('\n')
        .flatMap((line, index) =>
          makesDays(readAs(file, line)) ? [`${file.slice(ROOT.length + 1)}:${index + 1} ${line.trim()}`] : [],
        ),
    );
    expect(found).toEqual([]);
  });
});

function readAs(file, line) {
  return file.includes('/migrations/') ? line.replace(INSTANT_AS_TEXT, '') : line;
}

/** What is shipped: no specs, no test equipment. */
function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' || path === join(ROOT, 'libs/testing') ? [] : sources(path);
    return /\.tsx?$/.test(entry.name) && !/spec\.tsx?$/.test(entry.name) ? [path] : [];
  });
}
