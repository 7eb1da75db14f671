import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { denied, ok, type CaseId, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { chainOf, type ChainView } from '../chain-view.js';
import { CaseAnswers } from '../follow-ups/case-answers.service.js';
import { tallyOf, type Tally } from './tally.js';
import type { CaseConclusion, WeaponCase } from './weapon-case.js';
import { recordOf, WeaponCases } from './weapon-cases.repository.js';

/** The arm's way as the answers tell it, and what the own State concluded. */
export interface CaseChain extends ChainView {
  readonly caseId: CaseId;
  readonly references: ReadonlyMap<RequestId, string>;
  readonly conclusion: CaseConclusion | null;
}

/** Reads cases of the own State: open fields and the tally freely, the chain under a disclosure of the case. */
@Injectable()
export class ReadCases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: WeaponCases,
    private readonly answers: CaseAnswers,
    private readonly disclosures: Disclosures,
  ) {}

  async list(actor: Officer): Promise<readonly WeaponCase[]> {
    return this.work.read(actor, (tx) => this.cases.list(tx));
  }

  async one(actor: Officer, id: CaseId): Promise<Result<WeaponCase>> {
    return this.work.run(
      actor,
      'weapon_case.read',
      async (tx) => {
        const found = await this.cases.find(tx, id);
        return found ? ok(found) : denied('CASE_NOT_FOUND');
      },
      { about: recordOf(id) },
    );
  }

  /** Numerator and denominator of indicator 16.4.2 for the cases opened within these days. */
  async tally(actor: Officer, within: { readonly from: string; readonly until: string }): Promise<Tally> {
    return this.work.read(actor, async (tx) => tallyOf(await this.cases.openedWithin(tx, within)));
  }

  async chain(actor: Officer, id: CaseId, disclosureId: string | undefined): Promise<Result<CaseChain>> {
    const about = recordOf(id);
    return this.work.run(
      actor,
      'weapon_case.read_chain',
      async (tx) => {
        const found = await this.cases.find(tx, id);
        if (!found) return denied('CASE_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        const answers = await this.answers.to(tx, found.requestIds);
        return ok({
          caseId: id,
          references: new Map(answers.map(({ requestId, reference }) => [requestId, reference])),
          ...chainOf(
            answers.flatMap(({ requestId, giver, items }) =>
              items.map(({ name, item }) => ({ requestId, giver, number: name, item })),
            ),
            answers.flatMap(({ ends }) => ends),
          ),
          conclusion: await this.cases.conclusionOf(tx, id),
        });
      },
      { about },
    );
  }
}
