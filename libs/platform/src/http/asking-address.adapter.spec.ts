import 'reflect-metadata';
import { Controller, Get, Module, Req } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { readConfig } from '../config/read-config.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { addressOf } from './asking-address.adapter.js';
import { createHttpApp } from './create-http-app.adapter.js';

@Controller('whence')
class WhenceController {
  @Get()
  whence(@Req() request: FastifyRequest): object {
    return { from: addressOf(request) };
  }
}

@Module({ controllers: [WhenceController] })
class WhenceModule {}

const HERE = '127.0.0.1';

describe('the address that a request comes from', () => {
  let app: NestFastifyApplication | undefined;
  afterEach(() => app?.close());

  /** What a desk that trusts these proxies takes for the address, asked from this machine with this header. */
  async function seen(trusted: string, forwarded: string): Promise<string> {
    app = await createHttpApp(WhenceModule, readConfig({ TRUSTED_PROXIES: trusted }), { log: new DeskLog('silent') });
    await app.listen(0, HERE);
    const { port } = app.getHttpServer().address() as { port: number };
    const answer = await fetch(`http://${HERE}:${port}/whence`, { headers: { 'x-forwarded-for': forwarded } });
    return ((await answer.json()) as { from: string }).from;
  }

  it.each([
    ['no proxy is trusted', ''],
    ['another proxy is trusted', '192.0.2.10'],
    ['a network is trusted that it does not come from', '10.0.0.0/8'],
  ])('is not what the header says where %s', async (_, trusted) => {
    expect(await seen(trusted, '203.0.113.7')).toBe(HERE);
  });

  it.each([
    ['what stood there before the proxy came', '198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['this machine, which somebody wrote there', '127.0.0.1, 203.0.113.7', '203.0.113.7'],
    ['a second proxy of ours', '203.0.113.7, 10.1.2.3', '203.0.113.7'],
    ['a port', '203.0.113.7:4711', '203.0.113.7'],
    ['brackets and a port', '[2001:db8::1]:4711', '2001:db8::1'],
  ])('is the last one that a trusted proxy was asked from, and not %s', async (_, forwarded, from) => {
    expect(await seen('127.0.0.0/8,10.0.0.0/8', forwarded)).toBe(from);
  });

  it.each(['unknown', '_hidden', '203.0.113.7.example.org', '999.1.1.1', ' '])(
    'is the proxy’s own where it says %p',
    async (forwarded) => {
      expect(await seen(HERE, forwarded)).toBe(HERE);
    },
  );
});
