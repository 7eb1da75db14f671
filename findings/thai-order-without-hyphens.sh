#!/usr/bin/env bash
# Guessed: Intl.Collator calls two numbers equal in one language only if it does so in every other, but for the letters of that language.
# True: for Thai alone signs and blanks are passed over unless one says otherwise (ignorePunctuation is true): 12-34, 1234, 12/34 and 1 234 are
#   equal, and no sensitivity changes it.
# Why a tracing desk meets it: lists are ordered, and duplicates found, by the language of the reader: the page of a Thai officer joins two weapons
#   that the page of a French officer keeps apart.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > look.mjs <<'JS'
const LANGUAGES = ['en', 'fr', 'ar', 'zh', 'ru', 'ja', 'lo', 'km', 'th'];
const ALIKE = ['1234', '12-34', '12/34', '1 234'];
const seen = LANGUAGES.map((language) => {
  const collator = new Intl.Collator(language, { sensitivity: 'variant' });
  const kept = ALIKE.filter((number, at) => ALIKE.slice(0, at).every((other) => collator.compare(number, other) !== 0));
  return `${language}: ${kept.length} numbers, ignorePunctuation ${collator.resolvedOptions().ignorePunctuation}\n`;
}).join('');
console.log(`Node ${process.version}, ICU ${process.versions.icu}, CLDR ${process.versions.cldr}, time zone data ${process.versions.tz}`);
console.log(seen);
const known = `en: 4 numbers, ignorePunctuation false
fr: 4 numbers, ignorePunctuation false
ar: 4 numbers, ignorePunctuation false
zh: 4 numbers, ignorePunctuation false
ru: 4 numbers, ignorePunctuation false
ja: 4 numbers, ignorePunctuation false
lo: 4 numbers, ignorePunctuation false
km: 4 numbers, ignorePunctuation false
th: 1 numbers, ignorePunctuation true
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
