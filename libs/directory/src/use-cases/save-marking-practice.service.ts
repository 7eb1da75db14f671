import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type Denied, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Once } from '@tracedesk/platform';
import type { OnceKey } from '../contact-point-once.adapter.js';
import type { MarkingPractice, PracticeDetails } from '../marking-practice.js';
import { MarkingPractices } from '../marking-practices.repository.js';

export interface PracticeSeen {
  readonly id: string;
  readonly version: number;
}

/** Says how the actor's State marks arms, or says it better (ITI 31(b), 32). */
@Injectable()
export class SaveMarkingPractice {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly practices: MarkingPractices,
  ) {}

  async add(actor: Actor, details: PracticeDetails, once?: OnceKey): Promise<Result<MarkingPractice>> {
    return this.work.run(
      actor,
      'marking_practice.add',
      async (tx) => {
        const denial = yearsDenial(details);
        if (denial) return denial;
        const added = await this.practices.add(tx, details);
        const object = { kind: 'marking_practice', id: added.id };
        const facts = { kind: added.kind };
        await this.log.append(tx, { class: 'collection', action: 'marking_practice.added', object, facts });
        return ok(added);
      },
      once ? { once: this.#once(once) } : {},
    );
  }

  async amend(
    actor: Actor,
    { id, version }: PracticeSeen,
    details: PracticeDetails,
    once: OnceKey,
  ): Promise<Result<MarkingPractice>> {
    const object = { kind: 'marking_practice', id };
    return this.work.run(
      actor,
      'marking_practice.amend',
      async (tx) => {
        const found = await this.practices.own(tx, id, version);
        if (!found.ok) return found;
        const denial = yearsDenial(details);
        if (denial) return denial;
        const changed = await this.practices.change(tx, found.value, details);
        const facts = { kind: changed.kind, version: changed.version };
        await this.log.append(tx, { class: 'alteration', action: 'marking_practice.amended', object, facts });
        return ok(changed);
      },
      { about: object, once: { ...this.#once(once), resultId: id } },
    );
  }

  #once(key: OnceKey): Once<MarkingPractice> {
    return {
      ...key,
      idOf: ({ id }) => id,
      replay: async (tx, id) => {
        const found = await this.practices.find(tx, id);
        return found ? ok(found) : denied('MARKING_PRACTICE_NOT_FOUND');
      },
    };
  }
}

function yearsDenial({ sinceYear, untilYear }: PracticeDetails): Denied | null {
  const backwards = sinceYear !== null && untilYear !== null && untilYear < sinceYear;
  return backwards ? denied('VALIDITY_ENDS_BEFORE_IT_BEGINS', { field: 'untilYear' }) : null;
}
