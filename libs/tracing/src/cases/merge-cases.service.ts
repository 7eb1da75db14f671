import { Injectable } from '@nestjs/common';
import { denied, ok, type CaseId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { CaseAttempt } from './keep-case.service.js';
import type { WeaponCase } from './weapon-case.js';
import { recordOf, WeaponCases } from './weapon-cases.repository.js';

/**
 * Takes another case of the same weapon up into this one, so that the weapon counts once: its requests move here, and what it came to no longer
 * counts. Its entries stay. That two cases are of one weapon is for an officer to say.
 */
@Injectable()
export class MergeCases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: WeaponCases,
  ) {}

  async execute(actor: Officer, { caseId, version, once }: CaseAttempt, otherId: CaseId): Promise<Result<WeaponCase>> {
    return this.work.run(
      actor,
      'weapon_case.merge',
      async (tx) => {
        const [kept, other] = [await this.cases.find(tx, caseId), await this.cases.find(tx, otherId)];
        if (!kept) return denied('CASE_NOT_FOUND');
        if (!other) return denied('CASE_NOT_FOUND', { field: 'caseId' });
        if (kept.version !== version) return denied('VERSION_CONFLICT', { details: { version } });
        if (caseId === otherId) return denied('CASE_OF_ITSELF', { field: 'caseId' });
        if (kept.mergedInto ?? other.mergedInto) return denied('CASE_MERGED', { field: 'caseId' });
        const merged = await this.cases.merge(tx, kept, other);
        return merged ? ok(merged) : denied('VERSION_CONFLICT', { details: { version } });
      },
      {
        about: recordOf(caseId),
        once: {
          ...once,
          resultId: caseId,
          idOf: ({ id }) => id,
          replay: async (tx) => {
            const kept = await this.cases.find(tx, caseId);
            return kept ? ok(kept) : denied('CASE_NOT_FOUND');
          },
        },
      },
    );
  }
}
