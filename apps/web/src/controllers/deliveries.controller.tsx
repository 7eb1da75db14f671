import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { DeliveriesQuery, DeliveryIdParam, ListDeliveries, Redeliver } from '@tracedesk/notifications';
import { DenialException, requestHash, respond, validateInput, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onceIn } from '../forms/form-keys.js';
import { DeliveriesPage } from '../pages/deliveries-page.js';
import { Pages } from '../pages.service.js';
import { goOn } from './sign-in.controller.js';

/** What became of the State's messages, for its administrators. */
@ApiExcludeController()
@Controller('notices/deliveries')
export class DeliveriesController {
  constructor(
    private readonly pages: Pages,
    private readonly listDeliveries: ListDeliveries,
    private readonly redeliver: Redeliver,
  ) {}

  @Get()
  @Permission('delivery.list')
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: Readonly<Record<string, string>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { done, ...asked } = query;
    const checked = validateInput(DeliveriesQuery, asked, { fromForm: true });
    if (!checked.ok) throw new DenialException({ code: 'VALIDATION_FAILED' }, checked.faults);
    const wanted = respond(checked.value.toCommand());
    const [page, found] = await Promise.all([this.pages.contextOf(request), this.listDeliveries.execute(actor, wanted)]);
    await this.pages.send(
      request,
      reply,
      <DeliveriesPage
        page={page}
        view={wanted.status ?? 'all'}
        {...found}
        isFirst={wanted.cursor === undefined}
        once={randomUUID()}
        isDone={done === 'again'}
      />,
    );
  }

  @Post(':id/redeliver')
  @Permission('delivery.redeliver')
  async again(
    @CurrentActor() actor: Officer,
    @Param() { deliveryId }: DeliveryIdParam,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // One key for the page's forms: each of them is about another delivery.
    const once = { key: `${onceIn(body)}-${deliveryId}`, requestHash: requestHash('delivery.redeliver', deliveryId) };
    respond(await this.redeliver.execute(actor, deliveryId, once));
    goOn(reply, '/notices/deliveries?done=again');
  }
}
