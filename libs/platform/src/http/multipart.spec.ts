import 'reflect-metadata';
import { connect, type Socket } from 'node:net';
import { Controller, Module, Post, Req } from '@nestjs/common';
import { RouteConfig, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import type { FastifyRequest } from 'fastify';
import { readConfig } from '../config/read-config.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { createHttpApp } from './create-http-app.adapter.js';
import { readUpload, TAKES_MULTIPART } from './multipart.adapter.js';

const LIMITS = { files: 2, bytesPerFile: 1_000, bytesTogether: 2_000 };

@Controller('files')
class FilesController {
  @Post()
  @RouteConfig(TAKES_MULTIPART)
  async add(@Req() request: FastifyRequest): Promise<object> {
    const { fields, files } = await readUpload(request, LIMITS, stateCode(String(request.headers['x-state'])));
    return { fields, files: files.map(({ name }) => name) };
  }
}

@Module({ controllers: [FilesController] })
class FilesModule {}

describe('files on their way', () => {
  let app: NestFastifyApplication;
  let port: number;
  beforeAll(async () => {
    app = await createHttpApp(FilesModule, readConfig({}), { log: new DeskLog('silent'), requestTimeoutMs: 500 });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as { port: number }).port;
  });
  afterAll(() => app.close());

  /** Sends the beginning of a file, and then nothing more, whatever it is told. */
  const stalled = (state: string): Promise<{ readonly socket: Socket; readonly cutOff: Promise<void> }> =>
    new Promise((resolve) => {
      const head = `POST /files HTTP/1.1\r\nhost: x\r\nx-state: ${state}\r\ncontent-type: multipart/form-data; boundary=x\r\ncontent-length: 900\r\n\r\n`;
      const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => {
        socket.write(`${head}--x\r\ncontent-disposition: form-data; name="file"; filename="slow.jpg"\r\n\r\nbegun`);
        const cutOff = new Promise<void>((ended) => socket.once('end', ended));
        socket.on('error', () => undefined).resume();
        resolve({ socket, cutOff });
      });
    });
  const sent = async (state: string): Promise<number> => {
    const body = new FormData();
    body.append('file', new Blob(['a photograph']), 'one.jpg');
    return (await fetch(`http://127.0.0.1:${port}/files`, { method: 'POST', headers: { 'x-state': state }, body })).status;
  };

  it('bring their words with one sign for the end of a line, which counts once against a limit', async () => {
    const body = new FormData();
    body.append('words', 'one\r\ntwo\rthree\nfour');
    body.append('file', new Blob(['a photograph']), 'one.jpg');
    const answer = await fetch(`http://127.0.0.1:${port}/files`, { method: 'POST', headers: { 'x-state': 'QM' }, body });
    expect(await answer.json()).toEqual({ fields: { words: 'one\ntwo\nthree\nfour' }, files: ['one.jpg'] });
  });

  it('of one State that never arrive hold up no other State, and their own only until they are cut off', async () => {
    const slow = await Promise.all(['QM', 'QM', 'QM', 'QM'].map(stalled));
    expect(await sent('QN')).toBe(201);
    expect(await sent('QM')).toBe(201);
    await Promise.all(slow.map(({ cutOff }) => cutOff));
    expect(await sent('QM')).toBe(201);
    for (const { socket } of slow) socket.destroy();
  }, 20_000);
});
