import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, Sealed, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Attachment } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import { FileIntake } from '../file-intake.service.js';
import { inspectFile, withoutHidden, type SentFile } from '../inspect-file.js';
import { FILES_PER_REQUEST } from '../limits.js';
import { RequestOfFiles, requestSubject } from '../request-of-files.service.js';
import { UseOfFiles } from '../use-of-files.service.js';

/** What became of one of the files that were sent together. */
export interface AddedFile {
  readonly name: string;
  readonly result: Result<Attachment>;
}

/** Adds several files at once. Each stands for itself: one that is broken is named with what would cure it, and the others are stored. With `cleaned`, a picture is
 * stored without position, device and film; the entry names both hashes. */
@Injectable()
export class AddAttachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestOfFiles,
    private readonly attachments: Attachments,
    private readonly use: UseOfFiles,
    private readonly intake: FileIntake,
    private readonly audit: AuditLog,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    files: readonly SentFile[],
    cleaned = false,
  ): Promise<Result<readonly AddedFile[]>> {
    const about = requestSubject(requestId);
    const may = await this.work.run(
      actor,
      'attachment.add',
      async (tx) => {
        const circle = await this.requests.circleOfNewFile(tx, requestId, actor);
        return circle.ok && files.length === 0 ? denied('ATTACHMENTS_MISSING', { field: 'files' }) : circle;
      },
      { about },
    );
    if (!may.ok) return may;
    const added: AddedFile[] = [];
    for (const file of files) {
      const result = await this.work.run(
        actor,
        'attachment.add',
        (tx) => this.#addOne(tx, actor, requestId, { ...file, cleaned }),
        { about },
      );
      added.push({ name: file.name, result });
    }
    return ok(added);
  }

  async #addOne(
    tx: Tx,
    actor: Officer,
    requestId: RequestId,
    file: SentFile & { readonly cleaned: boolean },
  ): Promise<Result<Attachment>> {
    const inspected = inspectFile(file);
    if (!inspected.ok) return inspected;
    await this.attachments.hold(tx, requestId);
    const circle = await this.requests.circleOfNewFile(tx, requestId, actor);
    if (!circle.ok) return circle;
    if ((await this.attachments.count(tx, requestId)) >= FILES_PER_REQUEST)
      return denied('ATTACHMENTS_FULL', { field: 'files', details: { files: FILES_PER_REQUEST } });
    const named = await this.use.nameDenial(tx, requestId, inspected.value.name);
    if (named) return { ok: false, denial: named };
    const taken = file.cleaned ? withoutHidden(inspected.value) : inspected.value;
    const { other } = circle.value;
    const stored = await this.intake.take(tx, { kind: 'tracing_request', id: requestId, other }, taken);
    if (!stored.ok) return stored;
    const { id, type, bytes, about } = stored.value;
    await this.audit.append(tx, {
      class: 'collection',
      action: 'attachment.added',
      object: requestSubject(requestId),
      counterpart: other,
      facts: { attachment: id, type, bytes },
      restricted: { file: Sealed.of(about.reveal()) },
    });
    return stored;
  }
}
