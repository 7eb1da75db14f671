import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { MarkingPractices } from '@tracedesk/directory';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { AttachmentId } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import type { WantedPicture } from './read-practice-pictures.service.js';

/** Removes a picture from a practice of the own State. */
@Injectable()
export class RemovePracticePicture {
  constructor(
    private readonly work: UnitOfWork,
    private readonly practices: MarkingPractices,
    private readonly attachments: Attachments,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, { practiceId, pictureId }: WantedPicture): Promise<Result<AttachmentId>> {
    const about = { kind: 'marking_practice', id: practiceId };
    return this.work.run(
      actor,
      'practice_picture.remove',
      async (tx) => {
        const own = await this.practices.own(tx, practiceId);
        if (!own.ok) return own;
        if (!(await this.attachments.ownPicture(tx, practiceId, pictureId))) return denied('ATTACHMENT_NOT_FOUND');
        await this.attachments.remove(tx, pictureId);
        await this.audit.append(tx, {
          class: 'erasure',
          action: 'practice_picture.removed',
          object: about,
          facts: { attachment: pictureId },
        });
        return ok(pictureId);
      },
      { about },
    );
  }
}
