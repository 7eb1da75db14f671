import { Body, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { ListNotices, MarkAllNoticesRead, MarkNoticeRead, type Notice, type NoticeList } from '@tracedesk/notifications';
import { respond } from '@tracedesk/platform';
import { NoWordsDto } from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { NoticeIdParam, NoticesQuery } from './dto/small.dto.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { NoticeListView, NoticesReadView, NoticeView } from './views/other.view.js';

@ApiController(`${API}/notices`, 'Notices')
export class NoticesController {
  constructor(
    private readonly listNotices: ListNotices,
    private readonly markNoticeRead: MarkNoticeRead,
    private readonly markAllRead: MarkAllNoticesRead,
  ) {}

  @Get()
  @Permission('notice.list')
  @Operation({
    id: 'listNotices',
    summary: "The notices meant for the reader, or all of the State's, newest first: which request and what, never what was said",
    answer: NoticeListView,
  })
  async list(@CurrentActor() actor: Officer, @Query() query: NoticesQuery): Promise<NoticeList> {
    return this.listNotices.execute(actor, { ...query });
  }

  @Post('read')
  @Permission('notice.read')
  @HttpCode(200)
  @ApiBody({ type: NoWordsDto, required: false })
  @Operation({
    id: 'readAllNotices',
    summary: 'Marks every notice meant for the reader as read, for the whole State',
    answer: NoticesReadView,
    problems: [413, 415],
  })
  async readAll(@CurrentActor() actor: Officer, @Body() _nothing: NoWordsDto): Promise<NoticesReadView> {
    return { read: respond(await this.markAllRead.execute(actor)) };
  }

  @Post(':id/read')
  @Permission('notice.read')
  @HttpCode(200)
  @ApiBody({ type: NoWordsDto, required: false })
  @Operation({
    id: 'readNotice',
    summary: 'Marks a notice as read for the whole State',
    answer: NoticeView,
    problems: [404, 413, 415],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { noticeId }: NoticeIdParam,
    @Body() _nothing: NoWordsDto,
  ): Promise<Notice> {
    return respond(await this.markNoticeRead.execute(actor, noticeId));
  }
}
