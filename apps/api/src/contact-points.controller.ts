import { Body, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  AddContactPoint,
  AddContactPointDto,
  AmendContactPoint,
  AmendContactPointDto,
  ConfirmContactPoint,
  ContactPointIdParam,
  ContactPointsExportQuery,
  ContactPointsQuery,
  ContactPointView,
  Directory,
  EndContactPoint,
  EndContactPointDto,
  ReadContactPoints,
  type ContactChoice,
  type ContactPoint,
  type ContactPointVersion,
  type ProtocolStatus,
} from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { etagOf, IfMatch, respond, UnitOfWork } from '@tracedesk/platform';
import { NoWordsDto, type OnceKey } from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { OnceOnly } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { ContactPointHistoryView, ContactPointListView } from './views/directory.view.js';

const CONTACT_POINTS = `${API}/contact-points`;
const CSV = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="contact-points.csv"' };
const CHANGE = {
  answer: ContactPointView,
  takes: ['If-Match', 'Idempotency-Key'],
  gives: ['ETag'],
  problems: [404, 413, 415, 422],
} as const;

interface ListedContactPoints {
  readonly items: readonly ContactPoint[];
  readonly firearmsProtocol: ProtocolStatus;
  readonly chosen?: ContactChoice | null;
}

@ApiController(CONTACT_POINTS, 'Directory')
export class ContactPointsController {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly contactPoints: ReadContactPoints,
    private readonly addContactPoint: AddContactPoint,
    private readonly amendContactPoint: AmendContactPoint,
    private readonly confirmContactPoint: ConfirmContactPoint,
    private readonly endContactPoint: EndContactPoint,
  ) {}

  @Get()
  @Permission('contact_point.list')
  @Operation({
    id: 'listContactPoints',
    summary: "A State's national points of contact that answer now (ITI 25)",
    description: 'With `legalBasis`, also which of them gets a request on that basis, and what to know about it.',
    answer: ContactPointListView,
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() { code, all = false, legalBasis }: ContactPointsQuery,
  ): Promise<ListedContactPoints> {
    const listed = await this.work.read(actor, async (tx) => ({
      items: all ? await this.directory.contactPoints(tx, code) : await this.directory.activeContactPoints(tx, code, tx.now),
      firearmsProtocol: await this.directory.firearmsProtocol(tx, code),
    }));
    return legalBasis === undefined ? listed : { ...listed, chosen: await this.contactPoints.chosenFor(actor, code, legalBasis) };
  }

  @Post()
  @Permission('contact_point.add')
  @HttpCode(201)
  @Operation({
    ...CHANGE,
    id: 'addContactPoint',
    summary: 'Names an office of the own State as a national point of contact (ITI 25)',
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [413, 415, 422],
  })
  async add(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: AddContactPointDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactPoint> {
    const added = respond(await this.addContactPoint.execute(actor, body.toCommand(), once));
    void reply.header('location', `/${CONTACT_POINTS}/${added.id}`);
    return tagged(reply, added);
  }

  @Get('export')
  @Permission('contact_point.list')
  @Operation({
    id: 'exportContactPoints',
    summary: 'The contact points of every State, or of one, as CSV, for the list of the United Nations (ITI 31(a))',
    description: 'text/csv in UTF-8 with a byte order mark; cells that look like formulas begin with an apostrophe.',
    answer: null,
  })
  async export(
    @CurrentActor() actor: Officer,
    @Query() { code }: ContactPointsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await reply.headers(CSV).send(await this.contactPoints.asCsv(actor, code));
  }

  @Get('unconfirmed')
  @Permission('contact_point.confirm')
  @Operation({
    id: 'listUnconfirmedContactPoints',
    summary: 'Offices of the own State that answer and that nobody has confirmed for 180 days (ITI 32; the period is policy)',
    answer: ContactPointListView,
  })
  async unconfirmed(@CurrentActor() actor: Officer): Promise<{ readonly items: readonly ContactPoint[] }> {
    return { items: await this.contactPoints.unconfirmed(actor) };
  }

  @Get(':id')
  @Permission('contact_point.read')
  @Operation({
    id: 'readContactPoint',
    summary: 'One contact point',
    answer: ContactPointView,
    gives: ['ETag'],
    problems: [404],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactPoint> {
    return tagged(reply, respond(await this.contactPoints.one(actor, id)));
  }

  @Get(':id/history')
  @Permission('contact_point.read')
  @Operation({
    id: 'readContactPointHistory',
    summary: 'What it was before each change, the latest first; who changed it is in the log of its State',
    answer: ContactPointHistoryView,
    problems: [404],
  })
  async history(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
  ): Promise<{ readonly items: readonly ContactPointVersion[] }> {
    return { items: respond(await this.contactPoints.historyOf(actor, id)) };
  }

  @Patch(':id')
  @Permission('contact_point.amend')
  @Operation({ ...CHANGE, id: 'amendContactPoint', summary: 'Changes an office of the own State: what is left out stays' })
  async amend(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: AmendContactPointDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactPoint> {
    return tagged(reply, respond(await this.amendContactPoint.execute(actor, { id, version }, body.toCommand(), once)));
  }

  @Post(':id/end')
  @Permission('contact_point.end')
  @HttpCode(200)
  @Operation({ ...CHANGE, id: 'endContactPoint', summary: 'Sets the last day of an office: it is never deleted' })
  async end(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() { validUntil }: EndContactPointDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactPoint> {
    return tagged(reply, respond(await this.endContactPoint.execute(actor, { id, version, validUntil }, once)));
  }

  @Post(':id/confirm')
  @Permission('contact_point.confirm')
  @HttpCode(200)
  @Operation({
    ...CHANGE,
    id: 'confirmContactPoint',
    summary: 'Says that an office of the own State is still as it stands here (ITI 32)',
  })
  async confirm(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() _nothing: NoWordsDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ContactPoint> {
    return tagged(reply, respond(await this.confirmContactPoint.execute(actor, { id, version }, once)));
  }
}

function tagged(reply: FastifyReply, contactPoint: ContactPoint): ContactPoint {
  void reply.header('etag', etagOf(contactPoint.version));
  return contactPoint;
}
