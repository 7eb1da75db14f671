import { LocalDateField } from '@tracedesk/platform';

/** A period of days. */
export class PeriodQuery {
  @LocalDateField({ optional: true, example: '2026-01-01', description: 'Its first day; left out, the first of the year.' })
  readonly from?: string;

  @LocalDateField({ optional: true, example: '2026-06-30', description: 'Its last day; left out, today.' })
  readonly to?: string;
}
