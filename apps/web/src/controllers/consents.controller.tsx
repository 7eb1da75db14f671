import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  ActOnConsent,
  AskConsentDto,
  AskForConsent,
  CONSENT_ACTS,
  ConsentReasonDto,
  GrantConsentDto,
  ReadConsents,
  UseConsentDto,
  type ConsentAct,
  type ConsentCommand,
  type ConsentSummary,
} from '@tracedesk/confidentiality';
import { Directory } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { idOf, isUuid, type ConsentId, type Officer, type RequestId } from '@tracedesk/kernel';
import {
  DenialException,
  requestHash,
  respond,
  statusOf,
  unflatten,
  UnitOfWork,
  validateInput,
  type FlatForm,
} from '@tracedesk/platform';
import { ReadRequest } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { askConsentInput, atAskFields } from '../forms/consent-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { AskConsentPage, ConsentActPage } from '../pages/consent-act-pages.js';
import { ConsentPage, ConsentsPage } from '../pages/consent-pages.js';
import { Pages } from '../pages.service.js';
import { Readings } from '../readings.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

/** Consents: asked for by the State that was told something, answered by the one that told it (ITI 15). */
@ApiExcludeController()
@Controller('consents')
export class ConsentPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly readRequest: ReadRequest,
    private readonly consents: ReadConsents,
    private readonly askFor: AskForConsent,
    private readonly actOn: ActOnConsent,
  ) {}

  @Get()
  @Permission('consent.list')
  async list(
    @CurrentActor() actor: Officer,
    @Query('requestId') of: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const consents = await this.consents.list(actor, of === undefined ? {} : { requestId: requestIdOf(of) });
    const page = await this.pages.contextOf(request);
    await this.pages.send(request, reply, <ConsentsPage page={page} consents={consents} />);
  }

  // `new` stands before `:id`.
  @Get('new')
  @Permission('consent.ask')
  async showAsk(
    @CurrentActor() actor: Officer,
    @Query('requestId') of: string | undefined,
    @Query('names') names: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showAsk(actor, request, reply, { requestId: of ?? '', names: names ?? '', use: 'onward_release' }, NO_FAULTS);
  }

  /** The form with what a page that leads here knows already. It is sent, so that no address tells where a trace leads. */
  @Post('prepare')
  @Permission('consent.ask')
  async prepare(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showAsk(actor, request, reply, body, NO_FAULTS);
  }

  @Post('new')
  @Permission('consent.ask')
  async ask(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const input = askConsentInput(body);
    const checked = validateInput(AskConsentDto, input, { fromForm: true });
    if (!checked.ok) return this.#showAsk(actor, request, reply, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('consent.ask', input) };
    const asked = await this.askFor.execute(actor, once, checked.value.toCommand());
    if (asked.ok) return goOn(reply, `/consents/${asked.value.id}?done=asked`);
    if (statusOf(asked.denial) !== UNPROCESSABLE) throw new DenialException(asked.denial);
    await this.#showAsk(actor, request, reply, body, denialText(asked.denial, language));
  }

  @Get(':id')
  @Permission('consent.read')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const consent = respond(await this.consents.one(actor, consentIdOf(id)));
    const reading = await this.readings.current(actor, consent.requestId);
    const words = reading && (await this.consents.words(actor, consent.id, reading.id));
    const page = await this.pages.contextOf(request);
    const note = done === undefined ? null : page.t.maybe(`consent.done.${done}`);
    const view = <ConsentPage page={page} consent={consent} words={words?.ok ? words.value : null} done={note} />;
    await this.pages.send(request, reply, view);
  }

  @Get(':id/:act')
  @Permission('consent.read')
  async showAct(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Param('act') act: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const known = CONSENT_ACTS.find((one) => one === act);
    if (!known) throw new DenialException({ code: 'NOT_FOUND' });
    const consent = respond(await this.consents.one(actor, consentIdOf(id)));
    const names = known === 'use' ? consent.granted : consent.asked;
    await this.#showAct(request, reply, { consent, act: known, values: { names }, faults: NO_FAULTS });
  }

  @Post(':id/grant')
  @Permission('consent.grant')
  grant(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(actor, request, reply, { id, act: 'grant', body, dto: GrantConsentDto, to: (dto) => dto.toCommand() });
  }

  @Post(':id/refuse')
  @Permission('consent.refuse')
  refuse(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = (dto: ConsentReasonDto): ConsentCommand => dto.toCommand('refuse');
    return this.#take(actor, request, reply, { id, act: 'refuse', body, dto: ConsentReasonDto, to });
  }

  @Post(':id/withdraw')
  @Permission('consent.withdraw')
  withdraw(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const to = (dto: ConsentReasonDto): ConsentCommand => dto.toCommand('withdraw');
    return this.#take(actor, request, reply, { id, act: 'withdraw', body, dto: ConsentReasonDto, to });
  }

  @Post(':id/use')
  @Permission('consent.use')
  use(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(actor, request, reply, { id, act: 'use', body, dto: UseConsentDto, to: (dto) => dto.toCommand() });
  }

  /** Takes the act and confirms it on the consent's page; a denial that words can cure leads back to the form with every word kept. */
  async #take<Dto extends object>(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    { id, act, body, dto, to }: Taken<Dto>,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const consentId = consentIdOf(id);
    const version = versionIn(body);
    const input = unflatten(body);
    const again = async (faults: ReadonlyMap<string, string>): Promise<void> => {
      const consent = respond(await this.consents.one(actor, consentId));
      await this.#showAct(request, reply, { consent: { ...consent, version }, act, values: body, faults });
    };
    const checked = validateInput(dto, input, { fromForm: true });
    if (!checked.ok) return again(faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash(`consent.${act}`, consentId, version, input) };
    const taken = await this.actOn.execute(actor, { consentId, version, once }, to(checked.value));
    if (taken.ok) return goOn(reply, `/consents/${consentId}?done=${act}`);
    if (taken.denial.field === undefined) throw new DenialException(taken.denial);
    await again(denialText(taken.denial, language));
  }

  async #showAct(request: FastifyRequest, reply: FastifyReply, { consent, act, values, faults }: Shown): Promise<void> {
    if (!consent.acts.includes(act)) throw new DenialException({ code: 'CONSENT_ACT_NOT_OPEN' });
    const page = await this.pages.contextOf(request);
    const view = <ConsentActPage consent={consent} act={act} form={{ page, values, faults }} once={randomUUID()} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  async #showAsk(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const summary = respond(await this.readRequest.execute(actor, requestIdOf(String(values['requestId'] ?? ''))));
    const page = await this.pages.contextOf(request);
    const states = await this.work.read(actor, (tx) => this.directory.states(tx));
    const standing = states.filter(({ active }) => active).map(({ code }) => code);
    const form = { page, values, faults: atAskFields(faults) };
    const view = <AskConsentPage request={summary} form={form} once={randomUUID()} states={standing} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}

interface Taken<Dto extends object> {
  readonly id: string;
  readonly act: ConsentAct;
  readonly body: FlatForm;
  readonly dto: new () => Dto;
  readonly to: (dto: Dto) => ConsentCommand;
}

interface Shown {
  readonly consent: ConsentSummary;
  readonly act: ConsentAct;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly faults: ReadonlyMap<string, string>;
}

const UNPROCESSABLE = 422;

/** An address that holds no id names nothing, as one that holds a stranger's. */
export function consentIdOf(id: string): ConsentId {
  if (!isUuid(id)) throw new DenialException({ code: 'CONSENT_NOT_FOUND' });
  return idOf<ConsentId>(id);
}

function requestIdOf(id: string): RequestId {
  if (!isUuid(id)) throw new DenialException({ code: 'REQUEST_NOT_FOUND' });
  return idOf<RequestId>(id);
}
