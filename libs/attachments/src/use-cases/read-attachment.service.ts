import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Disclosures } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result, type Sealed } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { hasSmallCopy, mayBeShown, type Attachment, type AttachmentId, type Form } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import { FilesOpenTo } from '../files-open-to.service.js';
import { RequestOfFiles, requestSubject } from '../request-of-files.service.js';

export interface WantedFile {
  readonly requestId: RequestId;
  readonly attachmentId: AttachmentId;
  readonly form: Form;
}

export interface OpenedFile {
  readonly attachment: Attachment;
  readonly form: Form;
  readonly content: Sealed<Buffer>;
}

/** Hands a file out under a disclosure of its request, and enters that it did. What a scanner has not passed is handed to nobody. */
@Injectable()
export class ReadAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestOfFiles,
    private readonly disclosures: Disclosures,
    private readonly attachments: Attachments,
    private readonly open: FilesOpenTo,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, wanted: WantedFile, disclosureId: string | undefined): Promise<Result<OpenedFile>> {
    const { requestId, attachmentId, form } = wanted;
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'attachment.read',
      async (tx) => {
        const facts = await this.requests.factsOf(tx, requestId, actor);
        if (!facts.ok) return facts;
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        const permit = disclosure.value;
        const found = await this.attachments.find(tx, requestId, attachmentId);
        const open = await this.open.among(tx, found ? [found] : [], { actor, requestId, facts: facts.value, permit });
        if (!open.ok) return open;
        const [attachment] = open.value;
        if (!attachment) return denied('ATTACHMENT_NOT_FOUND');
        if (!mayBeShown(attachment))
          return denied(attachment.scan === 'infected' ? 'ATTACHMENT_INFECTED' : 'ATTACHMENT_NOT_SCANNED');
        if (form === 'preview' && !hasSmallCopy(attachment)) return denied('ATTACHMENT_PREVIEW_NOT_FOUND');
        await this.audit.append(tx, {
          class: 'consultation',
          action: 'attachment.read',
          object: about,
          facts: { attachment: attachmentId, form, disclosure: permit.id },
        });
        return ok({ attachment, form, content: await this.attachments.read(tx, attachment, form) });
      },
      { about, snapshot: true },
    );
  }
}
