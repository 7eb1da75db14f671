import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiBody, ApiConsumes, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  AddAttachments,
  FILES_PER_UPLOAD,
  FILE_BYTES_MAX,
  FILE_TYPES,
  handedOutAs,
  ListAttachments,
  ReadAttachment,
  RemoveAttachment,
  UPLOAD_BYTES_MAX,
  type Form,
  type OpenedFile,
} from '@tracedesk/attachments';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { readUpload, respond, TAKES_MULTIPART } from '@tracedesk/platform';
import { RequestIdParam } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AttachmentParam } from './dto/attachment.dto.js';
import { DisclosureHeader } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { TRACING_REQUESTS } from './routes.js';
import { AddedAttachmentsView, AttachmentListView, AttachmentView } from './views/attachment.view.js';

/** The whole of an upload is bounded before any of its files is looked at. */
const UPLOAD = { files: FILES_PER_UPLOAD, bytesPerFile: FILE_BYTES_MAX, bytesTogether: UPLOAD_BYTES_MAX };

/** Photographs and documents. The one place of the JSON interface that takes another body: multipart, for the files themselves. */
@Controller(TRACING_REQUESTS)
@ApiTags('Attachments')
export class AttachmentsController {
  constructor(
    private readonly addAttachments: AddAttachments,
    private readonly listAttachments: ListAttachments,
    private readonly readAttachment: ReadAttachment,
    private readonly removeAttachment: RemoveAttachment,
  ) {}

  @Post(':id/attachments')
  @RouteConfig(TAKES_MULTIPART)
  @Permission('attachment.add')
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['files'],
      properties: {
        cleaned: {
          type: 'string',
          enum: ['yes'],
          description: 'Before the files: store pictures without position, device and film.',
        },
        files: { type: 'array', items: { type: 'string', format: 'binary' } },
      },
    },
  })
  @Operation({
    id: 'addAttachments',
    summary: 'Add files: each is stored or named with what is wrong with it',
    description:
      'JPEG, PNG, WebP or PDF; 10 MB a file, 10 files and 50 MB together. Sent twice, a file is stored once. An upload that is cut short, or too large ' +
      'as a whole, stores nothing.',
    answer: AddedAttachmentsView,
    status: 201,
    problems: [404, 409, 413, 415, 422],
  })
  async add(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @Req() request: FastifyRequest,
  ): Promise<AddedAttachmentsView> {
    const { files, fields } = await readUpload(request, UPLOAD, actor.state);
    const added = respond(await this.addAttachments.execute(actor, requestId, files, fields['cleaned'] === 'yes'));
    return AddedAttachmentsView.ofSome(added);
  }

  @Get(':id/attachments')
  @Permission('attachment.list')
  @Operation({
    id: 'listAttachments',
    summary: 'The files of a request, with hash and state: protected',
    answer: AttachmentListView,
    takes: ['Disclosure'],
    problems: [404],
  })
  async list(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<AttachmentListView> {
    const files = respond(await this.listAttachments.execute(actor, requestId, disclosure));
    return { items: files.map((file) => AttachmentView.of(file)) };
  }

  @Get(':id/attachments/:attachmentId')
  @Permission('attachment.read')
  @ApiProduces(...Object.values(FILE_TYPES).map(({ mediaType }) => mediaType))
  @Operation({
    id: 'readAttachment',
    summary: 'The file as it was sent, to the bit: protected',
    answer: null,
    takes: ['Disclosure'],
    problems: [404, 409],
  })
  async original(
    @CurrentActor() actor: Officer,
    @Param() param: AttachmentParam,
    @DisclosureHeader() disclosure: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { ...param.toIds(), form: 'original' as Form };
    await sendFile(reply, respond(await this.readAttachment.execute(actor, wanted, disclosure)));
  }

  @Get(':id/attachments/:attachmentId/preview')
  @Permission('attachment.read')
  @ApiProduces('image/webp')
  @Operation({
    id: 'readAttachmentPreview',
    summary: 'The small copy, without EXIF or position: protected',
    answer: null,
    takes: ['Disclosure'],
    problems: [404, 409],
  })
  async preview(
    @CurrentActor() actor: Officer,
    @Param() param: AttachmentParam,
    @DisclosureHeader() disclosure: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wanted = { ...param.toIds(), form: 'preview' as Form };
    await sendFile(reply, respond(await this.readAttachment.execute(actor, wanted, disclosure)));
  }

  @Delete(':id/attachments/:attachmentId')
  @HttpCode(204)
  @Permission('attachment.remove')
  @Operation({ id: 'removeAttachment', summary: 'Remove a file from a draft', answer: null, status: 204, problems: [404, 409] })
  async remove(@CurrentActor() actor: Officer, @Param() param: AttachmentParam): Promise<void> {
    const { requestId, attachmentId } = param.toIds();
    respond(await this.removeAttachment.execute(actor, requestId, attachmentId));
  }
}

async function sendFile(reply: FastifyReply, { attachment, form, content }: OpenedFile): Promise<void> {
  const type = form === 'preview' ? 'webp' : attachment.type;
  await reply.headers(handedOutAs(attachment.about.reveal().name, type)).send(content.reveal());
}
