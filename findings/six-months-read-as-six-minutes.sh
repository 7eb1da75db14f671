#!/usr/bin/env bash
# Guessed: a duration that one library writes and another reads by the same names (P6M) is the same time, or is refused: calendars know no months in
#   durations.
# True: ical.js 2.2.1 takes every M for minutes, with or without the T before it: P6M is 6 minutes, P1M one minute; P1Y6M is one minute in silence,
#   P1Y alone is refused.
# Why a tracing desk meets it: terms agreed between States are in months; Temporal writes them P6M; the reminder in the calendar file then stands
#   six minutes before the due date.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund ical.js@2.2.1 temporal-polyfill@1.0.8
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const TERMS = [{ days: 180 }, { weeks: 2 }, { months: 1 }, { months: 6 }, { years: 1, months: 6 }, { years: 1 }];
const read = (text) => {
  try {
    return `${ICAL.Duration.fromString(text).toSeconds()} seconds`;
  } catch {
    return 'refused';
  }
};
const seen = TERMS.map((term) => Temporal.Duration.from(term).toString()).map((text) => `${text}: ${read(text)}\n`).join('');
console.log(`ical.js ${version('ical.js')}, temporal-polyfill ${version('temporal-polyfill')}`);
console.log(seen);
const known = 'P180D: 15552000 seconds\nP2W: 1209600 seconds\nP1M: 60 seconds\nP6M: 360 seconds\nP1Y6M: 60 seconds\nP1Y: refused\n';
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
