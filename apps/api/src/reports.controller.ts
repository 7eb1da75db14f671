import { Get, Query, Res } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import { PeriodQuery, ReportCompliance, type ComplianceReport } from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { ComplianceReportView } from './views/compliance.view.js';

const CSV = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': 'attachment; filename="compliance.csv"' };

@ApiController(`${API}/reports`, 'Reports')
export class ReportsController {
  constructor(private readonly compliance: ReportCompliance) {}

  @Get('compliance')
  @Permission('report.compliance')
  @Operation({
    id: 'reportCompliance',
    summary: 'Who acknowledged and answered on time, late or not at all, per counterpart, towards the own State and by it',
    description: 'Requests submitted in the period. The figures are a function of `rows` and `period` alone.',
    answer: ComplianceReportView,
    problems: [422],
  })
  async report(@CurrentActor() actor: Officer, @Query() { from, to }: PeriodQuery): Promise<ComplianceReport> {
    return respond(await this.compliance.execute(actor, { from, to }));
  }

  @Get('compliance/export')
  @Permission('report.compliance')
  @Operation({
    id: 'exportCompliance',
    summary: 'The same figures as CSV',
    description: 'text/csv in UTF-8 with a byte order mark; no cell is a formula.',
    answer: null,
    problems: [422],
  })
  async export(@CurrentActor() actor: Officer, @Query() { from, to }: PeriodQuery, @Res() reply: FastifyReply): Promise<void> {
    await reply.headers(CSV).send(respond(await this.compliance.asCsv(actor, { from, to })));
  }
}
