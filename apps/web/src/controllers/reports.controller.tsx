import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import { PeriodQuery, ReportCompliance } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { ReportPage } from '../pages/report-page.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';

const CSV = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="compliance.csv"' };

/** Who answered on time, late or not at all. */
@ApiExcludeController()
@Controller('reports')
export class ReportsPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly compliance: ReportCompliance,
  ) {}

  @Get()
  @Permission('report.compliance')
  async show(
    @CurrentActor() actor: Officer,
    @Query() query: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const checked = validateInput(PeriodQuery, unflatten(query), { fromForm: true });
    const result = checked.ok ? await this.compliance.execute(actor, checked.value) : null;
    const faults = checked.ok ? NO_FAULTS : faultTexts(checked.faults, page.language);
    const all = result && !result.ok ? denialText(result.denial, page.language) : faults;
    const report = result?.ok ? result.value : null;
    const form = { page, values: report ? { from: report.from, to: report.to } : query, faults: all };
    await this.pages.send(request, reply, <ReportPage page={page} form={form} report={report} />, statusFor(all));
  }

  @Get('compliance.csv')
  @Permission('report.compliance')
  async asCsv(@CurrentActor() actor: Officer, @Query() { from, to }: PeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.headers(CSV).send(respond(await this.compliance.asCsv(actor, { from, to })));
  }
}
