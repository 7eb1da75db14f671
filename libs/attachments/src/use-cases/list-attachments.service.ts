import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attachment } from '../attachment.js';
import { Attachments } from '../attachments.repository.js';
import { RequestOfFiles, requestSubject } from '../request-of-files.service.js';
import { UseOfFiles, withheld } from '../use-of-files.service.js';

/** Lists the files of a request under a disclosure of it, where their giver permits the use stated: names and hashes are protected. */
@Injectable()
export class ListAttachments {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: RequestOfFiles,
    private readonly disclosures: Disclosures,
    private readonly use: UseOfFiles,
    private readonly attachments: Attachments,
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
        const rule = await this.use.withholdingRule(tx, { id: requestId, ...facts.value }, disclosure.value.purpose);
        return rule === null ? ok(await this.attachments.list(tx, requestId)) : withheld(rule);
      },
      { about },
    );
  }
}
