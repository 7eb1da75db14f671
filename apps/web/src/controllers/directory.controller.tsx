import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  AddContactPoint,
  AddContactPointDto,
  AmendContactPoint,
  AmendContactPointDto,
  CONFIRMATION_DAYS,
  ConfirmContactPoint,
  ContactPointIdParam,
  ContactPointsExportQuery,
  ReadContactPoints,
  type ContactPoint,
} from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { isStateCode, stateCode, type Officer } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, validateInput, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { contactForm, contactInput } from '../forms/contact-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { ContactFormPage, ContactPointPage } from '../pages/contact-point-pages.js';
import { DirectoryPage, StateContactsPage } from '../pages/directory-pages.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

/** Whom to ask where; and, for an administrator, what the own State tells of its offices. */
@ApiExcludeController()
@Controller()
export class DirectoryController {
  constructor(
    private readonly pages: Pages,
    private readonly contacts: ReadContactPoints,
    private readonly addContactPoint: AddContactPoint,
    private readonly amendContactPoint: AmendContactPoint,
    private readonly confirmContactPoint: ConfirmContactPoint,
  ) {}

  @Get('directory')
  @Permission('contact_point.list')
  async directory(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [page, listed] = await Promise.all([this.pages.contextOf(request), this.contacts.directoryNow(actor)]);
    await this.pages.send(request, reply, <DirectoryPage page={page} listed={listed} />);
  }

  @Get('directory/contact-points.csv')
  @Permission('contact_point.list')
  async asCsv(
    @CurrentActor() actor: Officer,
    @Query() { code }: ContactPointsExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="contact-points.csv"',
    };
    await reply.headers(headers).send(await this.contacts.asCsv(actor, code));
  }

  @Get('directory/:code')
  @Permission('contact_point.list')
  async ofState(
    @CurrentActor() actor: Officer,
    @Param('code') code: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!isStateCode(code)) throw new DenialException({ code: 'STATE_NOT_FOUND' });
    const found = respond(await this.contacts.ofState(actor, stateCode(code)));
    const page = await this.pages.contextOf(request);
    const notes: Record<string, string> = { saved: page.t('contact.saved'), imported: page.t('contactImport.done') };
    const note = done !== undefined && Object.hasOwn(notes, done) ? (notes[done] ?? null) : null;
    await this.pages.send(request, reply, <StateContactsPage page={page} found={found} done={note} />);
  }

  @Get('contact-points/new')
  @Permission('contact_point.add')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#showForm(request, reply, { scope: 'all' }, NO_FAULTS);
  }

  @Post('contact-points/new')
  @Permission('contact_point.add')
  async add(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const input = contactInput(body);
    const checked = validateInput(AddContactPointDto, input, { fromForm: true });
    if (!checked.ok) return this.#showForm(request, reply, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('contact_point.add', input) };
    const added = await this.addContactPoint.execute(actor, checked.value.toCommand(), once);
    if (!added.ok) return this.#showForm(request, reply, body, denialText(added.denial, language));
    goOn(reply, `/directory/${actor.state}?done=saved`);
  }

  @Get('contact-points/:id')
  @Permission('contact_point.read')
  async one(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const office = respond(await this.contacts.one(actor, id));
    const history = respond(await this.contacts.historyOf(actor, id));
    const page = await this.pages.contextOf(request);
    const notes: Record<string, string> = {
      saved: page.t('contact.saved'),
      confirmed: page.t('contact.confirmed', { days: CONFIRMATION_DAYS }),
    };
    const note = done !== undefined && Object.hasOwn(notes, done) ? (notes[done] ?? null) : null;
    await this.pages.send(
      request,
      reply,
      <ContactPointPage page={page} office={office} history={history} once={randomUUID()} done={note} />,
    );
  }

  @Post('contact-points/:id/confirm')
  @Permission('contact_point.confirm')
  async confirm(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @Body() body: FlatForm,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const version = versionIn(body);
    const once = { key: onceIn(body), requestHash: requestHash('contact_point.confirm', id, version) };
    respond(await this.confirmContactPoint.execute(actor, { id, version }, once));
    goOn(reply, `/contact-points/${id}?done=confirmed`);
  }

  @Get('contact-points/:id/edit')
  @Permission('contact_point.amend')
  async edit(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const office = await this.#ownOffice(actor, id);
    await this.#showForm(request, reply, contactForm(office), NO_FAULTS, office);
  }

  @Post('contact-points/:id/edit')
  @Permission('contact_point.amend')
  async amend(
    @CurrentActor() actor: Officer,
    @Param() { id }: ContactPointIdParam,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const version = versionIn(body);
    const input = contactInput(body);
    const again = async (faults: ReadonlyMap<string, string>): Promise<void> =>
      this.#showForm(request, reply, body, faults, { ...(await this.#ownOffice(actor, id)), version });
    const checked = validateInput(AmendContactPointDto, input, { fromForm: true });
    if (!checked.ok) return again(faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('contact_point.amend', id, version, input) };
    const saved = await this.amendContactPoint.execute(actor, { id, version }, checked.value.toCommand(), once);
    if (saved.ok) return goOn(reply, `/contact-points/${id}?done=saved`);
    if (saved.denial.field === undefined) throw new DenialException(saved.denial);
    await again(denialText(saved.denial, language));
  }

  /** Another State's office is not there to be edited. */
  async #ownOffice(actor: Officer, id: string): Promise<ContactPoint> {
    const office = respond(await this.contacts.one(actor, id));
    if (office.state !== actor.state) throw new DenialException({ code: 'CONTACT_POINT_NOT_FOUND' });
    return office;
  }

  async #showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
    office?: ContactPoint,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const form = { page, values, faults };
    const edited = office && { id: office.id, version: office.version, name: office.office };
    const view = <ContactFormPage page={page} form={form} once={randomUUID()} {...(edited ? { office: edited } : {})} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}
