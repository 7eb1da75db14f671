import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import type { Officer, RequestId, Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attachment } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import { FilesOpenTo } from '../files-open-to.service.js';
import { RequestOfFiles, requestSubject } from '../request-of-files.service.js';

/** Lists the files of a request under a disclosure of it, as far as their givers permit the use stated: names and hashes are protected. */
@Injectable()
export class ListAttachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestOfFiles,
    private readonly disclosures: Disclosures,
    private readonly attachments: Attachments,
    private readonly open: FilesOpenTo,
  ) {}

  async execute(actor: Officer, requestId: RequestId, disclosureId: string | undefined): Promise<Result<readonly Attachment[]>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'attachment.list',
      async (tx) => {
        const facts = await this.requests.factsOf(tx, requestId, actor);
        if (!facts.ok) return facts;
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        const files = await this.attachments.list(tx, requestId);
        return this.open.among(tx, files, { actor, requestId, facts: facts.value, permit: disclosure.value });
      },
      { about, snapshot: true },
    );
  }
}
