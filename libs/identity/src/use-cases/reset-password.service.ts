import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type PersonId, type Result, type Sealed } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { PasswordHasher } from '../password-hasher.service.js';
import { checkPassword } from '../password-rules.js';
import { People } from '../people.repository.js';
import { Sessions } from '../sessions.repository.js';
import { signInNameFrom } from '../sign-in-name.js';

export interface ResetPasswordCommand {
  readonly signInName: string;
  readonly password: Sealed<string>;
}

/** Gives a person of the actor's State a new password and ends their sessions: whoever held the old one is out. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, command: ResetPasswordCommand): Promise<Result<PersonId>> {
    const signInName = signInNameFrom(command.signInName);
    const password = checkPassword(command.password.reveal(), signInName);
    if (!password.ok) return password;

    const passwordHash = await this.hasher.hash(command.password);
    return this.work.run(actor, 'password.reset', async (tx) => {
      const person = await this.people.byName(tx, signInName);
      if (person === null) return denied('PERSON_NOT_FOUND');
      await this.people.setPasswordHash(tx, person.id, passwordHash);
      await this.sessions.endAllOf(tx, person.id);
      await this.audit.append(tx, {
        class: 'authentication',
        action: 'password.reset',
        object: { kind: 'person', id: person.id },
      });
      return ok(person.id);
    });
  }
}
