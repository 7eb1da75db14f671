import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  AddPracticePictures,
  FILE_BYTES_MAX,
  FILES_PER_UPLOAD,
  handedOutAs,
  PicturesDto,
  ReadPracticePictures,
  RemovePracticePicture,
  UPLOAD_BYTES_MAX,
  type WantedPicture,
} from '@tracedesk/attachments';
import { MarkingPracticeIdParam, ReadMarkingPractices } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { isUuid, type Officer } from '@tracedesk/kernel';
import { problemTextOf } from '@tracedesk/language';
import { DenialException, readUpload, respond, TAKES_MULTIPART, validateInput } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { faultTexts, NO_FAULTS } from '../forms/faults.js';
import { PracticePicturesPage } from '../pages/practice-pictures-page.js';
import { Pages } from '../pages.service.js';
import { notStoredText } from '../views/not-stored.js';
import { attachmentIdFrom } from './attachments.controller.js';
import { goOn } from './sign-in.controller.js';

const UPLOAD = { files: FILES_PER_UPLOAD, bytesPerFile: FILE_BYTES_MAX, bytesTogether: UPLOAD_BYTES_MAX };

interface Said {
  readonly added?: number;
  readonly notStored?: readonly string[];
  readonly caption?: string;
  readonly faults?: ReadonlyMap<string, string>;
}

/** Pictures of marks: everybody sees them, an administrator shows those of the own State's practices. */
@ApiExcludeController()
@Controller('marking-practices/:id/pictures')
export class PracticePicturesController {
  constructor(
    private readonly pages: Pages,
    private readonly practices: ReadMarkingPractices,
    private readonly pictures: ReadPracticePictures,
    private readonly addPictures: AddPracticePictures,
    private readonly removePicture: RemovePracticePicture,
  ) {}

  @Get()
  @Permission('practice_picture.add')
  async show(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @Query('added') added: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show(actor, id, request, reply, { added: /^\d{1,2}$/.test(added ?? '') ? Number(added) : 0 });
  }

  @Post()
  @RouteConfig(TAKES_MULTIPART)
  @Permission('practice_picture.add')
  async add(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { fields, files } = await readUpload(request, UPLOAD, actor.state);
    const { caption = '' } = fields;
    const page = this.pages.contextWithout(request);
    const checked = validateInput(PicturesDto, caption.trim() === '' ? {} : { caption });
    if (!checked.ok) return this.#show(actor, id, request, reply, { caption, faults: faultTexts(checked.faults, page.language) });
    const added = await this.addPictures.execute(actor, { practiceId: id, caption: checked.value.caption ?? null, files });
    if (!added.ok) {
      if (added.denial.code !== 'ATTACHMENTS_MISSING') throw new DenialException(added.denial);
      const { title } = problemTextOf(added.denial.code, page.language);
      return this.#show(actor, id, request, reply, { caption, notStored: [title] });
    }
    const notStored = added.value.flatMap((file) => notStoredText(page, file));
    const stored = added.value.length - notStored.length;
    if (notStored.length > 0) return this.#show(actor, id, request, reply, { caption, notStored, added: stored });
    goOn(reply, `/marking-practices/${id}/pictures?added=${stored}`);
  }

  @Get(':pictureId')
  @Permission('practice_picture.read')
  async smallCopy(
    @CurrentActor() actor: Officer,
    @Param('id') practiceId: string,
    @Param('pictureId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = pictureFrom(practiceId, id);
    const { file, content } = respond(await this.pictures.smallCopy(actor, wanted));
    await reply.headers(handedOutAs(`${file.state} ${file.id.slice(-8)}`, 'webp')).send(content.reveal());
  }

  @Get(':pictureId/original')
  @Permission('practice_picture.read')
  async original(
    @CurrentActor() actor: Officer,
    @Param('id') practiceId: string,
    @Param('pictureId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = pictureFrom(practiceId, id);
    const { file, content } = respond(await this.pictures.original(actor, wanted));
    await reply.headers(handedOutAs(file.about.reveal().name, file.type)).send(content.reveal());
  }

  @Post(':pictureId/remove')
  @Permission('practice_picture.remove')
  async remove(
    @CurrentActor() actor: Officer,
    @Param('id') practiceId: string,
    @Param('pictureId') id: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    respond(await this.removePicture.execute(actor, pictureFrom(practiceId, id)));
    goOn(reply, `/marking-practices/${practiceId}/pictures`);
  }

  /** Another State's practice has no such page. */
  async #show(actor: Officer, id: string, request: FastifyRequest, reply: FastifyReply, said: Said): Promise<void> {
    const practice = respond(await this.practices.one(actor, id));
    if (practice.state !== actor.state) throw new DenialException({ code: 'MARKING_PRACTICE_NOT_FOUND' });
    const [page, pictures] = await Promise.all([this.pages.contextOf(request), this.pictures.of(actor, [id])]);
    const { added = 0, notStored = [], caption = '', faults = NO_FAULTS } = said;
    const form = { page, values: { caption }, faults };
    const view = <PracticePicturesPage form={form} practice={practice} pictures={pictures} added={added} notStored={notStored} />;
    await this.pages.send(request, reply, view, notStored.length > 0 || faults.size > 0 ? 422 : 200);
  }
}

function pictureFrom(practiceId: string, id: string): WantedPicture {
  if (!isUuid(practiceId)) throw new DenialException({ code: 'MARKING_PRACTICE_NOT_FOUND' });
  return { practiceId, pictureId: attachmentIdFrom(id) };
}
