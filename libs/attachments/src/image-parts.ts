/** A segment of a JPEG up to its first scan, its two bytes of marker and two of length left out of the body. */
export interface JpegSegment {
  readonly marker: number;
  readonly body: Buffer;
  readonly whole: Buffer;
}

export interface JpegParts {
  readonly segments: readonly JpegSegment[];
  /** From the first scan to the end of the image. */
  readonly picture: Buffer;
  /** Behind the end: telephones put films and second pictures there. */
  readonly tail: Buffer;
}

export interface Chunk {
  readonly name: string;
  readonly body: Buffer;
  readonly whole: Buffer;
}

const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/** Parts a JPEG whose segments `imageSizeOf` has walked before: what is broken ends the walk. */
export function jpegPartsOf(content: Buffer): JpegParts {
  const segments: JpegSegment[] = [];
  let at = 2;
  while (at + 4 <= content.length && content[at] === 0xff && content[at + 1] !== START_OF_SCAN) {
    const marker = content[at + 1] as number;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + content.readUInt16BE(at + 2);
    segments.push({ marker, body: content.subarray(at + 4, end), whole: content.subarray(at, end) });
    at = end;
  }
  const end = endOfPicture(content, at);
  return { segments, picture: content.subarray(at, end), tail: content.subarray(end) };
}

/** In a scan 0xff stands before 0 or a restart; any other marker is a segment between scans, or the end. */
function endOfPicture(content: Buffer, start: number): number {
  for (let at = content.indexOf(0xff, start); at !== -1 && at + 1 < content.length; at = content.indexOf(0xff, at)) {
    const marker = content[at + 1] as number;
    if (marker === END_OF_IMAGE) return at + 2;
    const isSegment = marker >= 0xc0 && !(marker >= 0xd0 && marker <= 0xd7) && marker !== 0xff && at + 4 <= content.length;
    at += marker === 0xff ? 1 : isSegment ? 2 + content.readUInt16BE(at + 2) : 2;
  }
  return content.length;
}

export function pngChunksOf(content: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at);
    chunks.push({
      name: content.toString('latin1', at + 4, at + 8),
      body: content.subarray(at + 8, end - 4),
      whole: content.subarray(at, end),
    });
    at = end;
  }
  return chunks;
}

/** A chunk of odd length has a byte behind it that belongs to nothing. */
export function webpChunksOf(content: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= content.length;) {
    const length = content.readUInt32LE(at + 4);
    const end = at + 8 + length + (length % 2);
    chunks.push({
      name: content.toString('latin1', at, at + 4),
      body: content.subarray(at + 8, at + 8 + length),
      whole: content.subarray(at, end),
    });
    at = end;
  }
  return chunks;
}
