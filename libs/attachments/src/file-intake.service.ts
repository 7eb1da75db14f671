import { Injectable } from '@nestjs/common';
import type { Result } from '@tracedesk/kernel';
import { DeskConfig, Outbox, type Tx } from '@tracedesk/platform';
import type { Attachment, FileOwner } from './attachment.js';
import { Attachments } from './attachments.repository.js';
import type { InspectedFile } from './inspect-file.js';
import { WORK_ATTACHMENTS } from './work-attachments.js';

/** Takes a file in, whatever it belongs to: stored, closed until a configured scanner has passed it, and the worker's bell rung. */
@Injectable()
export class FileIntake {
  constructor(
    private readonly attachments: Attachments,
    private readonly outbox: Outbox,
    private readonly config: DeskConfig,
  ) {}

  async take(tx: Tx, owner: FileOwner, file: InspectedFile): Promise<Result<Attachment>> {
    const stored = await this.attachments.add(tx, owner, file, this.config.clamdAddress ? 'waiting' : 'not_required');
    if (!stored.ok) return stored;
    const { id } = stored.value;
    await this.outbox.add(tx, [
      { state: tx.state, queue: 'attachments', job: WORK_ATTACHMENTS, jobId: `${id}_file`, payload: { attachmentId: id } },
    ]);
    return stored;
  }
}
