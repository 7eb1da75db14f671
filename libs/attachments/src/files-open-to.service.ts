import { Injectable } from '@nestjs/common';
import type { DisclosureFacts, Permit } from '@tracedesk/confidentiality';
import { ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { Attachment } from './attachment.js';
import { UseOfFiles, withheld } from './use-of-files.service.js';

/** Who reads, of which request, and under which permit. */
export interface FileReader {
  readonly actor: Officer;
  readonly requestId: RequestId;
  readonly facts: DisclosureFacts;
  readonly permit: Permit;
}

/**
 * Which files of a request are open to a reader for a purpose, beside what row security shows their State: the own State's always. Those of the
 * question are kept back as a whole, with the rule. Those of a response are there as far as the item is that names them, and else as if they were not.
 */
@Injectable()
export class FilesOpenTo {
  constructor(private readonly use: UseOfFiles) {}

  async among(
    tx: Tx,
    files: readonly Attachment[],
    { actor, requestId, facts, permit }: FileReader,
  ): Promise<Result<readonly Attachment[]>> {
    const own = files.filter(({ state }) => state === actor.state);
    if (actor.state === facts.requestingState) {
      if (own.length === files.length) return ok(files);
      const named = await this.use.namedFiles(tx, permit, { id: requestId, ...facts });
      return ok(files.filter((file) => own.includes(file) || named.has(file.id)));
    }
    const rule = await this.use.withholdingRule(tx, permit, { id: requestId, ...facts });
    if (rule === null) return ok(files);
    return own.length > 0 ? ok(own) : withheld(rule);
  }
}
