import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { cleanedCopyOf } from './cleaned-copy.js';
import { hiddenIn } from './hidden-data.js';
import { inspectFile } from './inspect-file.js';

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
