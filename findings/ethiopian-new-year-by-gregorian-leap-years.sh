#!/usr/bin/env bash
# Guessed: a package that lists public holidays knows that the Ethiopian new year moves with the leap years of its own calendar.
# True: date-holidays 3.37.0 writes "09-12 in leap years", by Gregorian leap years. The new year is on 12 September in the year BEFORE a Gregorian
#   leap year, so the list is a day off twice in four years: 2027 (12th, listed 11th) and 2028 (11th, listed 12th). Node's own Intl knows better.
# Why a tracing desk meets it: a State's deadlines are counted in its working days; a holiday a day off makes a due date a day off.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund date-holidays@3.37.0
cat > look.mjs <<'JS'
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
const Holidays = require('date-holidays');
const { version } = require('date-holidays/package.json');
const ethiopic = new Intl.DateTimeFormat('en-u-ca-ethiopic', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
const isNewYear = (day) => {
  const parts = Object.fromEntries(ethiopic.formatToParts(day).map(({ type, value }) => [type, value]));
  return parts.month === '1' && parts.day === '1';
};
let seen = '';
for (let year = 2025; year <= 2029; year += 1) {
  const listed = new Holidays('ET').getHolidays(year).find(({ rule }) => /^09-1[12] in/.test(rule)).date.slice(0, 10);
  const real = [10, 11, 12, 13].map((day) => new Date(Date.UTC(year, 8, day))).find(isNewYear).toISOString().slice(0, 10);
  seen += `${year} ${listed} ${real}${listed === real ? '' : ' DIFFERS'}\n`;
}
console.log(`date-holidays ${version}, Node ${process.version}, ICU ${process.versions.icu}`);
console.log('year, listed, 1 Meskerem by Intl');
console.log(seen);
const known = '2025 2025-09-11 2025-09-11\n2026 2026-09-11 2026-09-11\n2027 2027-09-11 2027-09-12 DIFFERS\n2028 2028-09-12 2028-09-11 DIFFERS\n2029 2029-09-11 2029-09-11\n';
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
