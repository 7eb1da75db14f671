import type { FileType } from './file-type.js';
import { jpegPartsOf, pngChunksOf, webpChunksOf } from './image-parts.js';

/** JFIF, the colour profile and Adobe's note on the colours: a picture without them looks another. */
const JPEG_KEPT: readonly number[] = [0xe0, 0xe2, 0xee];
const PNG_LEFT_OUT: readonly string[] = ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME'];
const WEBP_LEFT_OUT: readonly string[] = ['EXIF', 'XMP '];
const ORIENTATION = 0x0112;
const UPRIGHT = 1;

/**
 * The picture without what is hidden in it, its pixels the same to the bit: nothing is decoded. Which side is up is kept, for it is part of what is
 * seen. `null`: a document, which is not looked into.
 */
export function cleanedCopyOf(type: FileType, content: Buffer): Buffer | null {
  switch (type) {
    case 'jpeg':
      return cleanedJpeg(content);
    case 'png': {
      const kept = pngChunksOf(content).filter(({ name }) => !PNG_LEFT_OUT.includes(name));
      return Buffer.concat([content.subarray(0, 8), ...kept.map(({ whole }) => whole)]);
    }
    case 'webp':
      return cleanedWebp(content);
    case 'pdf':
      return null;
  }
}

function cleanedJpeg(content: Buffer): Buffer {
  const { segments, picture } = jpegPartsOf(content);
  const isApplications = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
  const kept = segments.filter(({ marker }) => !isApplications(marker) || JPEG_KEPT.includes(marker));
  // Second pictures are named in the same segment as colour profiles, and are left out with the tail they lie in.
  const own = kept.filter(({ marker, body }) => marker !== 0xe2 || body.toString('latin1', 0, 11) === 'ICC_PROFILE');
  const orientation = segments
    .map(({ marker, body }) => (marker === 0xe1 ? orientationIn(body) : UPRIGHT))
    .find((side) => side !== UPRIGHT);
  const jfif = own.filter(({ marker }) => marker === 0xe0).map(({ whole }) => whole);
  const others = own.filter(({ marker }) => marker !== 0xe0).map(({ whole }) => whole);
  return Buffer.concat([
    content.subarray(0, 2),
    ...jfif,
    ...(orientation === undefined ? [] : [orientationAlone(orientation)]),
    ...others,
    picture,
  ]);
}

function orientationIn(body: Buffer): number {
  const tiff = body.subarray(6);
  const order = tiff.toString('latin1', 0, 2);
  if (body.toString('latin1', 0, 4) !== 'Exif' || tiff.length < 10 || (order !== 'II' && order !== 'MM')) return UPRIGHT;
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let at = start + 2; at + 12 <= tiff.length && at < start + 2 + 12 * short(start); at += 12)
    if (short(at) === ORIENTATION) {
      const side = short(at + 8);
      return side >= 1 && side <= 8 ? side : UPRIGHT;
    }
  return UPRIGHT;
}

/** An Exif segment of one tag. */
function orientationAlone(side: number): Buffer {
  const exif = Buffer.from(
    'ffe10022457869660000' + '4d4d002a00000008' + '0001' + '0112000300000001' + '00000000' + '00000000',
    'hex',
  );
  exif.writeUInt16BE(side, 28);
  return exif;
}

const VP8X_EXIF_AND_XMP = 0x0c;

function cleanedWebp(content: Buffer): Buffer {
  const kept = webpChunksOf(content).filter(({ name }) => !WEBP_LEFT_OUT.includes(name));
  const copy = Buffer.concat([content.subarray(0, 12), ...kept.map(({ whole }) => whole)]);
  copy.writeUInt32LE(copy.length - 8, 4);
  if (kept[0]?.name === 'VP8X') copy.writeUInt8(copy.readUInt8(20) & ~VP8X_EXIF_AND_XMP, 20);
  return copy;
}
