import { Injectable } from '@nestjs/common';
import { Disclosures, type Permit } from '@tracedesk/confidentiality';
import type { FirearmDescription } from '@tracedesk/firearms';
import { boundsOf, denied, ok, type CaseId, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { ChainAnswer } from '../chain-events.js';
import { chainOf, type ChainView } from '../chain-view.js';
import { PermittedReading } from '../content/permitted-reading.service.js';
import { CaseAnswers, type CaseAnswer } from '../follow-ups/case-answers.service.js';
import type { WithheldItem } from '../item-reading.js';
import type { ItemKind, ResponseItem } from '../response-item.js';
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
  readonly item: Pick<ResponseItem, 'authorities' | 'purposes'> & { readonly kind: ItemKind | 'point_of_diversion' };
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
    private readonly permitted: PermittedReading,
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

  /** Numerator and denominator of indicator 16.4.2 for the cases opened within these days, in UTC. */
  async tally(actor: Officer, within: Within): Promise<Tally> {
    return (await this.counted(actor, within)).tally;
  }

  /** The same, with the cases it rests on: what is counted can be counted again. */
  async counted(actor: Officer, within: Within): Promise<CountedCases> {
    const cases = await this.work.read(actor, (tx) => this.cases.openedWithin(tx, boundsOf(within, 'UTC')));
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
        const { requestIds } = found;
        const answers = await this.answers.shown(tx, disclosure.value, requestIds);
        const { told, withheld } = this.#parted(answers);
        return ok({
          caseId: id,
          references: new Map(answers.map(({ requestId, reference }) => [requestId, reference])),
          ...chainOf(
            told,
            answers.flatMap(({ ends }) => ends.map(({ diversion, restrictions }) => ({ ...diversion, restrictions }))),
          ),
          withheld,
          conclusion: await this.cases.conclusionOf(tx, id),
          firearm: await this.#firearmOf(tx, disclosure.value, found),
        });
      },
      { about, snapshot: true },
    );
  }

  /** What the answers tell, parted by what their givers permit for the purpose of the reading. A corrected item no longer counts; it stays readable with its request. */
  #parted(answers: readonly CaseAnswer[]): { readonly told: readonly ChainAnswer[]; readonly withheld: readonly WithheldStep[] } {
    const ruled = answers.flatMap(({ requestId, giver, items, withheld }) =>
      standingItems(items.map(({ name, item }) => ({ number: name, item }))).map((standing) => ({
        requestId,
        giver,
        ...standing,
        rule: withheld.find(({ number }) => number === standing.number)?.rule ?? null,
      })),
    );
    return {
      told: ruled.filter(({ rule }) => rule === null).map(({ rule: _, ...answer }) => answer),
      withheld: [
        ...ruled.flatMap(({ item: { kind, authorities, purposes }, rule, ...about }) =>
          rule === null
            ? []
            : [{ ...about, rule, item: { kind, ...(authorities && { authorities }), ...(purposes && { purposes }) } }],
        ),
        ...answers.flatMap(withheldEnds),
      ],
    };
  }

  async #firearmOf(tx: Tx, permit: Permit, { requestIds: [first] }: WeaponCase): Promise<FirearmDescription | null> {
    if (first === undefined) return null;
    const { question } = await this.permitted.question(tx, permit, { id: first, requestingState: tx.state });
    return question.firearm ?? null;
  }
}

interface Within {
  readonly from: string;
  readonly until: string;
}

/** What is withheld of an answer and is no item of it: its points of diversion. */
function withheldEnds({ requestId, giver, items, withheld }: CaseAnswer): readonly WithheldStep[] {
  return withheld
    .filter(({ number }) => items.every(({ name }) => name !== number))
    .map((end) => ({ requestId, giver, ...end, item: { kind: 'point_of_diversion' } }));
}
