#!/usr/bin/env bash
# Guessed: what an office sees in the cells of its register is what a reader of the file reads.
# True: the prefix, the leading zeros and the hyphen of a number may be no more than its number format: cells that show SD000123, 000123 and 12-0034
#   are read as 123, 123 and 120034, and two different numbers become one. read-excel-file 9.3.17 does not tell that there was a format (it looks at
#   formats for dates only), so the loss cannot be seen afterwards.
# Why a tracing desk meets it: registers of weapons are kept so, because a format spares the typing. A State that uploads its register for a batch
#   of requests asks after other weapons.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund write-excel-file@4.1.1 read-excel-file@9.3.17
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { readSheet } from 'read-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
const SHOWN = [
  ['SD000123', { value: 123, type: Number, format: '"SD"000000' }],
  ['000123', { value: 123, type: Number, format: '000000' }],
  ['12-0034', { value: 120034, type: Number, format: '00\\-0000' }],
  ['SD000123', { value: 'SD000123', type: String }],
];
const [row] = await readSheet(await writeExcelFile([SHOWN.map(([, cell]) => cell)]).toBuffer());
const seen = SHOWN.map(([shown], at) => `shown ${shown}, read ${JSON.stringify(row[at])}\n`).join('');
console.log(`write-excel-file ${version('write-excel-file')}, read-excel-file ${version('read-excel-file')}`);
console.log(seen);
const known = 'shown SD000123, read 123\nshown 000123, read 123\nshown 12-0034, read 120034\nshown SD000123, read "SD000123"\n';
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
