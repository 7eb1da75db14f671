#!/usr/bin/env bash
# Guessed: a day listed as "Full Moon Poya Day" falls on a full moon.
# True: date-holidays 3.37.0 lists the Poya days of Sri Lanka on the same days of every year (rule "01-03"): the days of 2026, where all thirteen
#   are full moons. In the years before and after none of them is within two days of one. The age of the moon is taken here from the mean month of
#   29.530588853 days, good to less than a day.
# Why a tracing desk meets it: Sri Lanka counts its term in working days; with this list the full moons of 2027 count as working days, and thirteen
#   working days do not.
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
const DAY = 86_400_000;
const MONTH_OF_MOON = 29.530588853;
const A_NEW_MOON = Date.UTC(2000, 0, 6, 18, 14);
/** Days between noon of a day in Colombo and the nearest mean full moon. */
const awayFromFullMoon = (on) => {
  const age = ((Date.parse(`${on}T12:00:00+05:30`) - A_NEW_MOON) / DAY) % MONTH_OF_MOON;
  return Math.abs(age - MONTH_OF_MOON / 2);
};
let seen = '';
for (const year of [2025, 2026, 2027, 2028]) {
  const listed = new Holidays('LK', { languages: ['en'] }).getHolidays(year).filter(({ name }) => /Full Moon Poya/.test(name) && !/following/.test(name));
  const days = listed.map(({ date }) => date.slice(0, 10));
  const near = days.filter((on) => awayFromFullMoon(on) < 2).length;
  seen += `${year}: ${days.length} listed, ${near} within two days of a full moon, the first three ${days.slice(0, 3).map((on) => on.slice(5)).join(' ')}\n`;
}
console.log(`date-holidays ${version}, LK`);
console.log(seen);
const known = `2025: 13 listed, 0 within two days of a full moon, the first three 01-03 02-01 03-02
2026: 13 listed, 13 within two days of a full moon, the first three 01-03 02-01 03-02
2027: 13 listed, 0 within two days of a full moon, the first three 01-03 02-01 03-02
2028: 13 listed, 0 within two days of a full moon, the first three 01-03 02-01 03-02
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
