import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Disclosures } from '@tracedesk/confidentiality';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Denial, Officer } from '@tracedesk/kernel';
import { DenialException, respond, statusOf, type FlatForm } from '@tracedesk/platform';
import { ReadBatches, type RequestBatch } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { purposeStated } from '../forms/disclosure-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { AskContentPage } from '../pages/ask-content-page.js';
import { Pages } from '../pages.service.js';
import { batchIdFrom } from './batches.controller.js';
import { purposesOf } from './request.controller.js';
import { goOn } from './sign-in.controller.js';

/** Makes, models, marks and numbers of a batch for those who did not draft it: they say what for, and then the batch shows them for a sitting. */
@ApiExcludeController()
@Controller('request-batches/:id/content')
export class BatchContentController {
  constructor(
    private readonly pages: Pages,
    private readonly reads: ReadBatches,
    private readonly disclosures: Disclosures,
  ) {}

  @Get()
  @Permission('request_batch.read_firearms')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const batch = respond(await this.reads.one(actor, batchIdFrom(id)));
    const [usual] = purposesOf(actor.role);
    // Auditors see how far a batch is without being shown what it is about.
    if (usual === undefined) throw new DenialException({ code: 'PERMISSION_DENIED' });
    await this.#ask({ actor, batch, request, reply }, { purpose: usual });
  }

  @Post()
  @Permission('disclosure.open')
  async open(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const batch = respond(await this.reads.one(actor, batchIdFrom(id)));
    const visit = { actor, batch, request, reply };
    const stated = purposeStated(body);
    if (!stated) return this.#ask(visit, body, { code: 'REQUIRED', field: 'purpose' });
    const subject = { kind: 'request_batch', id: batch.id } as const;
    const opened = await this.disclosures.open(actor, { subject, ...stated });
    if (!opened.ok) return this.#ask(visit, body, opened.denial);
    goOn(reply, `/request-batches/${batch.id}`);
  }

  async #ask({ actor, batch, request, reply }: BatchVisit, values: FlatForm, fault?: Denial): Promise<void> {
    if (fault && statusOf(fault) === 404) throw new DenialException(fault);
    const page = await this.pages.contextOf(request);
    const faults = !fault
      ? NO_FAULTS
      : fault.code === 'REQUIRED'
        ? faultTexts([{ code: fault.code, field: 'purpose' }], page.language)
        : denialText(fault, page.language);
    const path = `/request-batches/${batch.id}`;
    const view = (
      <AskContentPage
        title="batch.ask"
        reference={batch.ownReference ?? page.t('batch.title', { count: batch.size })}
        action={`${path}/content`}
        back={path}
        form={{ page, values, faults }}
        purposes={purposesOf(actor.role)}
      />
    );
    await this.pages.send(request, reply, view, fault ? statusOf(fault) : 200);
  }
}

interface BatchVisit {
  readonly actor: Officer;
  readonly batch: RequestBatch;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
