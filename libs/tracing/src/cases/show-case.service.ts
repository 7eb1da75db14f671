import { Injectable } from '@nestjs/common';
import { valueOf } from '@tracedesk/firearms/core';
import { denied, ok, type CaseId, type Officer, type RequestId, type Result, type Role } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { WeighedContent } from '../content/weighed-content.service.js';
import type { AskedBefore } from '../asked-before.js';
import { EarlierQuestions } from '../earlier-questions.service.js';
import { TRACING_PERMISSIONS } from '../permissions.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import type { WeaponCase } from './weapon-case.js';
import { recordOf, WeaponCases } from './weapon-cases.repository.js';

/** A question of the own State's outside the case that may be about the same weapon. In two cases one weapon would count twice. */
export interface Sibling extends AskedBefore {
  readonly caseId: CaseId | null;
}

/** One case with the open fields of its requests, as the reader sees them now. */
export interface CaseShown {
  readonly weapon: WeaponCase;
  readonly requests: readonly RequestSummary[];
  readonly siblings: readonly Sibling[];
}

/** Shows one case of the own State with its requests, and what else the State asked about what may be the same weapon. */
@Injectable()
export class ShowCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: WeaponCases,
    private readonly summaries: Summaries,
    private readonly earlier: EarlierQuestions,
    private readonly content: WeighedContent,
  ) {}

  async execute(actor: Officer, id: CaseId): Promise<Result<CaseShown>> {
    return this.work.run(
      actor,
      'weapon_case.read',
      async (tx) => {
        const weapon = await this.cases.find(tx, id);
        if (!weapon) return denied('CASE_NOT_FOUND');
        return ok({
          weapon,
          requests: await this.#requestsOf(tx, actor, weapon),
          siblings: mayFind(actor.role) ? await this.#siblingsOf(tx, weapon) : [],
        });
      },
      { about: recordOf(id) },
    );
  }

  /** The case that a request of the own State belongs to; of another State's request there is none. */
  async idFor(actor: Officer, requestId: RequestId): Promise<CaseId | null> {
    return this.work.read(actor, async (tx) => (await this.cases.idsOf(tx, [requestId])).get(requestId) ?? null);
  }

  async #requestsOf(tx: Tx, actor: Officer, { requestIds }: WeaponCase): Promise<readonly RequestSummary[]> {
    const requests: RequestSummary[] = [];
    for (const requestId of requestIds) {
      const summary = await this.summaries.read(tx, actor, requestId);
      if (summary.ok) requests.push(summary.value);
    }
    return requests;
  }

  async #siblingsOf(tx: Tx, { requestIds }: WeaponCase): Promise<readonly Sibling[]> {
    const found = new Map<RequestId, AskedBefore>();
    for (const serialNumber of await this.#serialNumbersOf(tx, requestIds))
      for (const one of await this.earlier.about(tx, serialNumber, requestIds))
        if (found.get(one.requestId)?.certainty !== 'likely') found.set(one.requestId, one);
    const caseIds = await this.cases.idsOf(tx, [...found.keys()]);
    return [...found.values()].map((one) => ({ ...one, caseId: caseIds.get(one.requestId) ?? null }));
  }

  async #serialNumbersOf(tx: Tx, requestIds: readonly RequestId[]): Promise<ReadonlySet<string>> {
    const numbers = new Set<string>();
    for (const requestId of requestIds) {
      const number = valueOf((await this.content.question(tx, requestId)).reveal().firearm?.serialNumber);
      if (number !== undefined) numbers.add(number);
    }
    return numbers;
  }
}

/** What meets a number follows from what is protected: it is for those who may search. */
function mayFind(role: Role): boolean {
  const finders: readonly Role[] = TRACING_PERMISSIONS['tracing_request.search'];
  return finders.includes(role);
}
