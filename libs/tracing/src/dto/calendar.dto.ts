import type { CalendarDraft } from '@tracedesk/deadlines/core';
import { Line, ListOf, LocalDateField, WholeNumber } from '@tracedesk/platform';

const DAYS_OF_WEEK = ['1', '2', '3', '4', '5', '6', '7'] as const;
const MOST_HOLIDAYS = 400;
const MOST_VERSIONS = 100_000;
const NAME = 120;

export class HolidayDto {
  @LocalDateField({ example: '2026-12-25' })
  readonly on!: string;

  @Line(NAME, { example: 'Founding Day' })
  readonly name!: string;
}

/** The next version of a State's calendar: dates with their source, as the State's own law or gazette gives them. */
export class CalendarDto {
  @WholeNumber({ min: 0, max: MOST_VERSIONS, description: 'The version this one is to replace; 0 where there is none.' })
  readonly replaces!: number;

  @Line(64, { example: 'Europe/Paris' })
  readonly timeZone!: string;

  @ListOf(DAYS_OF_WEEK, { max: DAYS_OF_WEEK.length, description: 'Days off in every week; Monday is 1.' })
  readonly weekend!: readonly string[];

  @ListOf(() => HolidayDto, { max: MOST_HOLIDAYS })
  readonly holidays!: readonly HolidayDto[];

  @Line(NAME * 2, { example: 'Law of 3 May 1994, art. 2' })
  readonly source!: string;

  @LocalDateField({ example: '2027-12-31', description: 'Up to which day the holidays are complete.' })
  readonly coveredUntil!: string;

  toCommand(): CalendarDraft {
    const { timeZone, weekend, holidays, source, coveredUntil } = this;
    return { timeZone, weekend: weekend.map(Number).sort((one, other) => one - other), holidays, source, coveredUntil };
  }
}
