import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { MarkingPractices } from '@tracedesk/directory';
import { denied, ok, Sealed, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Attachment } from '../attachment.js';
import { FILE_TYPES } from '../file-type.js';
import { FileIntake } from '../file-intake.service.js';
import { inspectFile, type SentFile } from '../inspect-file.js';
import { PICTURES_PER_PRACTICE } from '../limits.js';
import { PracticePictures } from '../practice-pictures.repository.js';
import type { AddedFile } from './add-attachments.service.js';

export interface SentPictures {
  readonly practiceId: string;
  /** What they show. */
  readonly caption: string | null;
  readonly files: readonly SentFile[];
}

/** Adds pictures to a marking practice of the own State (ITI 31(b)). Each file stands for itself, as those of a request do. */
@Injectable()
export class AddPracticePictures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly practices: MarkingPractices,
    private readonly pictures: PracticePictures,
    private readonly intake: FileIntake,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, sent: SentPictures): Promise<Result<readonly AddedFile[]>> {
    const about = { kind: 'marking_practice', id: sent.practiceId };
    const may = await this.work.run(
      actor,
      'practice_picture.add',
      async (tx) => {
        const own = await this.practices.own(tx, sent.practiceId);
        return own.ok && sent.files.length === 0 ? denied('ATTACHMENTS_MISSING', { field: 'files' }) : own;
      },
      { about },
    );
    if (!may.ok) return may;
    const added: AddedFile[] = [];
    for (const file of sent.files) {
      const result = await this.work.run(actor, 'practice_picture.add', (tx) => this.#addOne(tx, sent, file), { about });
      added.push({ name: file.name, result });
    }
    return ok(added);
  }

  /** The practice is held while one is added, so that two at once are counted. */
  async #addOne(tx: Tx, { practiceId, caption }: SentPictures, file: SentFile): Promise<Result<Attachment>> {
    const inspected = inspectFile(file);
    if (!inspected.ok) return inspected;
    if (!FILE_TYPES[inspected.value.type].isImage) return denied('ATTACHMENT_NOT_A_PICTURE', { field: 'files' });
    const own = await this.practices.own(tx, practiceId);
    if (!own.ok) return own;
    if ((await this.pictures.of(tx, [practiceId])).length >= PICTURES_PER_PRACTICE)
      return denied('PICTURES_FULL', { field: 'files', details: { files: PICTURES_PER_PRACTICE } });
    const stored = await this.intake.take(tx, { kind: 'marking_practice', id: practiceId, caption }, inspected.value);
    if (!stored.ok) return stored;
    const { id, type, bytes, about } = stored.value;
    await this.audit.append(tx, {
      class: 'collection',
      action: 'practice_picture.added',
      object: { kind: 'marking_practice', id: practiceId },
      facts: { attachment: id, type, bytes },
      restricted: { file: Sealed.of(about.reveal()) },
    });
    return stored;
  }
}
