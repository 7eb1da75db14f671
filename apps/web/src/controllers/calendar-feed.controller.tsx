import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission, Public } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import {
  feedTag,
  MakeCalendarFeed,
  namesTag,
  ReadCalendarFeed,
  RevokeCalendarFeed,
  type MadeCalendarFeed,
} from '@tracedesk/notifications';
import { respond } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CalendarFeedPage } from '../pages/calendar-feed-page.js';
import { Pages } from '../pages.service.js';
import { goOn } from './sign-in.controller.js';

const PLACE = 'notices/calendar';

/** The person's calendar address, and the calendar itself for the program that knows it. */
@ApiExcludeController()
@Controller()
export class CalendarFeedController {
  constructor(
    private readonly pages: Pages,
    private readonly readFeed: ReadCalendarFeed,
    private readonly makeFeed: MakeCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
  ) {}

  @Get(PLACE)
  @Permission('calendar_feed.read')
  async show(
    @CurrentActor() actor: Officer,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show(request, reply, await this.readFeed.madeAt(actor), { revoked: done === 'revoked' });
  }

  /** Answers with the page itself: the address must stand in no other address, such as that of a redirect. */
  @Post(PLACE)
  @Permission('calendar_feed.make')
  async make(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const made: MadeCalendarFeed = respond(await this.makeFeed.execute(actor));
    await this.#show(request, reply, made.madeAt, { address: made.address });
  }

  @Post(`${PLACE}/revoke`)
  @Permission('calendar_feed.revoke')
  async revoke(@CurrentActor() actor: Officer, @Res() reply: FastifyReply): Promise<void> {
    respond(await this.revokeFeed.execute(actor));
    goOn(reply, `/${PLACE}?done=revoked`);
  }

  /** No session: the address is the secret. It stands in the path as a parameter, so the access log writes only the route's pattern. */
  @Get('calendar/:file')
  @Public()
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const text = respond(await this.readFeed.execute(/^(.+)\.ics$/.exec(file)?.[1] ?? ''));
    const etag = feedTag(text);
    void reply.headers({ etag, 'cache-control': 'private, no-cache' });
    if (namesTag(request.headers['if-none-match'], etag)) return void reply.status(304).send();
    await reply.header('content-type', 'text/calendar; charset=utf-8').send(text);
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    madeAt: Date | null,
    told: { readonly address?: string; readonly revoked?: boolean },
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    await this.pages.send(request, reply, <CalendarFeedPage page={page} madeAt={madeAt} {...told} />);
  }
}
