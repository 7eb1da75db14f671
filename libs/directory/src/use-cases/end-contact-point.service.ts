import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { onceFor, type OnceKey } from '../contact-point-once.adapter.js';
import { ContactPoints } from '../contact-points.repository.js';
import type { ContactPoint } from '../state.js';
import { periodDenial } from '../working-hours.js';

export interface EndContactPointCommand {
  readonly id: string;
  /** The version the person saw; a process on the server says none. */
  readonly version?: number;
  /** The last day on which the office answers, by its State's calendar. */
  readonly validUntil: string;
}

/** Sets a contact point's last day. It is not deleted: requests that went to it still say so. */
@Injectable()
export class EndContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly contactPoints: ContactPoints,
  ) {}

  async execute(
    actor: Actor,
    { id, version, validUntil }: EndContactPointCommand,
    once?: OnceKey,
  ): Promise<Result<ContactPoint>> {
    const object = { kind: 'contact_point', id };
    return this.work.run(
      actor,
      'contact_point.end',
      async (tx) => {
        const found = await this.contactPoints.own(tx, id, version);
        if (!found.ok) return found;
        const details = { ...found.value, validUntil };
        const denial = periodDenial(details);
        if (denial) return denial;
        const ended = await this.contactPoints.change(tx, found.value, details);
        await this.log.append(tx, { class: 'alteration', action: 'contact_point.ended', object, facts: { validUntil } });
        return ok(ended);
      },
      { about: object, ...(once ? { once: onceFor(this.contactPoints, once, id) } : {}) },
    );
  }
}
