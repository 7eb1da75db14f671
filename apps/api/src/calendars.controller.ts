import { Body, Get, HttpCode, Param, Post } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { isStateCode, stateCode, type Officer } from '@tracedesk/kernel';
import { DenialException, respond } from '@tracedesk/platform';
import { CalendarDto, CorrectCalendar, ReadCalendar, type CalendarCorrection, type CalendarReading } from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { CalendarCorrectionView, CalendarView } from './views/calendar.view.js';

const CORRECTION = { answer: CalendarCorrectionView, problems: [412, 413, 415, 422] } as const;

@ApiController(`${API}/calendars`, 'Calendars')
export class CalendarsController {
  constructor(
    private readonly readCalendar: ReadCalendar,
    private readonly correctCalendar: CorrectCalendar,
  ) {}

  @Get(':state')
  @Permission('calendar.read')
  @Operation({
    id: 'readCalendar',
    summary: 'By which days a State counts, and whether the next 90 days are covered',
    answer: CalendarView,
    problems: [404],
  })
  async read(@CurrentActor() actor: Officer, @Param('state') state: string): Promise<CalendarReading> {
    if (!isStateCode(state)) throw new DenialException({ code: 'STATE_NOT_FOUND' });
    return respond(await this.readCalendar.execute(actor, stateCode(state)));
  }

  @Post('preview')
  @Permission('calendar.correct')
  @HttpCode(200)
  @Operation({
    id: 'previewCalendar',
    summary: "The open dates that a new version of the own State's calendar would move",
    ...CORRECTION,
  })
  async preview(@CurrentActor() actor: Officer, @Body() body: CalendarDto): Promise<CalendarCorrection> {
    return respond(await this.correctCalendar.preview(actor, body.replaces, body.toCommand()));
  }

  @Post()
  @Permission('calendar.correct')
  @HttpCode(200)
  @Operation({
    id: 'correctCalendar',
    summary:
      "Enters a new version of the own State's calendar and works out the open dates anew, each as an entry both parties read",
    ...CORRECTION,
  })
  async correct(@CurrentActor() actor: Officer, @Body() body: CalendarDto): Promise<CalendarCorrection> {
    return respond(await this.correctCalendar.execute(actor, body.replaces, body.toCommand()));
  }
}
