import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { PreviewMaker } from './preview-maker.adapter.js';

const SIDE = 64;
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

describe('the small copy of a photograph', () => {
  it('is of the whole picture, or says that a part is missing, also where somebody put an end mark behind the cut', async () => {
    const noise = Buffer.from(Array.from({ length: SIDE * SIDE * 3 }, (_, at) => (at * 7919 + ((at * at) % 251)) % 256));
    const photograph = await sharp(noise, { raw: { width: SIDE, height: SIDE, channels: 3 } })
      .jpeg()
      .toBuffer();
    const cut = Buffer.concat([photograph.subarray(0, photograph.length / 2), END_OF_IMAGE]);
    const previews = new PreviewMaker();
    expect(await previews.make(photograph)).toMatchObject({ isWhole: true });
    expect(await previews.make(cut)).toMatchObject({ isWhole: false });
  }, 60_000);
});
