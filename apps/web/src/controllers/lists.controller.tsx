import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReadContactPoints } from '@tracedesk/directory';
import { CurrentActor, mayAct, Permission } from '@tracedesk/identity';
import { idOf, isUuid, type NoticeId, type Officer } from '@tracedesk/kernel';
import { ListNotices, MarkAllNoticesRead, MarkNoticeRead } from '@tracedesk/notifications';
import { DenialException, respond, validateInput } from '@tracedesk/platform';
import { ListDto, ListRequests, type Direction } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ListPage, type View } from '../pages/list-page.js';
import { NoticesPage } from '../pages/notices-page.js';
import { ContactReminder } from '../views/contact-reminder.js';
import { Pages } from '../pages.service.js';
import { WEB_PERMISSIONS } from '../permissions.js';
import { Layout } from '../views/layout.js';
import { goOn } from './sign-in.controller.js';

/** Incoming, outgoing, drafts and notices. */
@ApiExcludeController()
@Controller()
export class ListsController {
  constructor(
    private readonly pages: Pages,
    private readonly list: ListRequests,
    private readonly notices: ListNotices,
    private readonly markRead: MarkNoticeRead,
    private readonly markAllRead: MarkAllNoticesRead,
    private readonly contacts: ReadContactPoints,
  ) {}

  @Get()
  @Permission('session.read')
  async home(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (mayAct(WEB_PERMISSIONS, actor.role, 'tracing_request.list')) return goOn(reply, '/incoming');
    const mayConfirm = mayAct(WEB_PERMISSIONS, actor.role, 'contact_point.confirm');
    const [page, unconfirmed] = await Promise.all([
      this.pages.contextOf(request),
      mayConfirm ? this.contacts.unconfirmed(actor) : [],
    ]);
    const { t } = page;
    await this.pages.send(
      request,
      reply,
      <Layout page={page} title={t('page.nothingYet.title')}>
        <h1>{t('page.nothingYet.title')}</h1>
        <p class="lede">{t('page.nothingYet.about')}</p>
        <ContactReminder page={page} offices={unconfirmed} />
      </Layout>,
    );
  }

  @Get('incoming')
  @Permission('tracing_request.list')
  incoming(
    @CurrentActor() actor: Officer,
    @Query() query: ListAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#show('incoming', actor, query, request, reply);
  }

  @Get('outgoing')
  @Permission('tracing_request.list')
  outgoing(
    @CurrentActor() actor: Officer,
    @Query() query: ListAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#show('outgoing', actor, query, request, reply);
  }

  @Get('drafts')
  @Permission('tracing_request.list')
  drafts(
    @CurrentActor() actor: Officer,
    @Query() query: ListAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#show('drafts', actor, query, request, reply);
  }

  @Get('notices')
  @Permission('notice.list')
  async showNotices(
    @CurrentActor() actor: Officer,
    @Query() query: ListAsked,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reference, unread } = query;
    const unreadOnly = unread === 'yes';
    const [page, notices, unconfirmed] = await Promise.all([
      this.pages.contextOf(request),
      this.notices.execute(actor, { unreadOnly, ...(typeof reference === 'string' ? { reference } : {}) }),
      this.contacts.unconfirmed(actor),
    ]);
    await this.pages.send(
      request,
      reply,
      <NoticesPage page={page} notices={notices} view={unreadOnly ? 'unread' : 'all'} unconfirmed={unconfirmed} />,
    );
  }

  @Post('notices/read')
  @Permission('notice.read')
  async readNotices(@CurrentActor() actor: Officer, @Res() reply: FastifyReply): Promise<void> {
    respond(await this.markAllRead.execute(actor));
    goOn(reply, '/notices');
  }

  @Post('notices/:id/read')
  @Permission('notice.read')
  async readNotice(@CurrentActor() actor: Officer, @Param('id') id: string, @Res() reply: FastifyReply): Promise<void> {
    if (!isUuid(id)) throw new DenialException({ code: 'NOTICE_NOT_FOUND' });
    respond(await this.markRead.execute(actor, idOf<NoticeId>(id)));
    goOn(reply, '/notices');
  }

  async #show(
    direction: Direction,
    actor: Officer,
    query: ListAsked,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const { done, ...asked } = query;
    const checked = validateInput(ListDto, { ...asked, direction }, { fromForm: true });
    if (!checked.ok) throw new DenialException({ code: 'VALIDATION_FAILED' }, checked.faults);
    const wanted = respond(checked.value.toCommand());
    const [page, found] = await Promise.all([this.pages.contextOf(request), this.list.execute(actor, wanted)]);
    const view: View = wanted.overdue ? 'overdue' : (wanted.stage ?? 'all');
    await this.pages.send(
      request,
      reply,
      <ListPage
        page={page}
        direction={direction}
        view={view}
        items={found.items}
        next={found.next}
        isFirst={wanted.cursor === undefined}
        done={done === 'discard' ? page.t('done.discard') : null}
      />,
    );
  }
}

type ListAsked = Readonly<Record<string, string>>;
