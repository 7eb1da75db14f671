import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { countriesWithHolidays, proposedHolidays } from '@tracedesk/deadlines';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { isStateCode, stateCode, type Officer } from '@tracedesk/kernel';
import { MEMBER_STATES, problemTextOf, stateName, type Language } from '@tracedesk/language';
import { DenialException, respond, validateInput, type FlatForm } from '@tracedesk/platform';
import { CalendarDto, CorrectCalendar, ReadCalendar } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { atItsLine, calendarDigest, calendarForm, calendarInput, withHolidays } from '../forms/calendar-form.js';
import { NO_FAULTS } from '../forms/faults.js';
import { versionIn } from '../forms/form-keys.js';
import { CalendarEditPage, CalendarPage, type CalendarEditProps } from '../pages/calendar-pages.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

interface Asked {
  readonly actor: Officer;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
interface Fault {
  readonly code: string;
  readonly field?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** By which days States count; an administrator says it for the own State, after having seen what that moves. */
@ApiExcludeController()
@Controller()
export class CalendarPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly readCalendar: ReadCalendar,
    private readonly correctCalendar: CorrectCalendar,
  ) {}

  @Get('calendars/:state')
  @Permission('calendar.read')
  async show(
    @CurrentActor() actor: Officer,
    @Param('state') state: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isStateCode(state)) throw new DenialException({ code: 'STATE_NOT_FOUND' });
    const calendar = respond(await this.readCalendar.execute(actor, stateCode(state)));
    const page = await this.pages.contextOf(request);
    const isOwn = actor.role === 'administrator' && calendar.state === actor.state;
    const note = done === 'corrected' ? page.t('calendar.corrected') : null;
    await this.pages.send(request, reply, <CalendarPage page={page} calendar={calendar} isOwn={isOwn} done={note} />);
  }

  @Get('calendar/edit')
  @Permission('calendar.correct')
  async edit(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const calendar = respond(await this.readCalendar.execute(actor, actor.state));
    await this.#showForm({ actor, request, reply }, { ...calendarForm(calendar), _country: actor.state });
  }

  @Post('calendar/edit')
  @Permission('calendar.correct')
  async change(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const asked = { actor, request, reply };
    const { language } = this.pages.contextWithout(request);
    if (body['_step'] === 'propose')
      return this.#showForm(asked, body, NO_FAULTS, {
        proposed: await proposalFor(body, language),
        lacking: await lackingStates(language),
      });
    if (body['_step'] === 'add')
      return this.#showForm(asked, { ...body, holidays: withHolidays(body['holidays'], body['_add']) });

    const input = calendarInput(body, versionIn(body));
    const checked = validateInput(CalendarDto, input, { fromForm: true });
    if (!checked.ok) return this.#showForm(asked, body, textsOf(checked.faults, language));
    const { value } = checked;
    const digest = calendarDigest(input);
    if (body['_step'] === 'correct' && body['_seen'] === digest) {
      const corrected = await this.correctCalendar.execute(actor, value.replaces, value.toCommand());
      if (corrected.ok) return goOn(reply, `/calendars/${actor.state}?done=corrected`);
      return this.#showForm(asked, body, textsOf([corrected.denial], language));
    }
    const preview = await this.correctCalendar.preview(actor, value.replaces, value.toCommand());
    if (!preview.ok) return this.#showForm(asked, body, textsOf([preview.denial], language));
    await this.#showForm(asked, body, NO_FAULTS, { preview: { correction: preview.value, digest } });
  }

  async #showForm(
    { actor, request, reply }: Asked,
    values: FlatForm,
    faults: ReadonlyMap<string, string> = NO_FAULTS,
    more: Pick<CalendarEditProps, 'proposed' | 'lacking' | 'preview'> = {},
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const calendar = respond(await this.readCalendar.execute(actor, actor.state));
    const form = { page, values: { _year: String(page.now.getUTCFullYear() + 1), ...values }, faults };
    await this.pages.send(
      request,
      reply,
      <CalendarEditPage page={page} form={form} calendar={calendar} {...more} />,
      statusFor(faults),
    );
  }
}

/** What is proposed for the country and year in the form; a year that is none is as good as a country that is not known. */
async function proposalFor(body: FlatForm, language: Language): ReturnType<typeof proposedHolidays> {
  const [country, year] = [String(body['_country'] ?? '').toUpperCase(), Number(body['_year'])];
  return /^[A-Z]{2}$/.test(country) && year >= 2000 && year <= 2100 ? proposedHolidays(country, year, language) : null;
}

/** The Member States of the United Nations that the package has no list of, as their names are in that language. */
async function lackingStates(language: Language): Promise<readonly string[]> {
  const listed = await countriesWithHolidays();
  return MEMBER_STATES.map(([code]) => stateCode(code))
    .filter((code) => !listed.includes(code))
    .map((code) => stateName(code, language));
}

/** Each fault with what would help; those of a holiday with the number of its line. */
function textsOf(faults: readonly Fault[], language: Language): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const fault of faults) {
    const { field = '', code, details, line } = atItsLine(fault);
    const { title, detail } = problemTextOf(code, language, details);
    const said = detail === title ? title : `${title}. ${detail}`;
    if (!texts.has(field)) texts.set(field, line === undefined ? said : `${line}: ${said}`);
  }
  return texts;
}
