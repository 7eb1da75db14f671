import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { DeliveriesQuery, DeliveryIdParam, ListDeliveries, Redeliver } from '@tracedesk/notifications';
import { respond } from '@tracedesk/platform';
import { NoWordsDto, type OnceKey } from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { OnceOnly } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { nextPageLink } from './page-link.js';
import { API } from './routes.js';
import { DeliveryPageView, DeliveryView } from './views/delivery.view.js';

const DELIVERIES = `${API}/deliveries`;

@ApiController(DELIVERIES, 'Notices')
export class DeliveriesController {
  constructor(
    private readonly listDeliveries: ListDeliveries,
    private readonly redeliver: Redeliver,
  ) {}

  @Get()
  @Permission('delivery.list')
  @Operation({
    id: 'listDeliveries',
    summary: "What became of the State's messages that say there is a notice, the newest first",
    answer: DeliveryPageView,
    gives: ['Link'],
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: DeliveriesQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeliveryPageView> {
    const page = await this.listDeliveries.execute(actor, respond(query.toCommand()));
    if (page.next) void reply.header('link', nextPageLink(DELIVERIES, { ...query }, page.next));
    return page;
  }

  @Post(':id/redeliver')
  @Permission('delivery.redeliver')
  @HttpCode(200)
  @ApiBody({ type: NoWordsDto, required: false })
  @Operation({
    id: 'redeliver',
    summary: 'Sends a message again that was sent or has failed',
    description: 'A new round of attempts under a new Message-ID. One that waits is tried again by itself.',
    answer: DeliveryView,
    takes: ['Idempotency-Key'],
    problems: [404, 409, 413, 415],
  })
  async again(
    @CurrentActor() actor: Officer,
    @Param() { deliveryId }: DeliveryIdParam,
    @OnceOnly() once: OnceKey,
    @Body() _nothing: NoWordsDto,
  ): Promise<DeliveryView> {
    return respond(await this.redeliver.execute(actor, deliveryId, once));
  }
}
