import { Body, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { AddressCodeDto, KeepOwnMail, MailAddressDto, MailPreferencesDto, type OwnMail } from '@tracedesk/notifications';
import { respond } from '@tracedesk/platform';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { OwnMailView } from './views/own-mail.view.js';

@ApiController(`${API}/mail-preferences`, 'Notices')
export class OwnMailController {
  constructor(private readonly mail: KeepOwnMail) {}

  @Get()
  @Permission('mail_preferences.read')
  @Operation({ id: 'readMailPreferences', summary: 'How the reader is written to by e-mail', answer: OwnMailView })
  async read(@CurrentActor() actor: Officer): Promise<OwnMail> {
    return this.mail.read(actor);
  }

  @Put()
  @Permission('mail_preferences.save')
  @Operation({
    id: 'saveMailPreferences',
    summary: 'Says when the reader is written to: at once, once a day, not at all, and never in quiet hours',
    answer: OwnMailView,
    problems: [413, 415, 422],
  })
  async save(@CurrentActor() actor: Officer, @Body() body: MailPreferencesDto): Promise<OwnMail> {
    return respond(await this.mail.save(actor, body.toCommand()));
  }

  @Post('address')
  @Permission('mail_address.prove')
  @HttpCode(200)
  @Operation({
    id: 'askMailAddress',
    summary: 'Sends a code to an address, to prove that it is the reader’s; the address before it stands until then',
    answer: OwnMailView,
    problems: [413, 415, 429],
  })
  async ask(@CurrentActor() actor: Officer, @Body() { address }: MailAddressDto): Promise<OwnMail> {
    return respond(await this.mail.ask(actor, address));
  }

  @Post('address/confirm')
  @Permission('mail_address.prove')
  @HttpCode(200)
  @Operation({
    id: 'confirmMailAddress',
    summary: 'Takes the address that the code was sent to',
    answer: OwnMailView,
    problems: [413, 415, 422],
  })
  async prove(@CurrentActor() actor: Officer, @Body() { code }: AddressCodeDto): Promise<OwnMail> {
    return respond(await this.mail.prove(actor, code));
  }

  @Delete('address')
  @Permission('mail_address.remove')
  @HttpCode(204)
  @Operation({ id: 'removeMailAddress', summary: "Takes the reader's address out", answer: null, status: 204 })
  async remove(@CurrentActor() actor: Officer): Promise<void> {
    respond(await this.mail.remove(actor));
  }
}
