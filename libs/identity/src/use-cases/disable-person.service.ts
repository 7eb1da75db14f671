import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type PersonId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { People } from '../people.repository.js';
import { Sessions } from '../sessions.repository.js';
import { signInNameFrom } from '../sign-in-name.js';

/** Shuts a person of the actor's State out, at once: their next request finds no session. */
@Injectable()
export class DisablePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, signInName: string): Promise<Result<PersonId>> {
    return this.work.run(actor, 'person.disable', async (tx) => {
      const person = await this.people.byName(tx, signInNameFrom(signInName));
      if (person === null) return denied('PERSON_NOT_FOUND');
      await this.people.disable(tx, person.id);
      await this.sessions.endAllOf(tx, person.id);
      await this.audit.append(tx, { class: 'alteration', action: 'person.disabled', object: { kind: 'person', id: person.id } });
      return ok(person.id);
    });
  }
}
