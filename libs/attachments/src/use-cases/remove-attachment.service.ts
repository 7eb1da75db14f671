import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { AttachmentId } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import { RequestOfFiles, requestSubject } from '../request-of-files.service.js';

/** Removes a file that only its own State knows of: from a draft, or before a response names it. What the other State has received stays. */
@Injectable()
export class RemoveAttachment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestOfFiles,
    private readonly attachments: Attachments,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, requestId: RequestId, attachmentId: AttachmentId): Promise<Result<AttachmentId>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'attachment.remove',
      async (tx) => {
        await this.attachments.hold(tx, requestId);
        const facts = await this.requests.factsOf(tx, requestId, actor);
        if (!facts.ok) return facts;
        const file = await this.attachments.find(tx, requestId, attachmentId);
        // Files of a response may be withheld from its receiver: nobody finds out by trying to remove them.
        const isKnown = file && [actor.state, facts.value.requestingState].includes(file.state);
        if (!isKnown) return denied('ATTACHMENT_NOT_FOUND');
        if (file.isShared) return denied('ATTACHMENT_SENT');
        await this.attachments.remove(tx, attachmentId);
        await this.audit.append(tx, {
          class: 'erasure',
          action: 'attachment.removed',
          object: about,
          facts: { attachment: attachmentId },
        });
        return ok(attachmentId);
      },
      { about },
    );
  }
}
