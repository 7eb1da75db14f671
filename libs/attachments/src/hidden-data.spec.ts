import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { cleanedCopyOf } from './cleaned-copy.js';
import { hiddenIn } from './hidden-data.js';
import { inspectFile, withoutHidden, type InspectedFile } from './inspect-file.js';

const SIDE = 16;
const RAW = { raw: { width: SIDE, height: SIDE * 2, channels: 3 as const } };
const PIXELS = Buffer.from(Array.from({ length: SIDE * SIDE * 2 * 3 }, (_, at) => (at * 7919) % 256));
const EXIF = { IFD0: { Make: 'Invented', Model: 'Telephone 1' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 20/1 30/1' } };
const FILM = Buffer.from('0000001866747970', 'hex');
const FORMATS = ['jpeg', 'png', 'webp'] as const;

function photograph(format: (typeof FORMATS)[number], exif = EXIF): Promise<Buffer> {
  return sharp(PIXELS, RAW).withExif(exif).toFormat(format).toBuffer();
}

describe('a photograph that tells where and with what it was taken', () => {
  it.each(FORMATS)('is known by its headers, and its copy tells neither, with the same pixels: %s', async (format) => {
    const original = await photograph(format);
    expect(hiddenIn(format, original)).toEqual(['position', 'device']);
    const copy = cleanedCopyOf(format, original)!;
    expect(hiddenIn(format, copy)).toEqual([]);
    expect(copy.includes('Invented')).toBe(false);
    expect(await sharp(copy).raw().toBuffer()).toEqual(await sharp(original).raw().toBuffer());
    expect(inspectFile({ name: 'a', saidType: '', content: copy }).ok).toBe(true);
  });

  it('keeps which side is up', async () => {
    const original = await sharp(PIXELS, RAW).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const copy = cleanedCopyOf('jpeg', original)!;
    expect((await sharp(copy).metadata()).orientation).toBe(6);
  });

  it('is told of the film behind it, which its copy has not', async () => {
    const original = Buffer.concat([await photograph('jpeg'), FILM]);
    expect(hiddenIn('jpeg', original)).toEqual(['position', 'device', 'film']);
    expect(cleanedCopyOf('jpeg', original)!.subarray(-2).toString('hex')).toBe('ffd9');
  });

  it('is not suspected where it tells nothing', async () => {
    for (const format of FORMATS) expect(hiddenIn(format, await sharp(PIXELS, RAW).toFormat(format).toBuffer())).toEqual([]);
    expect(hiddenIn('pdf', Buffer.from('%PDF-1.7'))).toEqual([]);
  });

  it('is taken as its cleaned copy, which says of what it is one; what tells nothing is taken as it is', async () => {
    const [original, plain] = [await photograph('jpeg'), await sharp(PIXELS, RAW).png().toBuffer()];
    const taken = inspected(original);
    expect(withoutHidden(taken)).toEqual({
      name: 'a',
      type: 'jpeg',
      content: cleanedCopyOf('jpeg', original),
      carries: [],
      cleanedFrom: createHash('sha256').update(original).digest('hex'),
    });
    const asItIs = inspected(plain);
    expect(withoutHidden(asItIs)).toBe(asItIs);
    const document = { ...asItIs, type: 'pdf', carries: ['device'] } as const;
    expect(withoutHidden(document)).toBe(document);
  });

  it('never throws, whatever follows its beginning', async () => {
    for (const format of FORMATS) {
      const original = await photograph(format);
      for (let length = 12; length < original.length; length += 7) {
        const cut = original.subarray(0, length);
        if (inspectFile({ name: 'a', saidType: '', content: cut }).ok) expect(() => hiddenIn(format, cut)).not.toThrow();
      }
    }
  });
});

describe('the directory of a photograph', () => {
  const ORDERS = ['II', 'MM'] as const;

  it.each(ORDERS)('is read in both orders of bytes, up to its last entry: %s', (order) => {
    const told = (...tags: readonly number[]) =>
      hiddenIn(
        'jpeg',
        aJpeg(
          exifOf(
            order,
            tags.map((tag) => [tag, 0]),
          ),
        ),
      );
    expect(told(0x8825)).toEqual(['position']);
    expect(told(0x010f)).toEqual(['device']);
    expect(told(0x0110)).toEqual(['device']);
    expect(told(0x0100, 0x0101, 0x8825)).toEqual(['position']);
    expect(told(0x0100, 0x0101)).toEqual([]);
  });

  it('lies where its beginning says, also behind other bytes, and is not looked for at its end', () => {
    // Read two bytes off, the value of the first entry would be a tag.
    expect(hiddenIn('jpeg', aJpeg(exifOf('MM', [[0x0100, 0x8825]])))).toEqual([]);
    expect(
      hiddenIn(
        'jpeg',
        aJpeg(
          exifOf('MM', [
            [0x0100, 0],
            [0x8825, 0],
          ]),
        ),
      ),
    ).toEqual(['position']);
    const words = Buffer.from('http://ns.adobe.com/xap/1.0/\0<x GPSLatitude="1"/>', 'latin1');
    expect(hiddenIn('jpeg', aJpeg(words))).toEqual(['position']);
  });

  it.each(ORDERS)('is none where it is cut off or lies elsewhere, and is read as far as it goes: %s', (order) => {
    const whole = exifOf(order, [
      [0x0100, 0],
      [0x8825, 0],
    ]);
    expect(hiddenIn('jpeg', aJpeg(whole.subarray(0, -12)))).toEqual([]);
    expect(hiddenIn('jpeg', aJpeg(whole.subarray(0, -13)))).toEqual([]);
    expect(hiddenIn('jpeg', aJpeg(exifOf(order, [[0x8825, 0]], { at: 4_000 })))).toEqual([]);
    expect(hiddenIn('jpeg', aJpeg(exifOf(order, [[0x8825, 0]], { count: 900 })))).toEqual(['position']);
    expect(hiddenIn('jpeg', aJpeg(Buffer.from(`Exif\0\0${order}`)))).toEqual([]);
  });

  it.each(ORDERS)('says which side is up, and the copy says nothing else: %s', async (order) => {
    for (let side = 0; side <= 9; side += 1) {
      const original = aJpeg(
        exifOf(order, [
          [0x0112, side],
          [0x010f, 0],
        ]),
        await sharp(PIXELS, RAW).jpeg().toBuffer(),
      );
      const copy = cleanedCopyOf('jpeg', original)!;
      expect(hiddenIn('jpeg', copy)).toEqual([]);
      expect([side, (await sharp(copy).metadata()).orientation]).toEqual([side, side >= 2 && side <= 8 ? side : undefined]);
    }
  });
});

function inspected(content: Buffer): InspectedFile {
  const taken = inspectFile({ name: 'a', saidType: '', content });
  if (!taken.ok) throw new Error(taken.denial.code);
  return taken.value;
}

/** Exif of one directory: each entry a tag and a short value. */
function exifOf(
  order: 'II' | 'MM',
  entries: readonly (readonly [tag: number, value: number])[],
  { at = 8, count = entries.length } = {},
): Buffer {
  const short = (value: number) => [value >> 8, value & 0xff];
  const inOrder = (bytes: readonly number[]) => (order === 'II' ? [...bytes].reverse() : bytes);
  const body = [
    ...[0x4d, 0x4d].map(() => order.charCodeAt(0)),
    ...inOrder(short(42)),
    ...inOrder([0, 0, ...short(at)]),
    ...inOrder(short(count)),
    ...entries.flatMap(([tag, value]) => [
      ...inOrder(short(tag)),
      ...inOrder(short(3)),
      ...inOrder([0, 0, 0, 1]),
      ...inOrder(short(value)),
      ...[0, 0],
    ]),
  ];
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(body)]);
}

/** A JPEG with that segment of an application before the rest of it. */
function aJpeg(segment: Buffer, rest = Buffer.from('ffd8ffd9', 'hex')): Buffer {
  const head = Buffer.from('ffd8ffe10000', 'hex');
  head.writeUInt16BE(segment.length + 2, 4);
  return Buffer.concat([head, segment, rest.subarray(2)]);
}
