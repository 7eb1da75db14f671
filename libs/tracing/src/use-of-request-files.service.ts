import { Injectable } from '@nestjs/common';
import { UseOfFiles, type AttachmentId, type GivenFiles } from '@tracedesk/attachments';
import type { Purpose, UseRule } from '@tracedesk/confidentiality';
import type { RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from './conflicts.js';
import { itemsOfFiles } from './item-files.js';
import { PermittedReading } from './permitted-reading.service.js';
import { ruleOverFiles } from './question-reading.js';
import { Responses } from './responses.repository.js';

/** Files are part of what a State tells: the restrictions of its question, or of the item that names them, are over them. */
@Injectable()
export class UseOfRequestFiles extends UseOfFiles {
  constructor(
    private readonly permitted: PermittedReading,
    private readonly responses: Responses,
  ) {
    super();
  }

  override async withholdingRule(tx: Tx, files: GivenFiles, purpose: Purpose): Promise<UseRule | null> {
    return ruleOverFiles(await this.permitted.question(tx, purpose, files));
  }

  override async namedFiles(tx: Tx, requestId: RequestId, purpose: Purpose): Promise<ReadonlySet<AttachmentId>> {
    const read = await this.permitted.for(tx, purpose, { requestIds: [requestId], isGiver: false });
    const given = (await this.responses.open(tx, requestId)).map(({ round, content }) => ({ round, content: content.reveal() }));
    const withheld = new Set(
      given.flatMap(({ round, content }) => read({ requestId, round, content }).withheld.map(({ number }) => number)),
    );
    const owners = itemsOfFiles(numberedItems(given.map(({ round, content: { items } }) => ({ round, items }))));
    return new Set([...owners].flatMap(([file, item]) => (withheld.has(item) ? [] : [file])));
  }
}
