import { Injectable } from '@nestjs/common';
import { boundsOf, dayIn, denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { complianceCsv } from '../compliance-csv.adapter.js';
import { complianceOf, type ComplianceFigures, type CompliancePeriod, type ComplianceRow } from '../compliance.js';
import { ComplianceRows } from '../compliance-rows.repository.js';
import type { LocalDate } from '../question.js';

/** The days on which the requests were submitted, in UTC; left out: the year up to today. */
export interface PeriodAsked {
  readonly from?: LocalDate | undefined;
  readonly to?: LocalDate | undefined;
}

export interface ComplianceReport {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly period: CompliancePeriod;
  readonly figures: readonly ComplianceFigures[];
  /** All that the figures are worked out from. */
  readonly rows: readonly ComplianceRow[];
}

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 3_660;

/** Measures silence: who acknowledged and answered on time, late or not at all, towards the own State and by it. A refusal counts as the response it is. */
@Injectable()
export class ReportCompliance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rows: ComplianceRows,
  ) {}

  async execute(actor: Officer, asked: PeriodAsked): Promise<Result<ComplianceReport>> {
    return this.work.run(actor, 'report.compliance', async (tx) => {
      const to = asked.to ?? dayIn(tx.now, 'UTC');
      const from = asked.from ?? `${to.slice(0, 4)}-01-01`;
      if (from > to) return denied('PERIOD_BACKWARDS', { field: 'to', details: { from, to } });
      const { from: first, before } = boundsOf({ from, until: to }, 'UTC');
      if (before.getTime() - first.getTime() > LONGEST_DAYS * DAY_MS)
        return denied('PERIOD_TOO_LONG', { field: 'from', details: { from, to } });
      const period = { from: first.toISOString(), before: before.toISOString(), asOf: tx.now.toISOString() };
      const rows = await this.rows.submittedBetween(tx, first, before);
      return ok({ from, to, period, rows, figures: complianceOf(rows, period) });
    });
  }

  async asCsv(actor: Officer, asked: PeriodAsked): Promise<Result<string>> {
    const report = await this.execute(actor, asked);
    return report.ok ? ok(complianceCsv(report.value.figures)) : report;
  }
}
