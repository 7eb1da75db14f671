import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, mayAct, Permission } from '@tracedesk/identity';
import { idOf, isUuid, type CaseId, type Denial, type Officer, type RequestId } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, statusOf, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import {
  ConcludeCaseDto,
  KeepCase,
  OpenCaseDto,
  ReadCases,
  ReadRequest,
  ShowCase,
  TallyQuery,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { openCaseInput } from '../forms/case-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { ConcludeCasePage, JoinCasePage, OpenCasePage } from '../pages/case-form-pages.js';
import { CaseListPage } from '../pages/case-list-page.js';
import { CasePage } from '../pages/case-page.js';
import { Pages } from '../pages.service.js';
import { WEB_PERMISSIONS } from '../permissions.js';
import { casePath } from '../views/case-words.js';
import { statusFor } from './draft.controller.js';
import { purposesOf } from './request.controller.js';
import { goOn } from './sign-in.controller.js';

const EVER = { from: '1900-01-01', until: '9000-12-31' };
const UNPROCESSABLE = 422;

/** Cases of the own State: one weapon each, and what they amount to. */
@ApiExcludeController()
@Controller('cases')
export class CasePagesController {
  constructor(
    private readonly pages: Pages,
    private readonly reads: ReadCases,
    private readonly showCase: ShowCase,
    private readonly keep: KeepCase,
    private readonly readRequest: ReadRequest,
  ) {}

  @Get()
  @Permission('weapon_case.list')
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const checked = validateInput(TallyQuery, unflatten(query), { fromForm: true });
    const faults = checked.ok ? NO_FAULTS : faultTexts(checked.faults, page.language);
    const { from = EVER.from, until = EVER.until } = checked.ok ? checked.value : {};
    const counted = checked.ok ? await this.reads.counted(actor, { from, until }) : null;
    const form = { page, values: query, faults };
    const mayOpen = mayAct(WEB_PERMISSIONS, actor.role, 'weapon_case.open');
    const view = <CaseListPage page={page} form={form} counted={counted} mayOpen={mayOpen} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  // `new` and `join` stand before `:id`.
  @Get('new')
  @Permission('weapon_case.open')
  async showOpen(
    @CurrentActor() actor: Officer,
    @Query('requestId') of: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const own = of === undefined ? null : await this.#ownRequest(actor, of);
    const known = own && (await this.showCase.idFor(actor, own.id));
    if (known) return goOn(reply, casePath(known));
    const values = own?.requestingReference ? { ownReference: own.requestingReference } : {};
    await this.#showOpen(request, reply, own, values, NO_FAULTS);
  }

  @Post('new')
  @Permission('weapon_case.open')
  async open(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const input = openCaseInput(body);
    const of = body['requestIds'];
    const own = typeof of === 'string' ? await this.#ownRequest(actor, of) : null;
    const checked = validateInput(OpenCaseDto, input, { fromForm: true });
    if (!checked.ok) return this.#showOpen(request, reply, own, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('weapon_case.open', input) };
    const opened = await this.keep.open(actor, once, checked.value.toCommand());
    if (opened.ok) return goOn(reply, `${casePath(opened.value.id)}?done=opened`);
    await this.#showOpen(request, reply, own, body, denialText(curable(opened.denial), language));
  }

  @Get('join')
  @Permission('weapon_case.join')
  async showJoin(
    @CurrentActor() actor: Officer,
    @Query('requestId') of: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showJoin(actor, request, reply, { requestId: of ?? '' }, NO_FAULTS);
  }

  @Post('join')
  @Permission('weapon_case.join')
  async join(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const caseId = String(body['caseId'] ?? '');
    if (caseId === '')
      return this.#showJoin(actor, request, reply, body, faultTexts([{ code: 'REQUIRED', field: 'caseId' }], language));
    const denial = await this.#join(actor, caseIdOf(caseId), body, reply);
    if (denial) await this.#showJoin(actor, request, reply, body, denialText({ ...denial, field: 'caseId' }, language));
  }

  @Post(':id/requests')
  @Permission('weapon_case.join')
  async add(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const denial = await this.#join(actor, caseIdOf(id), body, reply);
    if (denial) throw new DenialException(denial);
  }

  @Get(':id')
  @Permission('weapon_case.read')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const shown = respond(await this.showCase.execute(actor, caseIdOf(id)));
    // A case that went up in another leads there: nothing more is done with it.
    if (shown.weapon.mergedInto) return goOn(reply, casePath(shown.weapon.mergedInto));
    const page = await this.pages.contextOf(request);
    const may = (action: string): boolean => mayAct(WEB_PERMISSIONS, actor.role, action);
    const rights = {
      conclude: may('weapon_case.conclude'),
      readChain: purposesOf(actor.role).length > 0,
      join: may('weapon_case.join'),
      followUp: may('tracing_request.follow_up'),
    };
    const note = done === undefined ? null : page.t.maybe(`case.done.${done}`);
    const view = <CasePage page={page} shown={shown} rights={rights} done={note} onceFor={randomUUID} />;
    await this.pages.send(request, reply, view);
  }

  @Get(':id/conclude')
  @Permission('weapon_case.conclude')
  async showConclude(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showConclude(actor, request, reply, caseIdOf(id), {}, NO_FAULTS);
  }

  @Post(':id/conclude')
  @Permission('weapon_case.conclude')
  async conclude(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const caseId = caseIdOf(id);
    const version = versionIn(body);
    const input = unflatten(body);
    const again = (faults: ReadonlyMap<string, string>): Promise<void> =>
      this.#showConclude(actor, request, reply, caseId, body, faults);
    const checked = validateInput(ConcludeCaseDto, input, { fromForm: true });
    if (!checked.ok) return again(faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('weapon_case.conclude', caseId, version, input) };
    const concluded = await this.keep.conclude(actor, { caseId, version, once }, checked.value.toCommand());
    if (concluded.ok) return goOn(reply, `${casePath(caseId)}?done=concluded`);
    await again(denialText(curable(concluded.denial), language));
  }

  /** Adds the request that the form names, and goes on to the case; the denial, where it belongs to no such request. */
  async #join(actor: Officer, caseId: CaseId, body: FlatForm, reply: FastifyReply): Promise<Denial | null> {
    const requestId = requestIdOf(String(body['requestId'] ?? ''));
    const once = { key: onceIn(body), requestHash: requestHash('weapon_case.join', caseId, requestId) };
    const joined = await this.keep.join(actor, caseId, once, requestId);
    if (!joined.ok) return curable(joined.denial);
    goOn(reply, `${casePath(caseId)}?done=joined`);
    return null;
  }

  async #ownRequest(actor: Officer, id: string): Promise<RequestSummary> {
    const summary = respond(await this.readRequest.execute(actor, requestIdOf(id)));
    if (summary.requestingState !== actor.state) throw new DenialException({ code: 'REQUEST_NOT_FOUND' });
    return summary;
  }

  async #showOpen(
    request: FastifyRequest,
    reply: FastifyReply,
    own: RequestSummary | null,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const view = <OpenCasePage form={{ page, values, faults }} once={randomUUID()} request={own} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  async #showJoin(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const own = await this.#ownRequest(actor, String(values['requestId'] ?? ''));
    const [page, cases] = await Promise.all([this.pages.contextOf(request), this.reads.list(actor)]);
    const view = <JoinCasePage form={{ page, values, faults }} once={randomUUID()} request={own} cases={cases} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  async #showConclude(
    actor: Officer,
    request: FastifyRequest,
    reply: FastifyReply,
    caseId: CaseId,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const weapon = respond(await this.reads.one(actor, caseId));
    const page = await this.pages.contextOf(request);
    // After a fault the version stays the one the person saw.
    const version = values['_version'] === undefined ? weapon.version : versionIn(values);
    const view = <ConcludeCasePage form={{ page, values, faults }} once={randomUUID()} weapon={{ ...weapon, version }} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}

/** A denial that leads back to the form; any other ends the visit. */
function curable(denial: Denial): Denial {
  if (statusOf(denial) !== UNPROCESSABLE) throw new DenialException(denial);
  return denial;
}

/** An address that holds no id names nothing, as one that holds a stranger's. */
export function caseIdOf(id: string): CaseId {
  if (!isUuid(id)) throw new DenialException({ code: 'CASE_NOT_FOUND' });
  return idOf<CaseId>(id);
}

function requestIdOf(id: string): RequestId {
  if (!isUuid(id)) throw new DenialException({ code: 'REQUEST_NOT_FOUND' });
  return idOf<RequestId>(id);
}
