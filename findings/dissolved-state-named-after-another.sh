#!/usr/bin/env bash
# Guessed: Intl.DisplayNames names a code of a dissolved State by its old name, or gives the code back.
# True: it names one of the successors: SU is Russia, YU is Serbia, CS is Serbia (though the code was also that of Czechoslovakia), AN is Curaçao.
#   Codes that it does not know (NT) come back as they are, so the difference cannot be seen.
# Why a tracing desk meets it: weapons outlive States. A register that says "made in SU" is then shown as naming a State that was never asked, and
#   the request goes to one of fifteen.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > look.mjs <<'JS'
const names = new Intl.DisplayNames('en', { type: 'region' });
const seen = ['SU', 'YU', 'CS', 'DD', 'YD', 'AN', 'ZR', 'NT'].map((code) => `${code}=${names.of(code)}`).join('; ');
console.log(`Node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}, time zone data ${process.versions.tz}`);
console.log(seen);
const known = 'SU=Russia; YU=Serbia; CS=Serbia; DD=Germany; YD=Yemen; AN=Cura\u00e7ao; ZR=Congo - Kinshasa; NT=NT';
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
