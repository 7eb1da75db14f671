import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AddPracticePictures,
  FILE_BYTES_MAX,
  FILES_PER_UPLOAD,
  handedOutAs,
  PicturesDto,
  ReadPracticePictures,
  RemovePracticePicture,
  UPLOAD_BYTES_MAX,
} from '@tracedesk/attachments';
import { MarkingPracticeIdParam } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { DenialException, readUpload, respond, TAKES_MULTIPART, validateInput } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PracticePictureParam } from './dto/practice-picture.dto.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { AddedAttachmentsView } from './views/attachment.view.js';
import { PracticePictureListView, PracticePictureView } from './views/practice-picture.view.js';

const UPLOAD = { files: FILES_PER_UPLOAD, bytesPerFile: FILE_BYTES_MAX, bytesTogether: UPLOAD_BYTES_MAX };
const FILES = { type: 'array', items: { type: 'string', format: 'binary' } };
const CAPTION = { type: 'string', maxLength: 200, description: 'What they show.' };

/** Pictures of marking practices (ITI 31(b)): every State sees small copies, a State adds to its own practices. */
@Controller(`${API}/marking-practices`)
@ApiTags('Directory')
export class PracticePicturesController {
  constructor(
    private readonly addPictures: AddPracticePictures,
    private readonly pictures: ReadPracticePictures,
    private readonly removePicture: RemovePracticePicture,
  ) {}

  @Post(':id/pictures')
  @RouteConfig(TAKES_MULTIPART)
  @Permission('practice_picture.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: { type: 'object', required: ['files'], properties: { caption: CAPTION, files: FILES } } })
  @Operation({
    id: 'addPracticePictures',
    summary: 'Add pictures to a practice of the own State: each is stored or named with what is wrong with it',
    description: 'JPEG, PNG or WebP; 10 MB a file, 10 files and 50 MB together, 10 pictures a practice.',
    answer: AddedAttachmentsView,
    status: 201,
    problems: [404, 413, 415, 422],
  })
  async add(
    @CurrentActor() actor: Officer,
    @Param() { id: practiceId }: MarkingPracticeIdParam,
    @Req() request: FastifyRequest,
  ): Promise<AddedAttachmentsView> {
    const { fields, files } = await readUpload(request, UPLOAD, actor.state);
    const checked = validateInput(PicturesDto, fields);
    if (!checked.ok) throw new DenialException({ code: 'VALIDATION_FAILED' }, checked.faults);
    const caption = checked.value.caption ?? null;
    const added = respond(await this.addPictures.execute(actor, { practiceId, caption, files }));
    return AddedAttachmentsView.ofSome(added);
  }

  @Get(':id/pictures')
  @Permission('practice_picture.read')
  @Operation({
    id: 'listPracticePictures',
    summary: 'The pictures of a practice',
    answer: PracticePictureListView,
    problems: [404],
  })
  async list(@CurrentActor() actor: Officer, @Param() { id }: MarkingPracticeIdParam): Promise<PracticePictureListView> {
    return { items: respond(await this.pictures.list(actor, id)).map((picture) => PracticePictureView.of(picture)) };
  }

  @Get(':id/pictures/:pictureId')
  @Permission('practice_picture.read')
  @ApiProduces('image/webp')
  @Operation({
    id: 'readPracticePicture',
    summary: 'The small copy, without EXIF or position',
    answer: null,
    problems: [404, 409],
  })
  async smallCopy(
    @CurrentActor() actor: Officer,
    @Param() param: PracticePictureParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, content } = respond(await this.pictures.smallCopy(actor, param.toIds()));
    await reply.headers(handedOutAs(`${file.state} ${file.id.slice(-8)}`, 'webp')).send(content.reveal());
  }

  @Get(':id/pictures/:pictureId/original')
  @Permission('practice_picture.read')
  @ApiProduces('image/jpeg', 'image/png', 'image/webp')
  @Operation({
    id: 'readPracticePictureOriginal',
    summary: 'The picture as it was sent, to the bit: for its own State only',
    answer: null,
    problems: [404, 409],
  })
  async original(
    @CurrentActor() actor: Officer,
    @Param() param: PracticePictureParam,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { file, content } = respond(await this.pictures.original(actor, param.toIds()));
    await reply.headers(handedOutAs(file.about.reveal().name, file.type)).send(content.reveal());
  }

  @Delete(':id/pictures/:pictureId')
  @HttpCode(204)
  @Permission('practice_picture.remove')
  @Operation({ id: 'removePracticePicture', summary: 'Remove a picture', answer: null, status: 204, problems: [404] })
  async remove(@CurrentActor() actor: Officer, @Param() param: PracticePictureParam): Promise<void> {
    respond(await this.removePicture.execute(actor, param.toIds()));
  }
}
