import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { DeskConfig, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import { SearchDto, SearchRequests, type FoundSummary } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { SearchPage } from '../pages/search-page.js';
import { Pages, rememberKeys } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

/** Finding one's own requests. What is looked for is sent in a form, never in an address, and is shown again to its sender alone. */
@ApiExcludeController()
@Controller('search')
export class SearchController {
  constructor(
    private readonly pages: Pages,
    private readonly config: DeskConfig,
    private readonly search: SearchRequests,
  ) {}

  @Get()
  @Permission('tracing_request.search')
  async ask(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(request, reply, {}, NO_FAULTS, null);
  }

  @Post()
  @Permission('tracing_request.search')
  async find(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const checked = validateInput(SearchDto, unflatten(body), { fromForm: true });
    if (!checked.ok) return this.#show(request, reply, body, faultTexts(checked.faults, language), null);
    const found = await this.search.execute(actor, checked.value.toCommand());
    if (!found.ok) return this.#show(request, reply, body, denialText(found.denial, language), null);
    await this.#show(request, reply, body, NO_FAULTS, found.value);
  }

  @Post('keys')
  @Permission('tracing_request.search')
  switchKeys(@Body() body: FlatForm, @Res() reply: FastifyReply): void {
    rememberKeys(reply, body['keys'] === 'off' ? 'off' : 'on', this.config.secureOrigin);
    goOn(reply, '/search');
  }

  async #show(
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
    found: readonly FoundSummary[] | null,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const view = <SearchPage page={page} form={{ page, values, faults }} found={found} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}
