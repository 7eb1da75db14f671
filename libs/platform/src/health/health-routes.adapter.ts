import type { FastifyInstance } from 'fastify';
import type { Health } from './health.service.js';
import { carriesToken } from './operator-token.adapter.js';

/**
 * Plain routes of the server rather than controllers: they answer also while everything behind them is away, and no guard has to make an exception for
 * them. Anybody is told whether the desk lives and is ready; which parts it is made of, and how they fare, whoever shows the operator's token.
 */
export function installHealthRoutes(fastify: FastifyInstance, health: Health, operatorToken: string | null): void {
  fastify.get('/health/live', (_request, reply) => reply.send({ status: 'ok' }));
  fastify.get('/health/ready', async (_request, reply) => {
    const { status } = await health.report();
    return reply.status(status === 'ok' ? 200 : 503).send({ status });
  });
  fastify.get('/health', async (request, reply) => {
    const report = await health.report();
    const ready = report.status === 'ok';
    const isOperator = carriesToken(request.headers.authorization, operatorToken);
    return reply.status(ready ? 200 : 503).send({ live: true, ready, ...(isOperator ? report : {}) });
  });
}
