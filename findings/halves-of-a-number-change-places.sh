#!/usr/bin/env bash
# Guessed: a number without letters stands in an Arabic line as it stands on the weapon: digits are read from left to right everywhere.
# True: it depends on the sign between the digits. By the Unicode bidirectional algorithm (here bidi-js 1.1.0, which follows it) 12/34 and 12:34
#   keep their order, 12-34 is shown as 34-12, 9×19 as 19×9 and 12-34/56 as 34/56-12. A letter before the first digit saves it (AB 12-34). Around
#   the number U+2066 and U+2069 save all of them.
# Why a tracing desk meets it: an officer copies the number from the screen or the paper, and the wrong number has the right form.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund bidi-js@1.1.0
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import bidiFactory from 'bidi-js';
const { version } = JSON.parse(readFileSync('node_modules/bidi-js/package.json', 'utf8'));
const bidi = bidiFactory();
const WORD = '\u0631\u0642\u0645';
const shown = (number) => {
  const line = `${WORD} ${number}`;
  const signs = [...line];
  for (const [from, to] of bidi.getReorderSegments(line, bidi.getEmbeddingLevels(line, 'rtl')))
    signs.splice(from, to - from + 1, ...signs.slice(from, to + 1).reverse());
  return signs.join('').replace([...WORD].reverse().join(''), '').replace(/[\u2066\u2069]/g, '').trim();
};
const NUMBERS = ['12/34', '12:34', '7.62', '12-34', '9\u00d719', '12-34/56', 'AB 12-34', '\u206612-34/56\u2069'];
const seen = NUMBERS.map((number) => `${number.replace(/[\u2066\u2069]/g, '|')} shown as ${shown(number)}\n`).join('');
console.log(`bidi-js ${version}; after an Arabic word, in a line from right to left (| stands for the two isolates)`);
console.log(seen);
const known = `12/34 shown as 12/34
12:34 shown as 12:34
7.62 shown as 7.62
12-34 shown as 34-12
9\u00d719 shown as 19\u00d79
12-34/56 shown as 34/56-12
AB 12-34 shown as AB 12-34
|12-34/56| shown as 12-34/56
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
