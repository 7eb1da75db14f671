import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health } from './health.service.js';

/**
 * Public, and plain routes of the server rather than controllers: they answer also while everything behind them is away,
 * and no guard has to make an exception for them.
 */
export function installHealthRoutes(app: NestFastifyApplication): void {
  const health = app.get(Health);
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/health/live', (_request, reply) => reply.send({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { status } = await health.report();
    return reply.status(status === 'ok' ? 200 : 503).send({ status });
  });
  fastify.get('/health', async (_request, reply) => {
    const report = await health.report();
    return reply.status(report.status === 'ok' ? 200 : 503).send(report);
  });
}
