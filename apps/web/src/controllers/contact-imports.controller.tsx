import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import { IMPORT_BYTES_MAX, ImportContactPoints } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Denial, Officer } from '@tracedesk/kernel';
import { problemTextOf } from '@tracedesk/language';
import { readUpload, TAKES_MULTIPART, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ContactImportPage, type LookedAt } from '../pages/contact-import-page.js';
import { Pages } from '../pages.service.js';
import { goOn } from './sign-in.controller.js';

const TABLE = { files: 1, bytesPerFile: IMPORT_BYTES_MAX, bytesTogether: 2 * IMPORT_BYTES_MAX };

/** An administrator brings the own State's offices as a table. Nothing is kept between the look and the import: the page carries the file. */
@ApiExcludeController()
@Controller('contact-points/import')
export class ContactImportsController {
  constructor(
    private readonly pages: Pages,
    private readonly importContactPoints: ImportContactPoints,
  ) {}

  @Get()
  @Permission('contact_point.import')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(request, reply, null);
  }

  @Post()
  @RouteConfig(TAKES_MULTIPART)
  @Permission('contact_point.import')
  async look(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { files } = await readUpload(request, TABLE, actor.state);
    await this.#look(actor, files[0], request, reply);
  }

  @Post('apply')
  @Permission('contact_point.import')
  async apply(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [table, sha256, seen] = ['_table', '_sha256', '_seen'].map((name) => String(body[name] ?? '')) as [
      string,
      string,
      string,
    ];
    const file = { content: Buffer.from(table, 'base64url') };
    const done = await this.importContactPoints.execute(actor, file, { sha256, seen });
    if (done.ok) return goOn(reply, `/directory/${actor.state}?done=imported`);
    await this.#look(actor, file, request, reply, done.denial);
  }

  async #look(
    actor: Officer,
    file: { readonly content: Buffer | null } | undefined,
    request: FastifyRequest,
    reply: FastifyReply,
    denial?: Denial,
  ): Promise<void> {
    const report = await this.importContactPoints.preview(actor, file);
    if (!report.ok) return this.#show(request, reply, null, report.denial);
    const lookedAt = { report: report.value, table: file?.content?.toString('base64url') ?? '' };
    await this.#show(request, reply, lookedAt, denial);
  }

  async #show(request: FastifyRequest, reply: FastifyReply, lookedAt: LookedAt | null, denial?: Denial): Promise<void> {
    const page = await this.pages.contextOf(request);
    const faults = new Map(denial ? [['file', textOf(denial, page.language)]] : []);
    const view = <ContactImportPage page={page} form={{ page, values: {}, faults }} lookedAt={lookedAt} />;
    const hasFaults = faults.size > 0 || (lookedAt?.report.faults.length ?? 0) > 0;
    await this.pages.send(request, reply, view, hasFaults ? 422 : 200);
  }
}

function textOf({ code, details }: Denial, language: Parameters<typeof problemTextOf>[1]): string {
  const { title, detail } = problemTextOf(code, language, details);
  return `${title}. ${detail}`;
}
