import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  AddAttachments,
  FILES_PER_UPLOAD,
  FILE_BYTES_MAX,
  handedOutAs,
  ListAttachments,
  ReadAttachment,
  RemoveAttachment,
  takesFilesOf,
  UPLOAD_BYTES_MAX,
  type AttachmentId,
  type Form,
} from '@tracedesk/attachments';
import { mayAct, Permission } from '@tracedesk/identity';
import { idOf, isUuid } from '@tracedesk/kernel';
import { problemTextOf } from '@tracedesk/language';
import { DenialException, readUpload, respond, TAKES_MULTIPART } from '@tracedesk/platform';
import { ReadRequest, type RequestSummary } from '@tracedesk/tracing';
import { AttachmentsPage } from '../pages/attachments-page.js';
import { Pages } from '../pages.service.js';
import { WEB_PERMISSIONS } from '../permissions.js';
import { Readings } from '../readings.service.js';
import { notStoredText } from '../views/not-stored.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

const UPLOAD = { files: FILES_PER_UPLOAD, bytesPerFile: FILE_BYTES_MAX, bytesTogether: UPLOAD_BYTES_MAX };

/** Photographs and documents of a request, under the sitting in which it is open to the reader. */
@ApiExcludeController()
@Controller('tracing-requests/:id/attachments')
export class AttachmentsController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly readRequest: ReadRequest,
    private readonly addAttachments: AddAttachments,
    private readonly listAttachments: ListAttachments,
    private readonly readAttachment: ReadAttachment,
    private readonly removeAttachment: RemoveAttachment,
  ) {}

  @Get()
  @Permission('attachment.list')
  async show(@Visited() visit: Visit, @Query('added') added: string | undefined): Promise<void> {
    await this.#show(visit, /^\d{1,2}$/.test(added ?? '') ? Number(added) : 0, [], 200);
  }

  @Post()
  @RouteConfig(TAKES_MULTIPART)
  @Permission('attachment.add')
  async add(@Visited() visit: Visit): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const { files, fields } = await readUpload(request, UPLOAD, actor.state);
    const added = await this.addAttachments.execute(actor, requestId, files, fields['cleaned'] === 'yes');
    const page = this.pages.contextWithout(request);
    if (!added.ok) {
      if (added.denial.code !== 'ATTACHMENTS_MISSING') throw new DenialException(added.denial);
      return this.#show(visit, 0, [problemTextOf(added.denial.code, page.language).title], 422);
    }
    const faults = added.value.flatMap((file) => notStoredText(page, file));
    const stored = added.value.length - faults.length;
    if (faults.length > 0) return this.#show(visit, stored, faults, 422);
    goOn(reply, `/tracing-requests/${requestId}/attachments?added=${stored}`);
  }

  @Get(':attachmentId')
  @Permission('attachment.read')
  async original(@Visited() visit: Visit, @Param('attachmentId') id: string): Promise<void> {
    await this.#send(visit, id, 'original');
  }

  @Get(':attachmentId/preview')
  @Permission('attachment.read')
  async preview(@Visited() visit: Visit, @Param('attachmentId') id: string): Promise<void> {
    await this.#send(visit, id, 'preview');
  }

  @Post(':attachmentId/remove')
  @Permission('attachment.remove')
  async remove(@Visited() { actor, requestId, reply }: Visit, @Param('attachmentId') id: string): Promise<void> {
    respond(await this.removeAttachment.execute(actor, requestId, attachmentIdFrom(id)));
    goOn(reply, `/tracing-requests/${requestId}/attachments`);
  }

  async #show(visit: Visit, added: number, faults: readonly string[], status: number): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const disclosure = await this.#readingOf(visit, summary);
    if (disclosure === null) {
      await reply.status(303).header('location', `/tracing-requests/${requestId}/content`).send('');
      return;
    }
    const files = respond(await this.listAttachments.execute(actor, requestId, disclosure));
    const page = await this.pages.contextOf(request);
    const mayAdd = takesFilesOf(actor.state, summary) && mayAct(WEB_PERMISSIONS, actor.role, 'attachment.add');
    const own = files.filter(({ state }) => state === actor.state);
    const view = <AttachmentsPage page={page} request={summary} files={own} mayAdd={mayAdd} added={added} faults={faults} />;
    await this.pages.send(request, reply, view, status);
  }

  /** The open sitting; whoever works on the request reads as their own task, anybody else is led to say what for. */
  async #readingOf({ actor, requestId, request }: Visit, summary: RequestSummary): Promise<string | null> {
    const known = await this.readings.current(actor, requestId);
    if (known) return known.id;
    if (summary.requestingState !== actor.state) return null;
    const opened = await this.readings.openAsTask(actor, requestId, request);
    return opened.ok ? opened.value.id : null;
  }

  async #send({ actor, requestId, reply }: Visit, id: string, form: Form): Promise<void> {
    const reading = await this.readings.current(actor, requestId);
    const wanted = { requestId, attachmentId: attachmentIdFrom(id), form };
    const { attachment, content } = respond(await this.readAttachment.execute(actor, wanted, reading?.id));
    const type = form === 'preview' ? 'webp' : attachment.type;
    await reply.headers(handedOutAs(attachment.about.reveal().name, type)).send(content.reveal());
  }
}

export function attachmentIdFrom(text: string): AttachmentId {
  if (!isUuid(text)) throw new DenialException({ code: 'ATTACHMENT_NOT_FOUND' });
  return idOf<AttachmentId>(text);
}
