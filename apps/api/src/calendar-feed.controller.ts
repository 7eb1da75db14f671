import { Body, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { MakeCalendarFeed, ReadCalendarFeed, RevokeCalendarFeed, type MadeCalendarFeed } from '@tracedesk/notifications';
import { respond } from '@tracedesk/platform';
import { NoWordsDto } from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { CalendarFeedView, MadeCalendarFeedView } from './views/calendar-feed.view.js';

@ApiController(`${API}/calendar-feed`, 'Notices')
export class CalendarFeedController {
  constructor(
    private readonly readFeed: ReadCalendarFeed,
    private readonly makeFeed: MakeCalendarFeed,
    private readonly revokeFeed: RevokeCalendarFeed,
  ) {}

  @Get()
  @Permission('calendar_feed.read')
  @Operation({
    id: 'readCalendarFeed',
    summary: 'Whether the reader has a secret calendar address, and since when',
    answer: CalendarFeedView,
  })
  async read(@CurrentActor() actor: Officer): Promise<CalendarFeedView> {
    return { madeAt: await this.readFeed.madeAt(actor) };
  }

  @Post()
  @Permission('calendar_feed.make')
  @HttpCode(201)
  @ApiBody({ type: NoWordsDto, required: false })
  @Operation({
    id: 'makeCalendarFeed',
    summary: "Makes the reader's secret calendar address, in the place of any before it",
    description:
      'The address is told this once. It gives, without a session, the dates that run against the own State as iCalendar (RFC 5545): reference and date.',
    answer: MadeCalendarFeedView,
    status: 201,
    problems: [413, 415],
  })
  async make(@CurrentActor() actor: Officer, @Body() _nothing: NoWordsDto): Promise<MadeCalendarFeed> {
    return respond(await this.makeFeed.execute(actor));
  }

  @Delete()
  @Permission('calendar_feed.revoke')
  @HttpCode(204)
  @Operation({ id: 'revokeCalendarFeed', summary: 'Ends the address at once', answer: null, status: 204 })
  async revoke(@CurrentActor() actor: Officer): Promise<void> {
    respond(await this.revokeFeed.execute(actor));
  }
}
