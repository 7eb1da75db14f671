import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer, Result } from '@tracedesk/kernel';
import {
  AddressCodeDto,
  KeepOwnMail,
  MailAddressDto,
  MailPreferencesDto,
  type MailPreferences,
  type OwnMail,
} from '@tracedesk/notifications';
import { respond, validateInput, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { OwnMailPage } from '../pages/own-mail-page.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

const PLACE = 'notices/preferences';

/** How the person is written to: at which address, and when. */
@ApiExcludeController()
@Controller(PLACE)
export class OwnMailController {
  constructor(
    private readonly pages: Pages,
    private readonly mail: KeepOwnMail,
  ) {}

  @Get()
  @Permission('mail_preferences.read')
  async show(
    @CurrentActor() actor: Officer,
    @Query('done') done: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show(actor, request, reply, {}, NO_FAULTS, done);
  }

  @Post()
  @Permission('mail_preferences.save')
  save(@CurrentActor() actor: Officer, @Body() body: FlatForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    const said = { urgentThrough: 'no', ...filled(body) };
    return this.#take(actor, body, { request, reply }, MailPreferencesDto, said, 'saved', (dto) =>
      this.mail.save(actor, dto.toCommand()),
    );
  }

  @Post('address')
  @Permission('mail_address.prove')
  ask(@CurrentActor() actor: Officer, @Body() body: FlatForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#take(actor, body, { request, reply }, MailAddressDto, filled(body), 'asked', ({ address }) =>
      this.mail.ask(actor, address),
    );
  }

  @Post('address/confirm')
  @Permission('mail_address.prove')
  prove(@CurrentActor() actor: Officer, @Body() body: FlatForm, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.#take(actor, body, { request, reply }, AddressCodeDto, filled(body), 'proved', ({ code }) =>
      this.mail.prove(actor, code),
    );
  }

  @Post('address/remove')
  @Permission('mail_address.remove')
  async remove(@CurrentActor() actor: Officer, @Res() reply: FastifyReply): Promise<void> {
    respond(await this.mail.remove(actor));
    goOn(reply, `/${PLACE}?done=removed`);
  }

  /** Takes what a form says, or shows the page again with what was typed and what is wrong with it. */
  async #take<Dto extends object>(
    actor: Officer,
    body: FlatForm,
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    dto: new () => Dto,
    input: object,
    done: string,
    take: (dto: Dto) => Promise<Result<OwnMail>>,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const checked = validateInput(dto, input, { fromForm: true });
    if (!checked.ok) return this.#show(actor, request, reply, body, faultTexts(checked.faults, language));
    const taken = await take(checked.value);
    if (!taken.ok) return this.#show(actor, request, reply, body, denialText(taken.denial, language));
    goOn(reply, `/${PLACE}?done=${done}`);
  }

  async #show(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    typed: FlatForm,
    faults: ReadonlyMap<string, string>,
    done?: unknown,
  ): Promise<void> {
    const [page, mail] = await Promise.all([this.pages.contextOf(request), this.mail.read(actor)]);
    const values = { ...formOf(mail.preferences), ...('byMail' in typed ? { urgentThrough: [] } : {}), ...typed };
    const note = typeof done === 'string' ? page.t.maybe(`ownMail.done.${done}`) : null;
    await this.pages.send(
      request,
      reply,
      <OwnMailPage form={{ page, values, faults }} mail={mail} done={note} />,
      statusFor(faults),
    );
  }
}

function formOf({ byMail, digestHour, quietFrom, quietUntil, urgentThrough }: MailPreferences): FlatForm {
  return {
    byMail,
    digestHour: digestHour === null ? '' : String(digestHour),
    quietFrom: quietFrom ?? '',
    quietUntil: quietUntil ?? '',
    urgentThrough: urgentThrough ? 'yes' : [],
  };
}

/** An emptied field is nothing. */
function filled(form: FlatForm): Record<string, unknown> {
  return Object.fromEntries(Object.entries(form).filter(([name, value]) => !name.startsWith('_') && value !== ''));
}
