#!/bin/sh
# Guessed: sharp with failOn "truncated" or "error" refuses a photograph of which a part is missing.
# True: only where the file simply stops. If an end mark (FF D9) stands behind the cut, as recovery tools and some transfers leave it, both settings decode it
#   and fill the rest with grey; "warning" alone refuses it, because libjpeg tells it as a warning ("premature end of data segment").
# Why a tracing desk meets it: photographs of markings come from telephones and recovered cards. A half without the serial number that is called
#   whole is answered with "no record".
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund sharp@0.35.5 >/dev/null
cat >look.mjs <<'END'
import sharp from 'sharp';

const SIDE = 200;
const noise = Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256));
const whole = await sharp(noise, { raw: { width: SIDE, height: SIDE, channels: 3 } }).jpeg().toBuffer();
const cut = whole.subarray(0, whole.length / 2);
const files = { whole, cut, 'cut with an end mark': Buffer.concat([cut, Buffer.from([0xff, 0xd9])]) };
const EXPECTED = {
  whole: { truncated: 'taken', error: 'taken', warning: 'taken' },
  cut: { truncated: 'refused', error: 'refused', warning: 'refused' },
  'cut with an end mark': { truncated: 'taken', error: 'taken', warning: 'refused' },
};
console.log(`sharp ${sharp.versions.sharp}, libvips ${sharp.versions.vips}`);
let same = true;
for (const [name, file] of Object.entries(files))
  for (const failOn of ['truncated', 'error', 'warning']) {
    const found = await sharp(file, { failOn }).raw().toBuffer().then(() => 'taken', () => 'refused');
    console.log(`${name}, failOn ${failOn}: ${found}`);
    same &&= found === EXPECTED[name][failOn];
  }
process.exit(same ? 0 : 1);
END
node look.mjs
# Seen:
# sharp 0.35.5, libvips 8.18.7
# whole, failOn truncated: taken
# whole, failOn error: taken
# whole, failOn warning: taken
# cut, failOn truncated: refused
# cut, failOn error: refused
# cut, failOn warning: refused
# cut with an end mark, failOn truncated: taken
# cut with an end mark, failOn error: taken
# cut with an end mark, failOn warning: refused
