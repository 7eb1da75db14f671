#!/usr/bin/env bash
# Guessed: Intl.supportedValuesOf("timeZone") holds every zone that Intl takes, so a list of choices, or a check, can be made of it.
# True: on Node 20 it holds neither UTC nor the present names of several capitals: Europe/Kiev, Asia/Calcutta, Asia/Rangoon, Asia/Katmandu are in
#   it, Europe/Kyiv, Asia/Kolkata, Asia/Yangon and Asia/Kathmandu are not, though Intl takes them all (and gives the old name back).
# Why a tracing desk meets it: each office says its own zone. The name its government uses is refused by such a check, and the desk shows the name
#   of another time.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > look.mjs <<'JS'
const listed = new Set(Intl.supportedValuesOf('timeZone'));
const taken = (zone) => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
const ZONES = ['UTC', 'Europe/Kyiv', 'Asia/Kolkata', 'Asia/Yangon', 'Asia/Kathmandu', 'Africa/Asmara', 'Africa/Nairobi'];
const seen = ZONES.map((zone) => `${zone}: listed ${listed.has(zone)}, taken as ${taken(zone)}\n`).join('');
console.log(`Node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}, time zone data ${process.versions.tz}`);
console.log(seen);
const known = `UTC: listed false, taken as UTC
Europe/Kyiv: listed false, taken as Europe/Kiev
Asia/Kolkata: listed false, taken as Asia/Calcutta
Asia/Yangon: listed false, taken as Asia/Rangoon
Asia/Kathmandu: listed false, taken as Asia/Katmandu
Africa/Asmara: listed false, taken as Africa/Asmera
Africa/Nairobi: listed true, taken as Africa/Nairobi
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
