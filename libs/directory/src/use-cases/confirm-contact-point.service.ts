import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { onceFor, type OnceKey } from '../contact-point-once.adapter.js';
import { ContactPoints } from '../contact-points.repository.js';
import type { ContactPoint } from '../state.js';
import { contactPointDenial } from '../working-hours.js';
import type { ContactPointSeen } from './amend-contact-point.service.js';

/** Says that an office of the own State is still as it stands in the directory (ITI 32). */
@Injectable()
export class ConfirmContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly contactPoints: ContactPoints,
  ) {}

  async execute(actor: Actor, { id, version }: ContactPointSeen, once?: OnceKey): Promise<Result<ContactPoint>> {
    const object = { kind: 'contact_point', id };
    return this.work.run(
      actor,
      'contact_point.confirm',
      async (tx) => {
        const found = await this.contactPoints.own(tx, id, version);
        if (!found.ok) return found;
        const denial = contactPointDenial(found.value);
        if (denial) return denial;
        const confirmed = await this.contactPoints.change(tx, found.value, found.value);
        const facts = { version: confirmed.version };
        await this.log.append(tx, { class: 'alteration', action: 'contact_point.confirmed', object, facts });
        return ok(confirmed);
      },
      { about: object, ...(once ? { once: onceFor(this.contactPoints, once, id) } : {}) },
    );
  }
}
