import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { KeepCase } from '../cases/keep-case.service.js';
import type { WeaponCase } from '../cases/weapon-case.js';
import { requestSubject } from '../move-traces.js';
import type { Question } from '../question.js';
import { clearedQuestion, type ClearedQuestion } from './cleared-question.js';
import { FollowUpFacts } from './follow-up-facts.repository.js';
import { OnwardGuard } from './onward-guard.service.js';
import type { PartedFacts } from './parted-facts.js';

export interface OnwardQuestion extends ClearedQuestion {
  /** What of the case may go to the State asked; null while none is chosen. */
  readonly parted: PartedFacts | null;
}

/**
 * Makes the question for another State out of one that was put to a State before: with the facts of earlier answers that may go to it, and
 * without the parts in which a text tells what may not (ITI 15). What was right for one State need not be for the next.
 */
@Injectable()
export class OnwardQuestions {
  constructor(
    private readonly guard: OnwardGuard,
    private readonly facts: FollowUpFacts,
    private readonly keep: KeepCase,
    private readonly audit: AuditLog,
  ) {}

  async from(
    tx: Tx,
    { earlier: _, ...own }: Question,
    requestIds: readonly RequestId[],
    to: StateCode | null,
  ): Promise<OnwardQuestion> {
    if (to === null) return { question: own, leftOut: [], parted: null };
    const parted = await this.guard.parted(tx, requestIds, to);
    const hits = this.guard.hitsIn(own, parted.guarded, await this.guard.firstQuestion(tx, requestIds));
    const { question, leftOut } = clearedQuestion(own, hits);
    return { question: { ...question, earlier: await this.guard.carried(tx, parted) }, leftOut, parted };
  }

  /** Adds the stored draft to the case, with the provenance of what it carries, and enters what was left out. */
  async keepFor(
    tx: Tx,
    weapon: WeaponCase,
    draftId: RequestId,
    { parted, leftOut }: OnwardQuestion,
  ): Promise<Result<WeaponCase>> {
    const joined = await this.keep.joinWithin(tx, weapon, draftId);
    if (!joined.ok) return joined;
    if (parted) await this.facts.note(tx, draftId, parted);
    if (leftOut.length > 0)
      await this.audit.append(tx, {
        class: 'alteration',
        action: 'tracing_request.texts_left_out',
        object: requestSubject(draftId),
        facts: { fields: leftOut.join(' ') },
      });
    return ok(joined.value);
  }
}
