import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { onceFor, type OnceKey } from '../contact-point-once.adapter.js';
import { ContactPoints } from '../contact-points.repository.js';
import type { ContactPoint, ContactPointDetails } from '../state.js';
import { contactPointDenial } from '../working-hours.js';

type Needed = 'office' | 'email' | 'telephone' | 'languages' | 'validFrom' | 'validUntil';

/** What has to be said of an office, and what may be. */
export type AddContactPointCommand = Pick<ContactPointDetails, Needed> & Partial<Omit<ContactPointDetails, Needed>>;

export const UNSAID = { channels: [], workingDays: [], opensAt: null, closesAt: null, deputies: [], scope: ['all'] } as const;

/** Names an office as a national point of contact of the actor's State (ITI 25). */
@Injectable()
export class AddContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly contactPoints: ContactPoints,
  ) {}

  async execute(actor: Actor, command: AddContactPointCommand, once?: OnceKey): Promise<Result<ContactPoint>> {
    const details = { ...UNSAID, ...command };
    return this.work.run(
      actor,
      'contact_point.add',
      async (tx) => {
        const denial = contactPointDenial(details);
        if (denial) return denial;
        const added = await this.contactPoints.add(tx, details);
        await this.log.append(tx, {
          class: 'collection',
          action: 'contact_point.added',
          object: { kind: 'contact_point', id: added.id },
          facts: { validFrom: details.validFrom, validUntil: details.validUntil },
        });
        return ok(added);
      },
      once ? { once: onceFor(this.contactPoints, once) } : {},
    );
  }
}
