import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { onceFor, type OnceKey } from '../contact-point-once.adapter.js';
import { ContactPoints } from '../contact-points.repository.js';
import type { ContactPoint, ContactPointDetails } from '../state.js';
import { contactPointDenial } from '../working-hours.js';

/** A contact point as the person saw it. A process on the server says no version. */
export interface ContactPointSeen {
  readonly id: string;
  readonly version?: number;
}

/** What is left out stays. The first day is not changed: another first day is another office. */
export type ContactPointChanges = Partial<Omit<ContactPointDetails, 'validFrom'>>;

/** Changes what a State says about an office of its own. The former row stays as a version; the log says who and when. */
@Injectable()
export class AmendContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly contactPoints: ContactPoints,
  ) {}

  async execute(
    actor: Actor,
    { id, version }: ContactPointSeen,
    changes: ContactPointChanges,
    once?: OnceKey,
  ): Promise<Result<ContactPoint>> {
    const object = { kind: 'contact_point', id };
    return this.work.run(
      actor,
      'contact_point.amend',
      async (tx) => {
        const found = await this.contactPoints.own(tx, id, version);
        if (!found.ok) return found;
        const details = { ...found.value, ...changes };
        const denial = contactPointDenial(details);
        if (denial) return denial;
        const changed = await this.contactPoints.change(tx, found.value, details);
        await this.log.append(tx, {
          class: 'alteration',
          action: 'contact_point.amended',
          object,
          facts: { version: changed.version, fields: fieldsThatDiffer(found.value, changes).join(' ') },
        });
        return ok(changed);
      },
      { about: object, ...(once ? { once: onceFor(this.contactPoints, once, id) } : {}) },
    );
  }
}

/** Names only: what stands in them is in the versions. */
function fieldsThatDiffer(former: ContactPoint, changes: ContactPointChanges): readonly string[] {
  const fields = Object.keys(changes) as (keyof ContactPointChanges)[];
  return fields.filter((field) => JSON.stringify(former[field]) !== JSON.stringify(changes[field]));
}
