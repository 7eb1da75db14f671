import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type PersonId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { People } from '../people.repository.js';
import { Sessions } from '../sessions.repository.js';

/** Shuts a person of the actor's State out, at once: their next request finds no session. */
@Injectable()
export class DisablePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, personId: PersonId): Promise<Result<PersonId>> {
    const object = { kind: 'person', id: personId };
    return this.work.run(
      actor,
      'person.disable',
      async (tx) => {
        if (!(await this.people.setActive(tx, personId, false))) return denied('PERSON_NOT_FOUND');
        await this.sessions.endAllOf(tx, personId);
        await this.audit.append(tx, { class: 'alteration', action: 'person.disabled', object });
        return ok(personId);
      },
      { about: object },
    );
  }
}
