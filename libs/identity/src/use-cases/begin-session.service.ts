import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, idOf, ok, type Officer, type Result, type SessionId, type StateCode } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { People, type PersonRow } from '../people.repository.js';
import type { SignedIn } from '../session.js';
import { formTokenOf } from '../session-token.js';
import { Sessions } from '../sessions.repository.js';

export interface BeginSessionCommand {
  readonly state: StateCode;
  readonly person: PersonRow;
  /** How the person was recognised. */
  readonly means: 'password' | 'one_click';
  /** The password hashed at today's cost, where the kept hash was older. */
  readonly newHash?: string | undefined;
}

/** Begins the session of a person who has been recognised, and enters it. */
@Injectable()
export class BeginSession {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async execute({ state, person, means, newHash }: BeginSessionCommand): Promise<Result<SignedIn>> {
    const { id, role, displayName, language } = person;
    const officer: Officer = { kind: 'person', personId: id, state, role, sessionId: idOf<SessionId>(randomUUID()) };

    return this.work.run(officer, 'session.begin', async (tx) => {
      // Shut out, or given another password, while this one was being verified: no session that outlives the door.
      if (!(await this.people.holdsTheDoor(tx, person))) return denied('SIGN_IN_FAILED');
      if (newHash !== undefined) await this.people.hashAnew(tx, person, newHash);
      const { token, expiresAt } = await this.sessions.begin(tx, officer);
      await this.audit.append(tx, {
        class: 'authentication',
        action: 'session.begun',
        object: { kind: 'session', id: officer.sessionId },
        facts: { means },
      });
      return ok({
        token,
        session: { id: officer.sessionId, expiresAt, csrfToken: formTokenOf(token, 'session') },
        person: { id, state, role, displayName, language },
      });
    });
  }
}
