import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { valueOf } from '@tracedesk/firearms/core';
import { denied, idOf, ok, type CaseId, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Once, type Tx } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import type { FindManner, Question } from '../question.js';
import type { TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { AnswersOfCase } from './answers-of-case.service.js';
import { conclusionDenial, type CaseConclusion, type WeaponCase } from './weapon-case.js';
import { recordOf, WeaponCases } from './weapon-cases.repository.js';

/** What is said of a weapon when its case is opened. */
export interface OpenCase {
  readonly manner: FindManner;
  readonly criminalOffence: boolean;
  readonly uniquelyMarked: boolean;
  readonly ownReference: string | null;
  readonly requestIds: readonly RequestId[];
}

export interface CaseAttempt {
  readonly caseId: CaseId;
  readonly version: number;
  readonly once: OnceKey;
}

/** Keeps the case of one weapon: opens it, adds the own State's requests and drafts to it, and says what it came to. */
@Injectable()
export class KeepCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: WeaponCases,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly answers: AnswersOfCase,
  ) {}

  async open(actor: Officer, once: OnceKey, said: OpenCase): Promise<Result<WeaponCase>> {
    return this.work.run(actor, 'weapon_case.open', (tx) => this.openWithin(tx, said), { once: this.#once(once) });
  }

  async openWithin(tx: Tx, { requestIds, ...said }: OpenCase): Promise<Result<WeaponCase>> {
    const opened: WeaponCase = {
      ...said,
      id: idOf<CaseId>(randomUUID()),
      state: tx.state,
      requestIds: [],
      openedAt: tx.now,
      conclusion: null,
      concludedAt: null,
      mergedInto: null,
      version: 1,
    };
    await this.cases.open(tx, opened);
    for (const requestId of requestIds) {
      const joined = await this.joinWithin(tx, opened, requestId);
      if (!joined.ok) return joined;
    }
    return ok({ ...opened, requestIds });
  }

  /** The case that an own request belongs to, or the one that begins with it: what follows from it is about the same weapon. */
  async ofRequestWithin(tx: Tx, request: TracingRequest, { find, firearm }: Question): Promise<Result<WeaponCase>> {
    const found = await this.cases.ofRequest(tx, request.id);
    if (found) return ok(found);
    return this.openWithin(tx, {
      manner: find?.manner ?? 'found',
      criminalOffence: true,
      uniquelyMarked: valueOf(firearm?.serialNumber) !== undefined,
      ownReference: request.requestingReference,
      requestIds: [request.id],
    });
  }

  async join(actor: Officer, caseId: CaseId, once: OnceKey, requestId: RequestId): Promise<Result<WeaponCase>> {
    return this.work.run(
      actor,
      'weapon_case.join',
      async (tx) => {
        const found = await this.cases.find(tx, caseId);
        if (!found) return denied('CASE_NOT_FOUND');
        if (found.mergedInto) return denied('CASE_MERGED');
        return this.joinWithin(tx, found, requestId);
      },
      { about: recordOf(caseId), once: { ...this.#once(once), resultId: caseId } },
    );
  }

  /** Only what the own State asks, or is about to ask, is of its case. */
  async joinWithin(tx: Tx, found: WeaponCase, requestId: RequestId): Promise<Result<WeaponCase>> {
    const stored = await this.requests.find(tx, requestId);
    if (stored?.request.requestingState !== tx.state) return denied('REQUEST_NOT_FOUND');
    if (!(await this.cases.join(tx, found, requestId))) return denied('REQUEST_IN_A_CASE', { field: 'requestId' });
    return ok({ ...found, requestIds: [...found.requestIds, requestId] });
  }

  async conclude(
    actor: Officer,
    { caseId, version, once }: CaseAttempt,
    conclusion: CaseConclusion,
  ): Promise<Result<WeaponCase>> {
    return this.work.run(
      actor,
      'weapon_case.conclude',
      async (tx) => {
        const found = await this.cases.find(tx, caseId);
        if (!found) return denied('CASE_NOT_FOUND');
        if (found.mergedInto) return denied('CASE_MERGED');
        if (found.version !== version) return denied('VERSION_CONFLICT', { details: { version } });
        const today = await this.circumstances.today(tx);
        const denial = conclusionDenial(conclusion, { ...(await this.answers.about(tx, found)), today });
        if (denial) return denial;
        const concluded = await this.cases.conclude(tx, found, conclusion);
        return concluded ? ok(concluded) : denied('VERSION_CONFLICT', { details: { version } });
      },
      { about: recordOf(caseId), once: { ...this.#once(once), resultId: caseId } },
    );
  }

  #once(key: OnceKey): Once<WeaponCase> {
    return {
      ...key,
      idOf: ({ id }) => id,
      replay: async (tx, id) => {
        const found = await this.cases.find(tx, id as CaseId);
        return found ? ok(found) : denied('CASE_NOT_FOUND');
      },
    };
  }
}
