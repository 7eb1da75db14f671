import type { FileType } from './file-type.js';
import { jpegPartsOf, pngChunksOf, webpChunksOf } from './image-parts.js';

/** What a picture carries that is not seen in it: where and with what it was taken, and the film behind a motion photograph. */
export const HIDDEN = ['position', 'device', 'film'] as const;
export type Hidden = (typeof HIDDEN)[number];

const EXIF = 'Exif\0\0';
const XMP = 'http://ns.adobe.com/';
const TAGS = { make: 0x010f, model: 0x0110, position: 0x8825 };
const LONGEST_TAIL_SEARCHED = 64;

/** What the file would tell another State beside what it shows. Read from its headers; nothing is decoded, and documents are not looked into. */
export function hiddenIn(type: FileType, content: Buffer): readonly Hidden[] {
  const { exif, xmp, tail } = METADATA[type](content);
  const tags = new Set(exif.flatMap(tagsOf));
  const words = xmp.map((part) => part.toString('latin1')).join('\n');
  const found: Record<Hidden, boolean> = {
    position: tags.has(TAGS.position) || /GPSLatitude/.test(words),
    device: tags.has(TAGS.make) || tags.has(TAGS.model) || /tiff:(?:Make|Model)/.test(words),
    film: /(?:MotionPhoto|MicroVideo)(?:="1"|>1<)/.test(words) || isFilm(tail),
  };
  return HIDDEN.filter((hidden) => found[hidden]);
}

interface Metadata {
  readonly exif: readonly Buffer[];
  readonly xmp: readonly Buffer[];
  /** What stands behind the picture. */
  readonly tail: Buffer;
}

const NOTHING = Buffer.alloc(0);

const METADATA: Readonly<Record<FileType, (content: Buffer) => Metadata>> = {
  jpeg: (content) => {
    const { segments, tail } = jpegPartsOf(content);
    const app1 = segments.filter(({ marker }) => marker === 0xe1).map(({ body }) => body);
    const begins = (start: string) => (body: Buffer) => body.toString('latin1', 0, start.length) === start;
    return { exif: app1.filter(begins(EXIF)).map((body) => body.subarray(EXIF.length)), xmp: app1.filter(begins(XMP)), tail };
  },
  png: (content) => {
    const chunks = pngChunksOf(content);
    const named = (...names: readonly string[]): readonly Buffer[] =>
      chunks.filter(({ name }) => names.includes(name)).map(({ body }) => body);
    return { exif: named('eXIf'), xmp: named('iTXt', 'tEXt'), tail: NOTHING };
  },
  webp: (content) => {
    const chunks = webpChunksOf(content);
    const named = (wanted: string): readonly Buffer[] => chunks.filter(({ name }) => name === wanted).map(({ body }) => body);
    return { exif: named('EXIF'), xmp: named('XMP '), tail: NOTHING };
  },
  pdf: () => ({ exif: [], xmp: [], tail: NOTHING }),
};

/** The tags of the first directory (TIFF 6.0, section 2); none where it is broken. */
function tagsOf(exif: Buffer): readonly number[] {
  const tiff = exif.toString('latin1', 0, EXIF.length) === EXIF ? exif.subarray(EXIF.length) : exif;
  const order = tiff.toString('latin1', 0, 2);
  if (tiff.length < 10 || (order !== 'II' && order !== 'MM')) return [];
  const short = (at: number): number => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const start = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (start + 2 > tiff.length) return [];
  const room = Math.floor((tiff.length - start - 2) / 12);
  return Array.from({ length: Math.min(short(start), room) }, (_, entry) => short(start + 2 + entry * 12));
}

/** A film in its own box format, at once or behind the label that a telephone puts before it. */
function isFilm(tail: Buffer): boolean {
  return tail.toString('latin1', 0, LONGEST_TAIL_SEARCHED).includes('ftyp') || tail.includes('MotionPhoto_Data', 0, 'latin1');
}
