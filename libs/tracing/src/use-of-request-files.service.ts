import { Injectable } from '@nestjs/common';
import { UseOfFiles, type GivenFiles } from '@tracedesk/attachments';
import type { Purpose, UseRule } from '@tracedesk/confidentiality';
import type { Tx } from '@tracedesk/platform';
import { PermittedReading } from './permitted-reading.service.js';
import { ruleOverFiles } from './question-reading.js';

/** Files are part of what the requesting State tells: its own restrictions on the question are over them. */
@Injectable()
export class UseOfRequestFiles extends UseOfFiles {
  constructor(private readonly permitted: PermittedReading) {
    super();
  }

  override async withholdingRule(tx: Tx, files: GivenFiles, purpose: Purpose): Promise<UseRule | null> {
    return ruleOverFiles(await this.permitted.question(tx, purpose, files));
  }
}
