import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { hasSmallCopy, mayBeShown, ReadPracticePictures } from '@tracedesk/attachments';
import {
  Directory,
  MarkingPracticeDto,
  MarkingPracticeIdParam,
  MarkingPracticesQuery,
  ReadMarkingPractices,
  SaveMarkingPractice,
  SearchMarkingPracticesDto,
  type MarkingPractice,
} from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, UnitOfWork, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { PracticeFormPage, PracticesPage } from '../pages/practice-pages.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';

/** How States mark arms: everybody searches, an administrator tells for the own State. */
@ApiExcludeController()
@Controller('marking-practices')
export class PracticesController {
  constructor(
    private readonly pages: Pages,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly practices: ReadMarkingPractices,
    private readonly savePractice: SaveMarkingPractice,
    private readonly pictures: ReadPracticePictures,
  ) {}

  @Get()
  @Permission('marking_practice.list')
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { done, ...asked } = query;
    await this.#show({ actor, request, reply }, MarkingPracticesQuery, asked, done === 'saved');
  }

  /** What is looked for may be a mark that was read on a weapon: it is sent in a form, never in an address. */
  @Post()
  @Permission('marking_practice.list')
  async search(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show({ actor, request, reply }, SearchMarkingPracticesDto, body);
  }

  async #show(
    { actor, request, reply }: { readonly actor: Officer; readonly request: FastifyRequest; readonly reply: FastifyReply },
    dto: typeof MarkingPracticesQuery,
    asked: FlatForm,
    isSaved = false,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const checked = validateInput(dto, unflatten(asked), { fromForm: true });
    const faults = checked.ok ? NO_FAULTS : faultTexts(checked.faults, page.language);
    const [found, states] = await Promise.all([
      checked.ok ? this.practices.search(actor, checked.value.toSearch()) : [],
      this.work.read(actor, (tx) => this.directory.states(tx)),
    ]);
    const pictures = await this.pictures.of(
      actor,
      found.map(({ id }) => id),
    );
    const view = (
      <PracticesPage
        page={page}
        form={{ page, values: asked, faults }}
        found={found}
        pictures={pictures.filter((picture) => hasSmallCopy(picture) && mayBeShown(picture))}
        states={states.map(({ code }) => code)}
        done={isSaved ? page.t('practice.saved') : null}
      />
    );
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  @Get('new')
  @Permission('marking_practice.add')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#showForm(request, reply, {}, NO_FAULTS);
  }

  @Post('new')
  @Permission('marking_practice.add')
  async add(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const input = unflatten(body);
    const checked = validateInput(MarkingPracticeDto, input, { fromForm: true });
    if (!checked.ok) return this.#showForm(request, reply, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('marking_practice.add', input) };
    const added = await this.savePractice.add(actor, checked.value.toDetails(), once);
    if (!added.ok) return this.#showForm(request, reply, body, denialText(added.denial, language));
    goOn(reply, `/marking-practices?state=${actor.state}&done=saved`);
  }

  @Get(':id/edit')
  @Permission('marking_practice.amend')
  async edit(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const practice = await this.#own(actor, id);
    await this.#showForm(request, reply, formOf(practice), NO_FAULTS, practice);
  }

  @Post(':id/edit')
  @Permission('marking_practice.amend')
  async amend(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language } = this.pages.contextWithout(request);
    const version = versionIn(body);
    const input = unflatten(body);
    const checked = validateInput(MarkingPracticeDto, input, { fromForm: true });
    if (!checked.ok) return this.#showForm(request, reply, body, faultTexts(checked.faults, language), { id, version });
    const once = { key: onceIn(body), requestHash: requestHash('marking_practice.amend', id, version, input) };
    const saved = await this.savePractice.amend(actor, { id, version }, checked.value.toDetails(), once);
    if (saved.ok) return goOn(reply, `/marking-practices?state=${actor.state}&done=saved`);
    if (saved.denial.field === undefined) throw new DenialException(saved.denial);
    await this.#showForm(request, reply, body, denialText(saved.denial, language), { id, version });
  }

  /** Another State's practice is not there to be edited. */
  async #own(actor: Officer, id: string): Promise<MarkingPractice> {
    const practice = respond(await this.practices.one(actor, id));
    if (practice.state !== actor.state) throw new DenialException({ code: 'MARKING_PRACTICE_NOT_FOUND' });
    return practice;
  }

  async #showForm(
    request: FastifyRequest,
    reply: FastifyReply,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
    practice?: { readonly id: string; readonly version: number },
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const form = { page, values, faults };
    const view = <PracticeFormPage page={page} form={form} once={randomUUID()} {...(practice ? { practice } : {})} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }
}

function formOf({ kind, looksLike, example, place, sinceYear, untilYear, source }: MarkingPractice): FlatForm {
  return {
    kind,
    looksLike,
    example: example ?? '',
    place: place ?? '',
    sinceYear: sinceYear === null ? '' : String(sinceYear),
    untilYear: untilYear === null ? '' : String(untilYear),
    source,
  };
}
