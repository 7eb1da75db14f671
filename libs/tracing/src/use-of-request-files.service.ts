import { Injectable } from '@nestjs/common';
import { UseOfFiles, type AttachmentId, type GivenFiles } from '@tracedesk/attachments';
import type { Permit, UseRule } from '@tracedesk/confidentiality';
import type { Denial, RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from './conflicts.js';
import { PermittedReading } from './content/permitted-reading.service.js';
import { itemsOfFiles } from './item-files.js';
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
    const shown = (await this.permitted.responses(tx, permit, [files])).get(files.id) ?? [];
    // An item that is kept back is blank: it names no file any more.
    const given = numberedItems(shown.map(({ round, content }) => ({ round, items: content.reveal().items })));
    return new Set(itemsOfFiles(given).keys());
  }

  override async nameDenial(tx: Tx, requestId: RequestId, name: string): Promise<Denial | null> {
    return this.keptBack.denial(tx, requestId, [{ field: 'files', text: name }]);
  }
}
