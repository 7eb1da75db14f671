import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { Sessions } from '../sessions.repository.js';

/** Ends the person's present session. Its token is worth nothing from here on. */
@Injectable()
export class SignOut {
  constructor(
    private readonly work: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async execute(officer: Officer): Promise<Result<void>> {
    return this.work.run(officer, 'session.end', async (tx) => {
      await this.sessions.end(tx, officer.sessionId);
      await this.audit.append(tx, {
        class: 'authentication',
        action: 'session.ended',
        object: { kind: 'session', id: officer.sessionId },
      });
      return ok(undefined);
    });
  }
}
