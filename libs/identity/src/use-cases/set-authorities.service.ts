import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Authorities } from '@tracedesk/directory';
import { isAuthorityName } from '@tracedesk/directory/core';
import { denied, ok, Sealed, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { AuthorityMembers } from '../authority-members.repository.js';
import { People } from '../people.repository.js';
import { signInNameFrom } from '../sign-in-name.js';

/** Says to which authorities of the actor's State a person belongs, from now on. What is kept to an authority under ITI 15(a) opens to its people. */
@Injectable()
export class SetAuthorities {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: People,
    private readonly authorities: Authorities,
    private readonly members: AuthorityMembers,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Actor, signInName: string, names: readonly string[]): Promise<Result<readonly string[]>> {
    if (!names.every(isAuthorityName)) return denied('AUTHORITY_NAME_MALFORMED', { field: 'authorities', paragraph: '15(a)' });
    return this.work.run(actor, 'person.set_authorities', async (tx) => {
      const person = await this.people.byName(tx, signInNameFrom(signInName));
      if (person === null) return denied('PERSON_NOT_FOUND');
      const named = await this.authorities.named(tx, names);
      await this.members.replace(
        tx,
        person.id,
        named.map(({ id }) => id),
      );
      const authorities = named.map(({ name }) => name);
      await this.audit.append(tx, {
        class: 'alteration',
        action: 'person.authorities_set',
        object: { kind: 'person', id: person.id },
        facts: { authorities: authorities.length },
        restricted: { authorities: Sealed.of(authorities) },
      });
      return ok(authorities);
    });
  }
}
