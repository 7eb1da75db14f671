import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Injectable } from '@nestjs/common';
import { AttachmentError } from './attachment-error.js';
import { PIXELS_MAX, PREVIEW_SIDE_PIXELS } from './limits.js';

const PATIENCE_MS = 20_000;
/** The exit of a child that could copy a part only. */
const PARTIAL = 3;
const LONGEST_PREVIEW_BYTES = 8 * 1024 * 1024;

/**
 * Decodes in a process of its own, which has nothing but the bytes: no environment, so no address, password or key of the desk, and a mere pipe
 * to us. Whatever an image does to the decoder ends with that process. It reads three formats and no other; what it writes has no metadata.
 */
const CHILD = `
const [sharpAt, pixels, side, partial] = process.argv.slice(1);
const { default: sharp } = await import(sharpAt);
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const original = Buffer.concat(chunks);
const copy = (failOn) =>
  sharp(original, { limitInputPixels: Number(pixels), failOn, sequentialRead: true })
    .autoOrient()
    .resize({ width: Number(side), height: Number(side), fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 80 })
    .toBuffer();
// A photograph that ends in the middle and has an end mark all the same is told by a warning alone.
const preview = await copy('warning').catch(() => {
  process.exitCode = Number(partial);
  return copy('error');
});
process.stdout.write(preview);
`;

/** A small copy, and whether all of the original could be decoded for it. */
export interface SmallCopy {
  readonly content: Buffer;
  readonly isWhole: boolean;
}

/** Makes small copies: at most 1600 pixels a side, WebP, upright, without EXIF or position. */
@Injectable()
export class PreviewMaker {
  /** Throws PREVIEW_FAILED for what cannot be decoded within its limits of pixels and time. */
  async make(original: Buffer, patienceMs = PATIENCE_MS): Promise<SmallCopy> {
    const sharpAt = pathToFileURL(createRequire(import.meta.url).resolve('sharp')).href;
    const child = spawn(
      process.execPath,
      [
        '--max-old-space-size=128',
        '--input-type=module',
        '--eval',
        CHILD,
        sharpAt,
        String(PIXELS_MAX),
        String(PREVIEW_SIDE_PIXELS),
        String(PARTIAL),
      ],
      { env: {}, stdio: ['pipe', 'pipe', 'ignore'], timeout: patienceMs, killSignal: 'SIGKILL' },
    );
    // A child that dies before it has read everything breaks the pipe: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(original);
    const chunks: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > LONGEST_PREVIEW_BYTES) child.kill('SIGKILL');
      else chunks.push(chunk);
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if ((code !== 0 && code !== PARTIAL) || length === 0)
      throw new AttachmentError('PREVIEW_FAILED', 'The image could not be decoded within its limits of pixels and time.', {
        exit: code ?? -1,
      });
    return { content: Buffer.concat(chunks), isWhole: code === 0 };
  }
}
