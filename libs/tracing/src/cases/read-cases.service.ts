import { Injectable } from '@nestjs/common';
import { allowsEvidence, Consents, Disclosures, mayUse, useRuleOf, type Purpose } from '@tracedesk/confidentiality';
import type { FirearmDescription } from '@tracedesk/firearms';
import { denied, ok, type CaseId, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { ProtectedParts, UnitOfWork, type Tx } from '@tracedesk/platform';
import { chainOf, type ChainAnswer, type ChainView } from '../chain-view.js';
import { CaseAnswers, type CaseAnswer } from '../follow-ups/case-answers.service.js';
import type { WithheldItem } from '../item-reading.js';
import { QUESTION_PART, requestSubject } from '../move-traces.js';
import type { Question } from '../question.js';
import type { ResponseItem } from '../response-item.js';
import { standingItems } from '../supplement.js';
import { tallyOf, type Tally } from './tally.js';
import type { CaseConclusion, WeaponCase } from './weapon-case.js';
import { recordOf, WeaponCases } from './weapon-cases.repository.js';

/** The arm's way as the answers tell it, and what the own State concluded. */
export interface CaseChain extends ChainView {
  readonly caseId: CaseId;
  readonly references: ReadonlyMap<RequestId, string>;
  readonly conclusion: CaseConclusion | null;
  /** Steps that their givers do not permit for the purpose stated (ITI 15(b)): where they would stand, the way may seem to have a gap. */
  readonly withheld: readonly WithheldStep[];
  /** The arm as the State's own first request describes it. */
  readonly firearm: FirearmDescription | null;
}

export interface WithheldStep extends Pick<ChainAnswer, 'requestId' | 'giver'>, WithheldItem {
  readonly item: Pick<ResponseItem, 'kind' | 'purposes'>;
}

/** The cases of a period, newest first, and what they amount to. */
export interface CountedCases {
  readonly cases: readonly WeaponCase[];
  readonly tally: Tally;
}

/** Reads cases of the own State: open fields and the tally freely, the chain under a disclosure of the case. */
@Injectable()
export class ReadCases {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: WeaponCases,
    private readonly answers: CaseAnswers,
    private readonly disclosures: Disclosures,
    private readonly parts: ProtectedParts,
    private readonly consents: Consents,
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
  async tally(actor: Officer, within: Within): Promise<Tally> {
    return (await this.counted(actor, within)).tally;
  }

  /** The same, with the cases it rests on: what is counted can be counted again. */
  async counted(actor: Officer, within: Within): Promise<CountedCases> {
    const cases = await this.work.read(actor, (tx) => this.cases.openedWithin(tx, within));
    return { cases, tally: tallyOf(cases) };
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
        const { told, withheld } = await this.#readable(tx, answers, disclosure.value.purpose);
        return ok({
          caseId: id,
          references: new Map(answers.map(({ requestId, reference }) => [requestId, reference])),
          ...chainOf(
            told,
            answers.flatMap(({ ends }) => ends),
          ),
          withheld,
          conclusion: await this.cases.conclusionOf(tx, id),
          firearm: await this.#firearmOf(tx, found),
        });
      },
      { about },
    );
  }

  /** What the answers tell, parted by what their givers permit for the purpose of the reading. A corrected item no longer counts; it stays readable with its request. */
  async #readable(
    tx: Tx,
    answers: readonly CaseAnswer[],
    purpose: Purpose,
  ): Promise<{ readonly told: readonly ChainAnswer[]; readonly withheld: readonly WithheldStep[] }> {
    const consents = await this.consents.grantedUnder(
      tx,
      answers.map(({ requestId }) => requestId),
    );
    const ruled = answers.flatMap(({ requestId, giver, items }) =>
      standingItems(items.map(({ name, item }) => ({ number: name, item }))).map(({ number, item }) => {
        const consentedAsEvidence = consents.some(
          (consent) => consent.requestId === requestId && allowsEvidence(consent, { name: number, now: tx.now }),
        );
        return { requestId, giver, number, item, rule: useRuleOf(purpose, item, { isGiver: false, consentedAsEvidence }) };
      }),
    );
    return {
      told: ruled.filter(({ rule }) => mayUse(rule)).map(({ rule: _, ...answer }) => answer),
      withheld: ruled
        .filter(({ rule }) => !mayUse(rule))
        .map(({ item: { kind, purposes }, ...about }) => ({ ...about, item: { kind, ...(purposes && { purposes }) } })),
    };
  }

  async #firearmOf(tx: Tx, { requestIds: [first] }: WeaponCase): Promise<FirearmDescription | null> {
    if (first === undefined) return null;
    const { [QUESTION_PART]: question } = await this.parts.open(tx, requestSubject(first));
    return (question?.reveal() as Question | undefined)?.firearm ?? null;
  }
}

interface Within {
  readonly from: string;
  readonly until: string;
}
