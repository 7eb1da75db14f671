import { Injectable } from '@nestjs/common';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from '../conflicts.js';
import { WeighedContent } from '../content/weighed-content.service.js';
import { endsTheTrace } from '../response.js';
import { standingItems } from '../supplement.js';
import type { Established, WeaponCase } from './weapon-case.js';
import { WeaponCases } from './weapon-cases.repository.js';

/** What the answers to a case's requests establish. They are weighed, and nothing of them is shown: only whether a conclusion can rest on them. */
@Injectable()
export class AnswersOfCase {
  constructor(
    private readonly cases: WeaponCases,
    private readonly weighed: WeighedContent,
  ) {}

  async about(tx: Tx, weapon: WeaponCase): Promise<Pick<Established, 'answered' | 'leadsNowhere'>> {
    if (!(await this.cases.isAnswered(tx, weapon))) return { answered: false };
    for (const requestId of weapon.requestIds) {
      const given = (await this.weighed.responses(tx, requestId)).map(({ round, content }) => ({
        round,
        items: content.reveal().items,
      }));
      if (standingItems(numberedItems(given)).some(({ item }) => endsTheTrace(item))) return { answered: true };
    }
    return { answered: true, leadsNowhere: true };
  }
}
