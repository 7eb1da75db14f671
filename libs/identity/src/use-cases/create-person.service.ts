import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, Sealed, type Actor, type PersonId, type Result, type Role } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { PasswordHasher } from '../password-hasher.service.js';
import { checkPassword } from '../password-rules.js';
import { People } from '../people.repository.js';
import { isSignInName, signInNameFrom } from '../sign-in-name.js';

export interface CreatePersonCommand {
  readonly signInName: string;
  readonly displayName: string;
  readonly role: Role;
  readonly language: string;
  readonly password: Sealed<string>;
}

/** Gives a person a name and a role in the actor's State. */
@Injectable()
export class CreatePerson {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly hasher: PasswordHasher,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, command: CreatePersonCommand): Promise<Result<PersonId>> {
    const signInName = signInNameFrom(command.signInName);
    if (!isSignInName(signInName)) return denied('SIGN_IN_NAME_MALFORMED', { field: 'signInName' });
    const password = checkPassword(command.password.reveal(), signInName);
    if (!password.ok) return password;

    const passwordHash = await this.hasher.hash(command.password);
    return this.withPasswordHash(actor, { ...command, signInName, passwordHash });
  }

  /** The same for several people who share one password: a demonstration's. Hashing takes a quarter of a second each time. */
  async withPasswordHash(
    actor: Actor,
    person: Omit<CreatePersonCommand, 'password'> & { readonly passwordHash: string },
  ): Promise<Result<PersonId>> {
    const { signInName, displayName, role } = person;
    return this.work.run(actor, 'person.create', async (tx) => {
      const id = await this.people.add(tx, person);
      if (id === null) return denied('SIGN_IN_NAME_TAKEN', { field: 'signInName' });
      await this.audit.append(tx, {
        class: 'collection',
        action: 'person.created',
        object: { kind: 'person', id },
        facts: { role },
        restricted: { names: Sealed.of({ signInName, displayName }) },
      });
      return ok(id);
    });
  }
}
