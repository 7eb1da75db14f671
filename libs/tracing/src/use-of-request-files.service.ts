import { Injectable } from '@nestjs/common';
import { UseOfFiles, type AttachmentId, type GivenFiles } from '@tracedesk/attachments';
import type { Permit, UseRule } from '@tracedesk/confidentiality';
import type { Denial, RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { PermittedReading } from './content/permitted-reading.service.js';
import { KeptBack } from './kept-back.service.js';
import { ruleOverFiles } from './question-reading.js';

/** Files are part of what a State tells: the restrictions of its question, or of the item that names them, are over them. */
@Injectable()
export class UseOfRequestFiles extends UseOfFiles {
  constructor(
    private readonly permitted: PermittedReading,
    private readonly keptBack: KeptBack,
  ) {
    super();
  }

  override async withholdingRule(tx: Tx, permit: Permit, files: GivenFiles): Promise<UseRule | null> {
    return ruleOverFiles(await this.permitted.question(tx, permit, files));
  }

  override async namedFiles(tx: Tx, permit: Permit, files: GivenFiles): Promise<ReadonlySet<AttachmentId>> {
    return this.permitted.files(tx, permit, files);
  }

  override async nameDenial(tx: Tx, requestId: RequestId, name: string): Promise<Denial | null> {
    return this.keptBack.denial(tx, requestId, [{ field: 'files', text: name }]);
  }
}
