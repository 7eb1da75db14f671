#!/usr/bin/env bash
# Guessed: a list of public holidays that knows the feasts of this year knows those of the next, or says that it does not.
# True: date-holidays 3.37.0 holds some moving feasts as plain dates, year by year, and drops them in silence after the last one: Thailand loses its
#   four Buddhist feasts and Singapore and Malaysia theirs after 2026, Indonesia Nyepi after 2027, Fiji its Diwali after 2025. No error, no mark: a
#   shorter list.
# Why a tracing desk meets it: a request made late in a year has its due date in the next. A feast that is not there is counted as a working day of
#   the State asked.
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
const FEASTS = { TH: /Makha Bucha|Vesak|Asalha Puja|Lent/, SG: /Vesak/, MY: /Vesak/, ID: /Nyepi/, FJ: /Diwali/ };
let seen = '';
for (const [country, feast] of Object.entries(FEASTS)) {
  const calendar = new Holidays(country, { types: ['public'], languages: ['en'] });
  const feasts = (year) => new Set(calendar.getHolidays(year).filter(({ name }) => feast.test(name)).map(({ name }) => name)).size;
  seen += `${country} ${[2025, 2026, 2027, 2028, 2029].map((year) => `${year}: ${feasts(year)}`).join(', ')}\n`;
}
console.log(`date-holidays ${version}; State, year: feasts listed`);
console.log(seen);
const known = `TH 2025: 4, 2026: 4, 2027: 0, 2028: 0, 2029: 0
SG 2025: 1, 2026: 1, 2027: 0, 2028: 0, 2029: 0
MY 2025: 1, 2026: 1, 2027: 0, 2028: 0, 2029: 0
ID 2025: 1, 2026: 1, 2027: 1, 2028: 0, 2029: 0
FJ 2025: 1, 2026: 0, 2027: 0, 2028: 0, 2029: 0
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
