#!/usr/bin/env bash
# Guessed: a barcode made of a serial number reads as that number, or the maker refuses what the code cannot hold.
# True: Interleaved 2 of 5 holds digits in pairs. bwip-js 4.11.4 makes an odd count even by a zero before it and says nothing; the reader gives
#   012345 for 12345, which is another weapon where leading zeros count. Code 128 and Code 39 hold the number as it is.
# Why a tracing desk meets it: stores label weapons by such codes, and what the scanner typed is what the request then says.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund bwip-js@4.11.4 zxing-wasm@3.1.6
cat > look.mjs <<'JS'
import { readFileSync } from 'node:fs';
import bwip from 'bwip-js';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
const version = (name) => JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
// Else the reader fetches itself from a public server.
prepareZXingModule({ overrides: { wasmBinary: readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm').buffer } });
const through = async (bcid, text) => {
  const picture = await bwip.toBuffer({ bcid, text, scale: 3, height: 12, padding: 10, backgroundcolor: 'FFFFFF' });
  const [found] = await readBarcodes(new Uint8Array(picture));
  return `${bcid}: ${text} reads as ${found?.text}\n`;
};
let seen = '';
for (const bcid of ['interleaved2of5', 'code128', 'code39']) for (const text of ['12345', '123456', '012345']) seen += await through(bcid, text);
console.log(`bwip-js ${version('bwip-js')}, zxing-wasm ${version('zxing-wasm')}`);
console.log(seen);
const known = `interleaved2of5: 12345 reads as 012345
interleaved2of5: 123456 reads as 123456
interleaved2of5: 012345 reads as 012345
code128: 12345 reads as 12345
code128: 123456 reads as 123456
code128: 012345 reads as 012345
code39: 12345 reads as 12345
code39: 123456 reads as 123456
code39: 012345 reads as 012345
`;
if (seen !== known) {
  console.log('CHANGED: it was\n' + known);
  process.exit(1);
}
JS
node look.mjs
