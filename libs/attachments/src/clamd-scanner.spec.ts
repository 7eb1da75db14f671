import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ClamdScanner } from './clamd-scanner.adapter.js';

const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

let server: Server | null = null;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  server = null;
});

/** clamd as its manual says: `zINSTREAM`, chunks with their length before them, a length of zero, one answer that ends in NUL. */
async function aClamd(where: number | string, answer?: (content: Buffer) => string | null): Promise<AddressInfo | string> {
  const verdict = answer ?? ((content) => (content.includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'));
  server = createServer((socket) => {
    sockets.push(socket);
    let heard = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      heard = Buffer.concat([heard, data]);
      const content = contentIn(heard);
      if (content === null) return;
      const words = verdict(content);
      if (words !== null) socket.end(`${words}\0`);
    });
  });
  await new Promise<void>((resolve) =>
    server!.listen(where as number, ...(typeof where === 'number' ? ['127.0.0.1' as never] : []), resolve),
  );
  return server.address() as AddressInfo | string;
}

/** What was streamed, or null while it is not complete. */
function contentIn(heard: Buffer): Buffer | null {
  const command = 'zINSTREAM\0';
  if (heard.length < command.length) return null;
  if (heard.toString('latin1', 0, command.length) !== command) throw new Error('not INSTREAM');
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= heard.length;) {
    const length = heard.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    if (at + 4 + length > heard.length) return null;
    chunks.push(heard.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return null;
}

const overTcp = async (answer?: (content: Buffer) => string | null): Promise<ClamdScanner> => {
  const { port } = (await aClamd(0, answer)) as AddressInfo;
  return new ClamdScanner(`tcp://127.0.0.1:${port}`, 500);
};

describe('a file is not called clean', () => {
  it.each([
    'INSTREAM size limit exceeded. ERROR',
    'stream: Access denied. ERROR',
    'stream: OKAY',
    'OK',
    '',
    'stream: OK FOUNDATION',
  ])('when clamd says %j', async (words) => {
    const scanner = await overTcp(() => words);
    await expect(scanner.scan(Buffer.from('a'))).rejects.toMatchObject({ code: 'SCANNER_ANSWER_UNKNOWN' });
  });

  it('when clamd is away, hangs up, or says nothing in time', async () => {
    const silent = await overTcp(() => null);
    await expect(silent.scan(Buffer.from('a'))).rejects.toMatchObject({ code: 'SCANNER_UNREACHABLE' });
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server!.close(resolve));
    server = null;
    await expect(silent.scan(Buffer.from('a'))).rejects.toMatchObject({ code: 'SCANNER_UNREACHABLE' });
  });

  it('when it holds a virus', async () => {
    expect(await (await overTcp()).scan(Buffer.from(EICAR))).toBe('infected');
  });
});

describe('a file is called clean', () => {
  it('over TCP, also one of many chunks, which arrives whole', async () => {
    const content = Buffer.alloc(1_000_001, 7);
    let arrived: Buffer | null = null;
    const scanner = await overTcp((heard) => {
      arrived = heard;
      return 'stream: OK';
    });
    expect(await scanner.scan(content)).toBe('clean');
    expect(content.equals(arrived!)).toBe(true);
  });

  it('over a Unix socket', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tracedesk-clamd-'));
    try {
      await aClamd(join(folder, 'clamd.sock'));
      expect(await new ClamdScanner(`unix:${join(folder, 'clamd.sock')}`).scan(Buffer.from('a'))).toBe('clean');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
