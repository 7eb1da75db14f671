import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { requestHash, respond, type FlatForm } from '@tracedesk/platform';
import { MergeCases, ReadCases } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { MergeCasesPage } from '../pages/merge-cases-page.js';
import { Pages } from '../pages.service.js';
import { casePath } from '../views/case-words.js';
import { caseIdOf } from './cases.controller.js';
import { goOn } from './sign-in.controller.js';

/** Two cases of one weapon become one: the reader sees both before. */
@ApiExcludeController()
@Controller('cases/:id/merge')
export class MergeCasesController {
  constructor(
    private readonly pages: Pages,
    private readonly reads: ReadCases,
    private readonly merge: MergeCases,
  ) {}

  @Get()
  @Permission('weapon_case.merge')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Query('with') otherId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kept = respond(await this.reads.one(actor, caseIdOf(id)));
    const other = respond(await this.reads.one(actor, caseIdOf(otherId ?? '')));
    const page = await this.pages.contextOf(request);
    const view = <MergeCasesPage page={page} kept={kept} other={other} once={randomUUID()} />;
    await this.pages.send(request, reply, view);
  }

  @Post()
  @Permission('weapon_case.merge')
  async take(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [caseId, otherId, version] = [caseIdOf(id), caseIdOf(String(body['caseId'] ?? '')), versionIn(body)];
    const once = { key: onceIn(body), requestHash: requestHash('weapon_case.merge', caseId, version, otherId) };
    respond(await this.merge.execute(actor, { caseId, version, once }, otherId));
    goOn(reply, `${casePath(caseId)}?done=merged`);
  }
}
