import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Health } from './health.service.js';
import { installHealthRoutes } from './health-routes.adapter.js';

const TOKEN = 'the-operators-own-token';

describe('how the desk fares', () => {
  const server: FastifyInstance = fastify();
  const health = new Health();
  let origin: string;

  beforeAll(async () => {
    health.register('calendars', () => ({ ok: true, kind: 'smtp', version: '18.4', warning: 'QN' }));
    installHealthRoutes(server, health, TOKEN);
    origin = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  const told = async (authorization?: string): Promise<[number, object]> => {
    const answer = await fetch(`${origin}/health`, authorization === undefined ? {} : { headers: { authorization } });
    return [answer.status, (await answer.json()) as object];
  };

  it.each([undefined, 'Bearer', 'Bearer ', 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, TOKEN])(
    'is told to whoever shows %p as live and ready, and no more',
    async (authorization) => {
      expect(await told(authorization)).toEqual([200, { live: true, ready: true }]);
    },
  );

  it('is told part by part to the operator', async () => {
    const parts = { calendars: { ok: true, kind: 'smtp', version: '18.4', warning: 'QN' } };
    expect(await told(`Bearer ${TOKEN}`)).toEqual([200, { live: true, ready: true, status: 'ok', parts }]);
  });

  it('is 503 to everybody while a part fails', async () => {
    const failing = new Health();
    failing.register('database', () => Promise.reject(new Error('away')));
    const other = fastify();
    installHealthRoutes(other, failing, TOKEN);
    const answer = await fetch(`${await other.listen({ port: 0, host: '127.0.0.1' })}/health`);
    expect([answer.status, await answer.json()]).toEqual([503, { live: true, ready: false }]);
    await other.close();
  });

  it('is told part by part to nobody where there is no token', async () => {
    const other = fastify();
    installHealthRoutes(other, health, null);
    const at = await other.listen({ port: 0, host: '127.0.0.1' });
    const answer = await fetch(`${at}/health`, { headers: { authorization: 'Bearer null' } });
    expect(await answer.json()).toEqual({ live: true, ready: true });
    await other.close();
  });
});
