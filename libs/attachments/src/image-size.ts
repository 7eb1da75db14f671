import type { FileType } from './file-type.js';

export interface ImageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size an image says it has, read from its header without decoding a pixel; null: the header is broken or cut off, or the file does not end
 * where its format says.
 */
export function imageSizeOf(type: Exclude<FileType, 'pdf'>, content: Buffer): ImageSize | null {
  const size = READERS[type](content);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const READERS: Readonly<Record<Exclude<FileType, 'pdf'>, (content: Buffer) => ImageSize | null>> = {
  png: pngSize,
  jpeg: jpegSize,
  webp: webpSize,
};

/** Walks all chunks: IHDR comes first, IEND ends the file and nothing stands behind it. */
function pngSize(content: Buffer): ImageSize | null {
  let size: ImageSize | null = null;
  for (let at = 8; at + 12 <= content.length;) {
    const length = content.readUInt32BE(at);
    const name = content.toString('latin1', at + 4, at + 8);
    const end = at + 12 + length;
    if (end > content.length) return null;
    if (size === null && (name !== 'IHDR' || length !== 13)) return null;
    size ??= { width: content.readUInt32BE(at + 8), height: content.readUInt32BE(at + 12) };
    if (name === 'IEND') return end === content.length ? size : null;
    at = end;
  }
  return null;
}

/** Segments that carry the size: SOF0 to SOF15 without the tables among them. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Walks the segments up to the scan, and asks for an end of image after it. Telephones put things behind the end: that is let be. */
function jpegSize(content: Buffer): ImageSize | null {
  let size: ImageSize | null = null;
  for (let at = 2; at + 4 <= content.length;) {
    if (content[at] !== 0xff) return null;
    const marker = content[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = content.readUInt16BE(at + 2);
    if (length < 2 || at + 2 + length > content.length) return null;
    if (isFrame(marker)) {
      if (length < 8) return null;
      size ??= { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) };
    }
    at += 2 + length;
    if (marker === 0xda) return content.indexOf(Buffer.from([0xff, 0xd9]), at) === -1 ? null : size;
  }
  return null;
}

const VP8_START = [0x9d, 0x01, 0x2a];

/** The RIFF length is the file's, and the first chunk tells the size in one of three ways. */
function webpSize(content: Buffer): ImageSize | null {
  if (content.length < 30) return null;
  const length = content.readUInt32LE(4) + 8;
  if (length !== content.length && length + 1 !== content.length) return null;
  switch (content.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: content.readUIntLE(24, 3) + 1, height: content.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = content.readUInt32LE(21);
      return content[20] === 0x2f ? { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 } : null;
    }
    case 'VP8 ':
      if (VP8_START.some((byte, index) => content[23 + index] !== byte)) return null;
      return { width: content.readUInt16LE(26) & 0x3fff, height: content.readUInt16LE(28) & 0x3fff };
    default:
      return null;
  }
}
