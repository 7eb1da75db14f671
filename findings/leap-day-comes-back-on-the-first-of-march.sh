#!/usr/bin/env bash
# Guessed: a yearly rule that begins on 29 February has no day in other years (RFC 5545, 3.3.10: days that do not exist are passed over), as a
#   monthly rule that begins on the 31st has none in short months.
# True: ical.js 2.2.1 passes over the missing 31sts, but puts the yearly day on 1 March in the three years between. The same rule with
#   BYMONTH=2;BYMONTHDAY=29 passes over them.
# Why a tracing desk meets it: an agreement or consent given on 29 February is looked at again each year. The calendar of the office and the desk
#   then show different days.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
const { version } = JSON.parse(readFileSync('node_modules/ical.js/package.json', 'utf8'));
const days = (start, rule, many) => {
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Example//EN', 'BEGIN:VEVENT', 'UID:review@example.org', 'DTSTAMP:20240101T000000Z'];
  text.push(`DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'END:VEVENT', 'END:VCALENDAR');
  const next = new ICAL.Event(new ICAL.Component(ICAL.parse(text.join('\r\n'))).getFirstSubcomponent('vevent')).iterator();
  return Array.from({ length: many }, () => next.next().toString()).join(' ');
};
const RULES = [['20240229', 'FREQ=YEARLY'], ['20240229', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'], ['20260131', 'FREQ=MONTHLY']];
const seen = RULES.map(([start, rule]) => `${start} ${rule}: ${days(start, rule, 5)}\n`).join('');
console.log(`ical.js ${version}`);
console.log(seen);
const known = `20240229 FREQ=YEARLY: 2024-02-29 2025-03-01 2026-03-01 2027-03-01 2028-02-29
20240229 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29: 2024-02-29 2028-02-29 2032-02-29 2036-02-29 2040-02-29
20260131 FREQ=MONTHLY: 2026-01-31 2026-03-31 2026-05-31 2026-07-31 2026-08-31
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
