import { Injectable } from '@nestjs/common';
import { MarkingPractices } from '@tracedesk/directory';
import { denied, ok, type Officer, type Result, type Sealed } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { hasSmallCopy, mayBeShown, type Attachment, type AttachmentId } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import type { PracticePicture } from '../practice-picture.js';
import { PracticePictures } from '../practice-pictures.repository.js';

export interface WantedPicture {
  readonly practiceId: string;
  readonly pictureId: AttachmentId;
}

/** Pictures of marking practices, for whoever holds an arm and reads a mark. What a scanner has not passed is handed to nobody. */
@Injectable()
export class ReadPracticePictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly practices: MarkingPractices,
    private readonly pictures: PracticePictures,
    private readonly attachments: Attachments,
  ) {}

  async list(actor: Officer, practiceId: string): Promise<Result<readonly PracticePicture[]>> {
    return this.work.read(actor, async (tx) => {
      const practice = await this.practices.find(tx, practiceId);
      return practice ? ok(await this.pictures.of(tx, [practiceId])) : denied('MARKING_PRACTICE_NOT_FOUND');
    });
  }

  /** Those of several practices at once. */
  async of(actor: Officer, practiceIds: readonly string[]): Promise<readonly PracticePicture[]> {
    return this.work.read(actor, (tx) => this.pictures.of(tx, practiceIds));
  }

  /** The small copy, which says nothing of the camera or the place. */
  async smallCopy(actor: Officer, { practiceId, pictureId }: WantedPicture): Promise<Result<Opened<PracticePicture>>> {
    return this.work.read(actor, async (tx) => {
      const picture = await this.pictures.find(tx, practiceId, pictureId);
      const closed = closedBecause(picture);
      if (!picture || closed) return closed ?? denied('ATTACHMENT_NOT_FOUND');
      if (!hasSmallCopy(picture)) return denied('ATTACHMENT_PREVIEW_NOT_FOUND');
      return ok({ file: picture, content: await this.pictures.smallCopy(tx, picture) });
    });
  }

  /** The picture as it was sent: its own State's alone. */
  async original(actor: Officer, { practiceId, pictureId }: WantedPicture): Promise<Result<Opened<Attachment>>> {
    return this.work.read(actor, async (tx) => {
      const file = await this.attachments.ownPicture(tx, practiceId, pictureId);
      const closed = closedBecause(file);
      if (!file || closed) return closed ?? denied('ATTACHMENT_NOT_FOUND');
      return ok({ file, content: await this.attachments.read(tx, file, 'original') });
    });
  }
}

export interface Opened<F> {
  readonly file: F;
  readonly content: Sealed<Buffer>;
}

function closedBecause(file: PracticePicture | Attachment | undefined): ReturnType<typeof denied> | null {
  if (!file || mayBeShown(file)) return null;
  return file.scan === 'infected' ? denied('ATTACHMENT_INFECTED') : denied('ATTACHMENT_NOT_SCANNED');
}
