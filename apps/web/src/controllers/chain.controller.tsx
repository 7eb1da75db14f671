import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Disclosure } from '@tracedesk/confidentiality';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Denial, Officer } from '@tracedesk/kernel';
import { DenialException, respond, statusOf, type FlatForm } from '@tracedesk/platform';
import { ReadCases, type WeaponCase } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { purposeStated } from '../forms/disclosure-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { ChainPage } from '../pages/chain-page.js';
import { AskContentPage } from '../pages/ask-content-page.js';
import { Pages } from '../pages.service.js';
import { needsNewReading, Readings } from '../readings.service.js';
import { caseName, casePath } from '../views/case-words.js';
import { caseIdOf } from './cases.controller.js';
import { purposesOf } from './request.controller.js';
import { goOn } from './sign-in.controller.js';

/** The chain of one case, to those who say what for. */
@ApiExcludeController()
@Controller('cases/:id/chain')
export class ChainController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly reads: ReadCases,
  ) {}

  @Get()
  @Permission('weapon_case.read_chain')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Query('again') again: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const weapon = respond(await this.reads.one(actor, caseIdOf(id)));
    const [usual] = purposesOf(actor.role);
    // Auditors check what the indicator counts without being shown the chain.
    if (usual === undefined) throw new DenialException({ code: 'PERMISSION_DENIED' });
    const visit = { actor, weapon, request, reply };
    const reading = again === undefined ? await this.readings.currentOfCase(actor, weapon.id) : null;
    if (!reading) return this.#ask(visit, { purpose: usual });
    await this.#show(visit, reading);
  }

  @Post()
  @Permission('disclosure.open')
  async open(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const weapon = respond(await this.reads.one(actor, caseIdOf(id)));
    const visit = { actor, weapon, request, reply };
    const stated = purposeStated(body);
    if (!stated) return this.#ask(visit, body, { code: 'REQUIRED', field: 'purpose' });
    const opened = await this.readings.openCase(actor, { caseId: weapon.id, ...stated });
    if (!opened.ok) return this.#ask(visit, body, opened.denial);
    goOn(reply, `${casePath(weapon.id)}/chain`);
  }

  async #show(visit: CaseVisit, reading: Disclosure): Promise<void> {
    const { actor, weapon, request, reply } = visit;
    const chain = await this.reads.chain(actor, weapon.id, reading.id);
    if (!chain.ok) {
      // It ended, or something was added, between the two statements: the purpose is stated anew.
      if (!needsNewReading(chain.denial)) throw new DenialException(chain.denial);
      return this.#ask(visit, {}, chain.denial);
    }
    const page = await this.pages.contextOf(request);
    await this.pages.send(request, reply, <ChainPage page={page} weapon={weapon} reading={reading} chain={chain.value} />);
  }

  async #ask({ actor, weapon, request, reply }: CaseVisit, values: FlatForm, fault?: Denial): Promise<void> {
    if (fault && statusOf(fault) === 404) throw new DenialException(fault);
    const page = await this.pages.contextOf(request);
    const faults = !fault
      ? NO_FAULTS
      : fault.code === 'REQUIRED'
        ? faultTexts([{ code: fault.code, field: 'purpose' }], page.language)
        : denialText(fault, page.language);
    const path = casePath(weapon.id);
    const view = (
      <AskContentPage
        title="chain.ask"
        reference={caseName(weapon)}
        action={`${path}/chain`}
        back={path}
        form={{ page, values, faults }}
        purposes={purposesOf(actor.role)}
      />
    );
    await this.pages.send(request, reply, view, fault ? statusOf(fault) : 200);
  }
}

interface CaseVisit {
  readonly actor: Officer;
  readonly weapon: WeaponCase;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}
